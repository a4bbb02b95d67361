import * as Flags from '@oclif/core/flags';
import { type Pulled, pull } from '../app/pull.ts';
import { formatPulled } from '../views/pulled.ts';
import { directoryArgument, targetOptions } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import { ProjectCommand } from './base/project-command.ts';

export class Pull extends ProjectCommand {
  static override summary = 'Write the live state of an environment back into the files.';
  static override description =
    'Existing files keep their comments and their order; what is new gets a file of its own.';
  static override args = directoryArgument;
  static override flags = {
    ...targetOptions,
    'dry-run': Flags.boolean({ description: 'Say what would be written, and write nothing.' }),
  };

  async run(): Promise<Pulled> {
    const { args, flags } = await this.parse(Pull);
    const directory = args.directory ?? flags.dir;
    const target = await this.targetOf({ ...flags, dir: directory });
    const pulled = await this.withControlPlane(target, async (controlPlane) =>
      withProgress(
        'Pulling',
        pull({ controlPlane, directory, dryRun: flags['dry-run'], environment: target.environment, host: this.host }),
      ),
    );
    this.print(formatPulled(pulled, flags['dry-run'], this.style));
    return pulled;
  }
}
