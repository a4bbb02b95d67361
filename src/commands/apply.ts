import * as Args from '@oclif/core/args';
import { readChangesetFile } from '../app/changeset-file.ts';
import { usageError } from '../app/command-errors.ts';
import type { ApplyRequest, ControlPlane } from '../app/control-plane-client.ts';
import { describeAuthor } from '../app/describe-author.ts';
import type { ApplyResultJson } from '../views/apply-result.ts';
import { ChangingCommand } from './base/changing-command.ts';
import { adoptOption, applyOptions, targetOptions } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import type { Target, TargetOptions } from './base/project-command.ts';

type Wanted = { readonly source: ApplyRequest['source']; readonly target: Target };

export class Apply extends ChangingCommand {
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
      ...this.decided(flags),
      adopt: flags.adopt,
      dryRun: flags['dry-run'],
    };
    const result = await this.withControlPlane(target, async (controlPlane) => {
      const agreed = this.asks(flags) ? await this.agree(controlPlane, request) : request;
      return withProgress('Applying', controlPlane.apply(agreed));
    });
    if (!this.asks(flags)) this.show(result.changeset, flags.approve);
    return this.report(result);
  }

  private async fromProject(options: TargetOptions): Promise<Wanted> {
    const configuration = await this.configuration(options.dir);
    const target = this.target(options, configuration);
    return { source: { desired: configuration.desiredState(target.environment) }, target };
  }

  /** A saved changeset is applied as it is: what the files say by now does not matter. */
  private async fromFile(path: string, options: TargetOptions): Promise<Wanted> {
    const changeset = await readChangesetFile(path, this.host);
    const { environment } = changeset;
    if ((options.env ?? environment) !== environment)
      throw usageError(`${path} is for ${environment}, not for ${options.env}.`);
    return { source: { changeset }, target: await this.targetOf({ ...options, env: environment }) };
  }

  /**
   * What was shown is what is applied: the changeset itself goes to the server, which tells the loser of two
   * what moved. One with conflicts is not for applying: the server answers the files with what they are.
   */
  private async agree(controlPlane: ControlPlane, request: ApplyRequest): Promise<ApplyRequest> {
    const { adopt, allow = {}, approve, source } = request;
    const changeset =
      'changeset' in source ? source.changeset : await controlPlane.plan(source.desired, { adopt, allow });
    this.show(changeset, approve);
    await this.ask(`Apply this to ${changeset.environment}?`, changeset, approve);
    return changeset.conflicts.length > 0
      ? { ...request, expect: changeset.fingerprint }
      : { ...request, source: { changeset } };
  }

  private async isFile(path: string | undefined): Promise<boolean> {
    return path !== undefined && (await this.host.files.stat(path)).type === 'file';
  }
}
