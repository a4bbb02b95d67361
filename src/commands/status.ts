import type { EnvironmentStatus } from '../app/control-plane-client.ts';
import { formatStatus } from '../views/status.ts';
import { targetOptions } from './base/options.ts';
import { ProjectCommand } from './base/project-command.ts';

export class Status extends ProjectCommand {
  static override summary = 'Show what an environment holds and how it is doing.';
  static override flags = targetOptions;

  async run(): Promise<EnvironmentStatus> {
    const { flags } = await this.parse(Status);
    return this.withControlPlane(await this.targetOf(flags), async (controlPlane) => {
      const status = await controlPlane.status();
      this.print(formatStatus(status, controlPlane.description, this.style));
      return status;
    });
  }
}
