import type { SecretName } from '../../app/control-plane-client.ts';
import { formatSecrets } from '../../views/secrets.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `secrets list --json`: names, never values. */
export interface SecretsJson {
  readonly secrets: readonly SecretName[];
}

export class SecretsList extends ProjectCommand {
  static override summary = 'List the names of the secrets of an environment.';
  static override flags = targetOptions;

  async run(): Promise<SecretsJson> {
    const { flags } = await this.parse(SecretsList);
    const secrets = await this.withControlPlane(await this.targetOf(flags), async (controlPlane) =>
      controlPlane.secrets.list(),
    );
    this.print(formatSecrets(secrets, this.style));
    return { secrets };
  }
}
