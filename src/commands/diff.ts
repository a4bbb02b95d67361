import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { type ChangesetJson, changesetJson } from '../views/changeset-json.ts';
import { formatChangesetMarkdown } from '../views/changeset-markdown.ts';
import { formatDifference } from '../views/changeset-text.ts';
import { targetOptions } from './base/options.ts';
import { ProjectCommand } from './base/project-command.ts';
import { revisionNumber } from './base/revision-number.ts';
import { writeOut } from './base/write-out.ts';

export class Diff extends ProjectCommand {
  static override summary = 'Show what changed between two revisions.';
  static override examples = ['<%= config.bin %> diff 11 12 --env production'];
  static override args = {
    from: Args.integer({
      description: 'The older revision; 0 is the empty environment.',
      ignoreStdin: true,
      parse: revisionNumber('from', 0),
      required: true,
    }),
    to: Args.integer({
      description: 'The newer revision.',
      ignoreStdin: true,
      parse: revisionNumber('to', 0),
      required: true,
    }),
  };
  static override flags = {
    ...targetOptions,
    markdown: Flags.boolean({ description: 'Print Markdown.', exclusive: ['json'] }),
  };

  async run(): Promise<ChangesetJson> {
    const { args, flags } = await this.parse(Diff);
    const target = await this.targetOf(flags);
    const changeset = await this.withControlPlane(target, async (controlPlane) =>
      controlPlane.diff(args.from, args.to),
    );
    if (flags.markdown) writeOut(1, formatChangesetMarkdown(changeset, { impact: false }));
    else this.print(formatDifference(changeset, { from: args.from, to: args.to }, this.textOptions));
    return changesetJson(changeset);
  }
}
