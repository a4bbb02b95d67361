import * as Flags from '@oclif/core/flags';
import type { Configuration } from '../../engine/configuration.ts';
import { directoryOption } from './options.ts';
import { ProjectCommand } from './project-command.ts';

/** Which of the files' environments are looked at. */
export const someEnvironments = {
  ...directoryOption,
  env: Flags.string({
    aliases: ['environment'],
    char: 'e',
    description: 'Only this environment; all, unless given.',
    helpValue: 'NAME',
  }),
};

/** For pipelines. */
export const checkOption = {
  check: Flags.boolean({ description: 'Exit with 2 when something was found.' }),
};

/** A command about the flags of the files, in one environment or in all. */
export abstract class FlagsCommand extends ProjectCommand {
  protected environmentsOf(
    options: { readonly dir: string; readonly env?: string | undefined },
    configuration: Configuration,
  ): readonly string[] {
    if (options.env === undefined) return [...configuration.environments.keys()];
    return [this.target(options, configuration).environment];
  }
}
