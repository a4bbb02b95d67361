import * as Args from '@oclif/core/args';
import type { Page, Revision, RevisionSummary } from '../app/control-plane-client.ts';
import { type ChangesetJson, changesetJson } from '../views/changeset-json.ts';
import { formatHistory } from '../views/history.ts';
import { formatRevision } from '../views/revision.ts';
import { pageOptions, targetOptions } from './base/options.ts';
import { ProjectCommand, type Target } from './base/project-command.ts';
import { revisionNumber } from './base/revision-number.ts';

/** `history --json`. */
export interface HistoryJson {
  readonly environment: string;
  readonly revisions: readonly RevisionSummary[];
  readonly pagination: Page<RevisionSummary>['pagination'];
}

/** `history REVISION --json`. */
export type RevisionJson = Omit<Revision, 'changeset'> & {
  readonly environment: string;
  readonly changeset: ChangesetJson;
};

export class History extends ProjectCommand {
  static override summary = 'List the revisions of an environment, or show one of them.';
  static override examples = [
    '<%= config.bin %> history --env production',
    '<%= config.bin %> history 12 --env production',
  ];
  static override args = {
    revision: Args.integer({
      description: 'Show this revision in full.',
      ignoreStdin: true,
      parse: revisionNumber('revision', 1),
    }),
  };
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<HistoryJson | RevisionJson> {
    const { args, flags } = await this.parse(History);
    const target = await this.targetOf(flags);
    if (args.revision !== undefined) return this.showOne(target, args.revision);
    const { data, pagination } = await this.withControlPlane(target, async (controlPlane) =>
      controlPlane.history({ page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatHistory(target.environment, data, pagination.totalItems, this.style));
    return { environment: target.environment, revisions: data, pagination };
  }

  private async showOne(target: Target, number: number): Promise<RevisionJson> {
    const revision = await this.withControlPlane(target, async (controlPlane) => controlPlane.revision(number));
    this.print(formatRevision(revision, this.textOptions));
    return { environment: target.environment, ...revision, changeset: changesetJson(revision.changeset) };
  }
}
