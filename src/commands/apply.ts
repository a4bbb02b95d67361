import * as Args from '@oclif/core/args';
import { readChangesetFile } from '../app/changeset-file.ts';
import { notConfirmedError, usageError } from '../app/command-errors.ts';
import type { ApplyRequest, ApplyResult, ControlPlane } from '../app/control-plane-client.ts';
import { describeAuthor } from '../app/describe-author.ts';
import type { Changeset } from '../engine/changeset/changeset.ts';
import { type ApplyResultJson, applyResultJson, formatApplyResult } from '../views/apply-result.ts';
import { formatChangeset } from '../views/changeset-text.ts';
import { isQuiet } from '../views/changeset-wording.ts';
import { confirm } from './base/ask.ts';
import { adoptOption, applyOptions, targetOptions } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import { ProjectCommand, type Target } from './base/project-command.ts';
import { isInteractive } from './base/terminal.ts';

export class Apply extends ProjectCommand {
  static override summary = 'Make the environment as the files say, in one transaction.';
  static override description =
    'Asks before it changes anything when run in a terminal. Exits with 3 when a guardrail refuses the changeset or wants an approval.';
  static override examples = ['<%= config.bin %> apply --env production -m "Raise the price of Pro"', '<%= config.bin %> apply changes.json'];
  static override args = {
    from: Args.string({ description: 'Directory of the project, or a changeset saved by plan --out.', ignoreStdin: true }),
  };
  static override flags = { ...targetOptions, ...adoptOption, ...applyOptions };

  async run(): Promise<ApplyResultJson> {
    const { args, flags } = await this.parse(Apply);
    const saved = args.from !== undefined && (await this.isFile(args.from)) ? await readChangesetFile(args.from, this.host) : null;
    const directory = saved === null ? (args.from ?? flags.dir) : flags.dir;
    const configuration = await this.configuration(directory);
    if (saved !== null && flags.env !== undefined && flags.env !== saved.environment) {
      throw usageError(`The changeset is for ${saved.environment}, not for ${flags.env}.`);
    }
    const target = this.target({ ...flags, dir: directory, env: saved?.environment ?? flags.env }, configuration);
    const request: ApplyRequest = {
      source: saved === null ? { desired: configuration.desiredState(target.environment) } : { changeset: saved },
      ...(await describeAuthor(directory, this.host)),
      ...(flags.approve === undefined ? {} : { approve: flags.approve }),
      ...(flags.message === undefined ? {} : { message: flags.message }),
      adopt: flags.adopt,
      dryRun: flags['dry-run'],
    };
    const ask = isInteractive() && !flags.yes && !flags['dry-run'] && !this.jsonEnabled();
    const result = await this.withControlPlane(target, async (controlPlane) =>
      ask ? this.applyAsking(controlPlane, request, target) : this.applyNow(controlPlane, request),
    );
    this.print(formatApplyResult(result, this.style));
    return applyResultJson(result);
  }

  private async applyNow(controlPlane: ControlPlane, request: ApplyRequest): Promise<ApplyResult> {
    const result = await withProgress('Applying', controlPlane.apply(request));
    if (!isQuiet(result.changeset)) this.print(`${formatChangeset(result.changeset, this.textOptions)}\n`);
    return result;
  }

  /** What was shown is what is applied: `expect` makes the server refuse anything else. */
  private async applyAsking(controlPlane: ControlPlane, request: ApplyRequest, target: Target): Promise<ApplyResult> {
    const { adopt, approve, source } = request;
    const changeset: Changeset = 'changeset' in source ? source.changeset : await withProgress('Planning', controlPlane.plan(source.desired, { adopt }));
    if (!isQuiet(changeset)) this.print(`${formatChangeset(changeset, this.textOptions)}\n`);
    const allowed = changeset.conflicts.length === 0 && changeset.guardrails.every(({ outcome }) => outcome === 'needs-approval' && approve !== undefined);
    if (!isQuiet(changeset) && allowed && !(await confirm(`Apply this to ${target.environment}?`))) throw notConfirmedError();
    return withProgress('Applying', controlPlane.apply({ ...request, expect: changeset.fingerprint }));
  }

  private async isFile(path: string): Promise<boolean> {
    const found = await this.host.files.stat(path).catch(() => null);
    return found?.type === 'file';
  }
}
