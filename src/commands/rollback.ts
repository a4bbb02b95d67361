import * as Args from '@oclif/core/args';
import type { RollbackRequest } from '../app/control-plane-client.ts';
import { describeAuthor } from '../app/describe-author.ts';
import type { ApplyResultJson } from '../views/apply-result.ts';
import { ChangingCommand } from './base/changing-command.ts';
import { adoptOption, applyOptions, targetOptions } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import { revisionNumber } from './base/revision-number.ts';

export class Rollback extends ChangingCommand {
  static override summary = 'Bring an environment back to what it was at a revision.';
  static override description =
    'Makes a new revision; nothing is taken out of the history. The files stay as they are: `dream pull` fetches the result.';
  static override examples = ['<%= config.bin %> rollback 11 --env production -m "Price was wrong"'];
  static override args = {
    revision: Args.integer({
      description: 'Revision to go back to.',
      ignoreStdin: true,
      parse: revisionNumber('revision', 1),
      required: true,
    }),
  };
  static override flags = { ...targetOptions, ...adoptOption, ...applyOptions };

  async run(): Promise<ApplyResultJson> {
    const { args, flags } = await this.parse(Rollback);
    const { author } = await describeAuthor(flags.dir, this.host);
    const request: RollbackRequest = {
      to: args.revision,
      author,
      ...this.decided(flags),
      adopt: flags.adopt,
      dryRun: flags['dry-run'],
    };
    const asks = this.asks(flags);
    const command = `dream rollback ${request.to}`;
    const result = await this.withControlPlane(await this.targetOf(flags), async (controlPlane) => {
      if (asks) {
        const { changeset } = await controlPlane.rollback({ ...request, dryRun: true });
        this.show(changeset, flags.approve, command);
        await this.ask(`Roll ${changeset.environment} back to revision ${request.to}?`, changeset, flags.approve);
        return withProgress('Rolling back', controlPlane.rollback({ ...request, expect: changeset.fingerprint }));
      }
      return withProgress('Rolling back', controlPlane.rollback(request));
    });
    if (!asks) this.show(result.changeset, flags.approve, command);
    return this.report(result, request.to);
  }
}
