import * as Flags from '@oclif/core/flags';
import { type Initialized, initProject } from '../app/init-project.ts';
import { formatInitialized } from '../views/initialized.ts';
import { DreamCommand } from './base/dream-command.ts';
import { directoryArgument, directoryOption } from './base/options.ts';

export class Init extends DreamCommand {
  static override summary = 'Write a small project to start from.';
  static override description = 'Never overwrites: refuses when one of its files is there already.';
  static override examples = ['<%= config.bin %> init my-saas'];
  static override args = directoryArgument;
  static override flags = {
    ...directoryOption,
    name: Flags.string({ description: 'Name of the project; by default that of the directory.', helpValue: 'NAME' }),
  };

  async run(): Promise<Initialized> {
    const { args, flags } = await this.parse(Init);
    const directory = args.directory ?? flags.dir;
    const result = await initProject({
      directory,
      host: this.host,
      ...(flags.name === undefined ? {} : { project: flags.name }),
    });
    this.print(formatInitialized(result, directory, this.style));
    return result;
  }
}
