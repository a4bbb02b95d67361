import * as Args from '@oclif/core/args';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { secretName } from '../base/secret-name.ts';

/** `secrets remove --json`. */
export interface RemovedSecretJson {
  readonly removed: string;
}

export class SecretsRemove extends ProjectCommand {
  static override summary = 'Remove a secret.';
  static override args = {
    name: Args.string({ description: 'Name of the secret.', ignoreStdin: true, parse: secretName, required: true }),
  };
  static override flags = targetOptions;

  async run(): Promise<RemovedSecretJson> {
    const { args, flags } = await this.parse(SecretsRemove);
    await this.withControlPlane(await this.targetOf(flags), async ({ secrets }) => secrets.remove(args.name));
    this.print(`${this.style.good('✓')} Removed ${args.name}.`);
    return { removed: args.name };
  }
}
