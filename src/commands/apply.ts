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
import { ProjectCommand, type Target, type TargetOptions } from './base/project-command.ts';
import { isInteractive } from './base/terminal.ts';

type Wanted = { readonly source: ApplyRequest['source']; readonly target: Target };

export class Apply extends ProjectCommand {
  static override summary = 'Make the environment as the files say, in one transaction.';
  static override description =
    'Asks first when run in a terminal. Exits with 3 when a guardrail refuses the changeset or wants an approval.';
  static override examples = [
    '<%= config.bin %> apply --env production -m "Raise the price of Pro"',
    '<%= config.bin %> apply changes.json',
  ];
  static override args = {
    from: Args.string({ description: 'Directory of the project, or a file of plan --out.', ignoreStdin: true }),
  };
  static override flags = { ...targetOptions, ...adoptOption, ...applyOptions };

  async run(): Promise<ApplyResultJson> {
    const { args, flags } = await this.parse(Apply);
    const { source, target } = (await this.isFile(args.from))
      ? await this.fromFile(args.from ?? '', flags)
      : await this.fromProject({ ...flags, dir: args.from ?? flags.dir });
    const request: ApplyRequest = {
      source,
      ...(await describeAuthor(target.directory, this.host)),
      ...(flags.approve === undefined ? {} : { approve: flags.approve }),
      ...(flags.message === undefined ? {} : { message: flags.message }),
      adopt: flags.adopt,
      dryRun: flags['dry-run'],
    };
    const ask = isInteractive() && !flags.yes && !flags['dry-run'] && !this.jsonEnabled();
    const result = await this.withControlPlane(target, async (controlPlane) =>
      ask ? this.applyAsking(controlPlane, request) : this.applyNow(controlPlane, request),
    );
    this.print(formatApplyResult(result, this.style));
    return applyResultJson(result);
  }

  private async fromProject(options: TargetOptions): Promise<Wanted> {
    const configuration = await this.configuration(options.dir);
    const target = this.target(options, configuration);
    return { source: { desired: configuration.desiredState(target.environment) }, target };
  }

  /** A saved changeset is applied as it is: what the files say by now does not matter. */
  private async fromFile(path: string, options: TargetOptions): Promise<Wanted> {
    const changeset = await readChangesetFile(path, this.host);
    if (options.env !== undefined && options.env !== changeset.environment) {
      throw usageError(`${path} is for ${changeset.environment}, not for ${options.env}.`);
    }
    return { source: { changeset }, target: await this.targetOf({ ...options, env: changeset.environment }) };
  }

  private async applyNow(controlPlane: ControlPlane, request: ApplyRequest): Promise<ApplyResult> {
    const result = await withProgress('Applying', controlPlane.apply(request));
    this.showChangeset(result.changeset);
    return result;
  }

  /** What was shown is what is applied: `expect` makes the server refuse anything else. */
  private async applyAsking(controlPlane: ControlPlane, request: ApplyRequest): Promise<ApplyResult> {
    const { adopt, approve, source } = request;
    const changeset =
      'changeset' in source
        ? source.changeset
        : await withProgress('Planning', controlPlane.plan(source.desired, { adopt }));
    this.showChangeset(changeset);
    const question = `Apply this to ${changeset.environment}?`;
    if (mayPass(changeset, approve) && !isQuiet(changeset) && !(await confirm(question))) throw notConfirmedError();
    return withProgress('Applying', controlPlane.apply({ ...request, expect: changeset.fingerprint }));
  }

  private showChangeset(changeset: Changeset): void {
    if (!isQuiet(changeset)) this.print(`${formatChangeset(changeset, this.textOptions)}\n`);
  }

  private async isFile(path: string | undefined): Promise<boolean> {
    const found = path === undefined ? null : await this.host.files.stat(path).catch(() => null);
    return found?.type === 'file';
  }
}

/** Where the server will refuse anyway, the question would be a false promise. */
function mayPass({ conflicts, guardrails }: Changeset, approve: string | undefined): boolean {
  const lifted = approve === undefined ? [] : ['needs-approval'];
  return conflicts.length === 0 && guardrails.every(({ outcome }) => lifted.includes(outcome));
}
