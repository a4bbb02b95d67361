import * as Flags from '@oclif/core/flags';
import { writeChangesetFile } from '../app/changeset-file.ts';
import { type ChangesetJson, changesetJson } from '../views/changeset-json.ts';
import { formatChangesetMarkdown } from '../views/changeset-markdown.ts';
import { formatChangeset } from '../views/changeset-text.ts';
import { isQuiet } from '../views/changeset-wording.ts';
import { exitCodes } from './base/exit-code.ts';
import { adoptOption, directoryArgument, targetOptions } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import { ProjectCommand } from './base/project-command.ts';
import { writeOut } from './base/write-out.ts';

export class Plan extends ProjectCommand {
  static override summary = 'Show what applying the files would change, and who would feel it.';
  static override examples = [
    '<%= config.bin %> plan --env production',
    '<%= config.bin %> plan --env production --markdown > comment.md',
    '<%= config.bin %> plan --out changes.json && <%= config.bin %> apply changes.json',
  ];
  static override args = directoryArgument;
  static override flags = {
    ...targetOptions,
    ...adoptOption,
    'detailed-exitcode': Flags.boolean({ description: 'Exit with 2 when there are changes.' }),
    markdown: Flags.boolean({ description: 'Print Markdown for a pull request comment.', exclusive: ['json'] }),
    out: Flags.string({ char: 'o', description: 'Save the changeset, for apply.', helpValue: 'FILE' }),
  };
  static override readonly endsAtOnce = true;

  async run(): Promise<ChangesetJson> {
    const { args, flags } = await this.parse(Plan);
    const configuration = await this.configuration(args.directory ?? flags.dir);
    const target = this.target({ ...flags, dir: args.directory ?? flags.dir }, configuration);
    const desired = configuration.desiredState(target.environment);
    const changeset = await this.withControlPlane(target, async (controlPlane) =>
      withProgress('Planning', controlPlane.plan(desired, { adopt: flags.adopt })),
    );
    if (flags.out !== undefined) await writeChangesetFile(flags.out, changeset, this.host);
    if (flags.markdown) writeOut(1, formatChangesetMarkdown(changeset));
    else this.print(formatChangeset(changeset, this.textOptions));
    if (flags.out !== undefined) this.notice(`Saved to ${flags.out}.`);
    if (flags['detailed-exitcode'] && !isQuiet(changeset)) process.exitCode = exitCodes.changes;
    return changesetJson(changeset);
  }
}
