import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';
import { findStale, type StaleFlag } from '../../app/flags/find-stale.ts';
import type { EnvironmentUsage } from '../../app/flags/find-unused.ts';
import { setVariable } from '../../app/set-variable.ts';
import { formatStale } from '../../views/flags/stale.ts';
import { exitCodes } from '../base/exit-code.ts';
import { checkOption, FlagsCommand, someEnvironments } from '../base/flags-command.ts';

/** `flags stale --json`. */
export interface FlagsStaleJson {
  readonly environments: readonly string[];
  readonly flags: number;
  readonly stale: readonly StaleFlag[];
  /** With `--live` or `--server`: the first hour in which evaluations are counted there; null: none ever was. */
  readonly reportedSince?: string | null;
}

/** As long as a server remembers. */
const days = 90;

export class FlagsStale extends FlagsCommand {
  static override summary = 'List flags that may go: expired, giving everybody the same, or never asked for.';
  static override description =
    'That everybody gets the same is proved from the rules: in all environments, or in the one that is named. A flag with a change scheduled is left alone. With --live or --server, a control plane says what clients evaluate in one environment, though not what it evaluates for them; without, none is needed.';
  static override examples = [
    '<%= config.bin %> flags stale',
    '<%= config.bin %> flags stale --env production --check',
    '<%= config.bin %> flags stale --env production --server https://dream.acme.com',
  ];
  static override flags = {
    ...someEnvironments,
    ...checkOption,
    live: Flags.boolean({ description: 'Ask the control plane too which flags are evaluated.' }),
    server: Flags.string({ description: 'Ask this server too, with the key in DREAM_API_KEY.', helpValue: 'URL' }),
  };

  async run(): Promise<FlagsStaleJson> {
    const { flags: options } = await this.parse(FlagsStale);
    const configuration = await this.configuration(options.dir);
    const environments = this.environmentsOf(options, configuration);
    const usage = await this.#usage(options, environments);
    const found = findStale(configuration, environments, this.host.clock.now(), usage);
    this.print(formatStale(found, this.textOptions));
    if (usage?.reportedSince === null)
      this.notice(`Nobody has reported yet what is evaluated in ${usage.environment}, so that is not known.`);
    if (options.check && found.stale.length > 0) process.exitCode = exitCodes.changes;
    return { environments, ...found, ...(usage === undefined ? {} : { reportedSince: usage.reportedSince }) };
  }

  async #usage(
    options: { readonly dir: string; readonly live: boolean; readonly server?: string | undefined },
    [environment, ...others]: readonly string[],
  ): Promise<EnvironmentUsage | undefined> {
    if (!options.live && options.server === undefined) return undefined;
    if (environment === undefined || others.length > 0)
      throw usageError('Evaluations are counted for each environment.', 'Say which one with --env.');
    const server = options.server ?? setVariable(this.host.variables, 'DREAM_SERVER');
    const target = await this.targetOf({ dir: options.dir, env: environment, server });
    const usage = await this.withControlPlane(target, ({ flags }) => flags.usage(days));
    return { environment, ...usage };
  }
}
