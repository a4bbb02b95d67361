import * as Args from '@oclif/core/args';
import type { CreatedKey } from '../../app/control-plane-client.ts';
import { formatNewKey } from '../../views/keys.ts';
import { durationOption } from '../base/duration-option.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** Seconds: a day to bring the new key everywhere. */
const usualOverlap = 86_400;

export class KeysRotate extends ProjectCommand {
  static override summary = 'Replace an API key; the old one keeps working for a while.';
  static override args = {
    id: Args.string({ description: 'Id of the key, as keys list shows it.', ignoreStdin: true, required: true }),
  };
  static override flags = {
    ...targetOptions,
    overlap: durationOption({ description: 'How long the old key keeps working, by default 24h; 0s ends it now.' }),
  };

  async run(): Promise<CreatedKey> {
    const { args, flags } = await this.parse(KeysRotate);
    const created = await this.withControlPlane(await this.targetOf(flags), async ({ keys }) =>
      keys.rotate(args.id, flags.overlap ?? usualOverlap),
    );
    this.print(formatNewKey(created, this.style));
    return created;
  }
}
