import * as Args from '@oclif/core/args';
import { notConfirmedError } from '../app/command-errors.ts';
import type { ApplyResult, ControlPlane, RollbackRequest } from '../app/control-plane-client.ts';
import { describeAuthor } from '../app/describe-author.ts';
import { type ApplyResultJson, applyResultJson, formatApplyResult } from '../views/apply-result.ts';
import { formatChangeset } from '../views/changeset-text.ts';
import { isQuiet } from '../views/changeset-wording.ts';
import { confirm } from './base/ask.ts';
import { applyOptions, targetOptions } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import { ProjectCommand } from './base/project-command.ts';
import { isInteractive } from './base/terminal.ts';

export class Rollback extends ProjectCommand {
  static override summary = 'Bring an environment back to what it was at a revision.';
  static override description = 'Makes a new revision; nothing is taken out of the history. The files stay as they are: `dream pull` fetches the result.';
  static override examples = ['<%= config.bin %> rollback 11 --env production -m "Price was wrong"'];
  static override args = { revision: Args.integer({ description: 'Revision to go back to.', ignoreStdin: true, min: 0, required: true }) };
  static override flags = { ...targetOptions, ...applyOptions };

  async run(): Promise<ApplyResultJson> {
    const { args, flags } = await this.parse(Rollback);
    const { author } = await describeAuthor(flags.dir, this.host);
    const request: RollbackRequest = {
      to: args.revision,
      author,
      ...(flags.approve === undefined ? {} : { approve: flags.approve }),
      ...(flags.message === undefined ? {} : { message: flags.message }),
      dryRun: flags['dry-run'],
    };
    const ask = isInteractive() && !flags.yes && !flags['dry-run'] && !this.jsonEnabled();
    const result = await this.withControlPlane(await this.targetOf(flags), async (controlPlane) =>
      ask ? this.rollBackAsking(controlPlane, request) : this.rollBackNow(controlPlane, request),
    );
    this.print(formatApplyResult(result, this.style));
    return applyResultJson(result);
  }

  private async rollBackNow(controlPlane: ControlPlane, request: RollbackRequest): Promise<ApplyResult> {
    const result = await withProgress('Rolling back', controlPlane.rollback(request));
    if (!isQuiet(result.changeset)) this.print(`${formatChangeset(result.changeset, this.textOptions)}\n`);
    return result;
  }

  private async rollBackAsking(controlPlane: ControlPlane, request: RollbackRequest): Promise<ApplyResult> {
    const { changeset } = await this.rollBackNow(controlPlane, { ...request, dryRun: true });
    if (!isQuiet(changeset) && !(await confirm(`Roll ${changeset.environment} back to revision ${request.to}?`))) throw notConfirmedError();
    return withProgress('Rolling back', controlPlane.rollback(request));
  }
}
