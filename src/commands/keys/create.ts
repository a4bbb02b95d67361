import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';
import type { CreatedKey } from '../../app/control-plane-client.ts';
import { formatNewKey } from '../../views/keys.ts';
import { durationOption } from '../base/duration-option.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

export class KeysCreate extends ProjectCommand {
  static override summary = 'Create an API key and print it once.';
  static override examples = [
    '<%= config.bin %> keys create --name ci --env production',
    '<%= config.bin %> keys create --name acme-worker --tenant acme',
    '<%= config.bin %> keys create --name website --type publishable --expires-in 90d',
  ];
  static override flags = {
    ...targetOptions,
    'expires-in': durationOption({ description: 'How long the key is valid: 90d, 24h, 30m; by default for ever.' }),
    name: Flags.string({ description: 'What the key is for.', helpValue: 'NAME', required: true }),
    scope: Flags.string({
      description:
        'What the key may do, such as configuration:read; may be given several times. By default everything, and for a publishable key all that such keys may do.',
      helpValue: 'SCOPE',
      multiple: true,
      multipleNonGreedy: true,
    }),
    tenant: Flags.string({
      char: 't',
      description: 'Of a secret key: the tenant it acts for where a request names none.',
      helpValue: 'ID',
    }),
    type: Flags.string({
      default: 'secret',
      description: 'secret for servers, publishable for browsers.',
      options: ['secret', 'publishable'],
    }),
  };

  async run(): Promise<CreatedKey> {
    const { flags } = await this.parse(KeysCreate);
    const seconds = flags['expires-in'];
    if (seconds === 0) {
      throw usageError(
        '--expires-in is zero: the key would never be valid.',
        'Write 90d, 24h, 30m or 10s; without it the key is valid for ever.',
      );
    }
    const expiresAt =
      seconds === undefined ? undefined : new Date(this.host.clock.now().getTime() + seconds * 1_000).toISOString();
    const created = await this.withControlPlane(await this.targetOf(flags), async ({ keys }) =>
      keys.create({
        name: flags.name,
        type: flags.type === 'publishable' ? 'publishable' : 'secret',
        ...(flags.scope === undefined ? {} : { scopes: flags.scope }),
        ...(flags.tenant === undefined ? {} : { defaultTenant: flags.tenant }),
        ...(expiresAt === undefined ? {} : { expiresAt }),
      }),
    );
    this.print(formatNewKey(created, this.style));
    return created;
  }
}
