import * as Args from '@oclif/core/args';
import { notConfirmedError, usageError } from '../../app/command-errors.ts';
import type { SecretName } from '../../app/control-plane-client.ts';
import { formatSecrets } from '../../views/secrets.ts';
import { askHidden, readInput } from '../base/ask.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { secretName } from '../base/secret-name.ts';

export class SecretsSet extends ProjectCommand {
  static override summary = 'Set a secret that files name as ${secrets.NAME}.';
  static override description =
    'The value is asked for, or read from stdin; it is never an argument, where others could see it.';
  static override examples = [
    '<%= config.bin %> secrets set SLACK_TOKEN',
    'pass show slack | <%= config.bin %> secrets set SLACK_TOKEN',
  ];
  static override args = {
    name: Args.string({ description: 'Name of the secret.', ignoreStdin: true, parse: secretName, required: true }),
  };
  static override flags = targetOptions;

  async run(): Promise<SecretName> {
    const { args, flags } = await this.parse(SecretsSet);
    const value = process.stdin.isTTY === true ? await askHidden(`Value of ${args.name}: `) : await readInput();
    if (value === null) throw notConfirmedError();
    if (value === '')
      throw usageError('The value is empty.', `Pipe it in: printf %s "$VALUE" | dream secrets set ${args.name}`);
    const secret = await this.withControlPlane(await this.targetOf(flags), async ({ secrets }) =>
      secrets.set(args.name, value),
    );
    this.print(formatSecrets([secret], this.style));
    return secret;
  }
}
