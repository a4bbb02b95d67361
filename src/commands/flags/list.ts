import * as Flags from '@oclif/core/flags';
import { type ListedFlag, listFlags } from '../../app/flags/list-flags.ts';
import { formatFlags } from '../../views/flags/list.ts';
import { FlagsCommand, someEnvironments } from '../base/flags-command.ts';

/** `flags list --json`. */
export interface FlagsListJson {
  readonly flags: readonly ListedFlag[];
}

export class FlagsList extends FlagsCommand {
  static override summary = 'List the flags of the files, with their state in each environment.';
  static override description = 'Needs no server.';
  static override examples = [
    '<%= config.bin %> flags list',
    '<%= config.bin %> flags list --owner growth --state archived --env production',
  ];
  static override flags = {
    ...someEnvironments,
    tag: Flags.string({ description: 'Only flags with this tag.', helpValue: 'TAG' }),
    owner: Flags.string({ description: 'Only flags of this owner.', helpValue: 'NAME' }),
    state: Flags.option({
      options: ['on', 'off', 'archived'] as const,
      description: 'Only flags that are in this state in any of the environments.',
    })(),
  };

  async run(): Promise<FlagsListJson> {
    const { flags: options } = await this.parse(FlagsList);
    const configuration = await this.configuration(options.dir);
    const environments = this.environmentsOf(options, configuration);
    const flags = listFlags(configuration, environments, this.host.clock.now(), options);
    this.print(formatFlags(flags, environments, this.textOptions));
    return { flags };
  }
}
