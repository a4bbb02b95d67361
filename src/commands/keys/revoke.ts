import * as Args from '@oclif/core/args';
import type { ApiKey } from '../../app/control-plane-client.ts';
import { formatKeys } from '../../views/keys.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** A list of this one key. */
const onePage = { page: 1, totalItems: 1, totalPages: 1 };

export class KeysRevoke extends ProjectCommand {
  static override summary = 'End an API key now.';
  static override args = {
    id: Args.string({ description: 'Id of the key, as keys list shows it.', ignoreStdin: true, required: true }),
  };
  static override flags = targetOptions;

  async run(): Promise<ApiKey> {
    const { args, flags } = await this.parse(KeysRevoke);
    const key = await this.withControlPlane(await this.targetOf(flags), async ({ keys }) => keys.revoke(args.id));
    this.print(formatKeys([key], onePage, this.style));
    return key;
  }
}
