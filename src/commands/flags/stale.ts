import { findStale, type StaleFlag } from '../../app/flags/find-stale.ts';
import { formatStale } from '../../views/flags/stale.ts';
import { exitCodes } from '../base/exit-code.ts';
import { checkOption, FlagsCommand, someEnvironments } from '../base/flags-command.ts';

/** `flags stale --json`. */
export interface FlagsStaleJson {
  readonly environments: readonly string[];
  readonly flags: number;
  readonly stale: readonly StaleFlag[];
}

export class FlagsStale extends FlagsCommand {
  static override summary = 'List flags that may go: expired, or giving everybody the same.';
  static override description =
    'Needs no server. That everybody gets the same is proved from the rules: in all environments, or in the one that is named. A flag with a change scheduled is left alone.';
  static override examples = [
    '<%= config.bin %> flags stale',
    '<%= config.bin %> flags stale --env production --check',
  ];
  static override flags = { ...someEnvironments, ...checkOption };

  async run(): Promise<FlagsStaleJson> {
    const { flags: options } = await this.parse(FlagsStale);
    const configuration = await this.configuration(options.dir);
    const environments = this.environmentsOf(options, configuration);
    const found = findStale(configuration, environments, this.host.clock.now());
    this.print(formatStale(found, this.textOptions));
    if (options.check && found.stale.length > 0) process.exitCode = exitCodes.changes;
    return { environments, ...found };
  }
}
