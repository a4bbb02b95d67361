import { whoLive } from '../../app/access/ask-live.ts';
import { whoLocally } from '../../app/access/who-locally.ts';
import { formatEntitled, formatWho } from '../../views/access/abilities.ts';
import { entitledJson, type WhoJson, whoJson } from '../../views/access/json.ts';
import { AccessCommand } from '../base/access-command.ts';
import { actionArgument, filesOptions, knownOptions, liveOptions, resourceArgument } from '../base/access-options.ts';

export class AccessWho extends AccessCommand {
  static override summary = 'List by what something is allowed, as the files have it, or who may do it in a tenant.';
  static override description =
    'The files know no people; they say which roles and relations would do. With --live or --server, a control plane lists everybody within the tenant who may.';
  static override examples = [
    '<%= config.bin %> access who approve invoice',
    '<%= config.bin %> access who update document:42 --live --tenant acme',
  ];
  static override args = { action: actionArgument, resource: resourceArgument };
  static override flags = { ...filesOptions, ...knownOptions, ...liveOptions };

  async run(): Promise<WhoJson> {
    const { args, flags } = await this.parse(AccessWho);
    const { attributes } = flags;
    const live = await this.askLive(flags, (client, tenant) =>
      whoLive(client, { ...args, attributes, tenant }, this.host),
    );
    if (live !== undefined) {
      this.print(formatEntitled(live.answer, this.style));
      return entitledJson(`${args.resource.split(':')[0] ?? ''}:${args.action}`, live.answer, live.environment);
    }
    const { answer, environment } = await this.askFiles(flags, (policy) => whoLocally(policy, args));
    this.print(formatWho(answer, this.style));
    return whoJson(answer, environment);
  }
}
