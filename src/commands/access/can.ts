import * as Args from '@oclif/core/args';
import { canLive } from '../../app/access/ask-live.ts';
import { canLocally } from '../../app/access/can-locally.ts';
import { formatCan } from '../../views/access/abilities.ts';
import { type CanJson, canJson } from '../../views/access/json.ts';
import { AccessCommand } from '../base/access-command.ts';
import { filesOptions, liveOptions, situationFrom, situationOptions, userArgument } from '../base/access-options.ts';

export class AccessCan extends AccessCommand {
  static override summary = 'List what somebody may do, as the files or a control plane have it.';
  static override description =
    'The files know no people: say with --role what the user holds. With --live or --server, a control plane answers from what it knows. With a resource, each of its actions is decided.';
  static override examples = [
    '<%= config.bin %> access can ada --role viewer --role approver',
    '<%= config.bin %> access can ada invoice:42 --role approver',
    '<%= config.bin %> access can user_2abc --live --tenant acme',
  ];
  static override args = {
    user: userArgument,
    resource: Args.string({
      description: 'A resource type, or one resource of it, whose actions are to be decided.',
      ignoreStdin: true,
    }),
  };
  static override flags = { ...filesOptions, ...situationOptions, ...liveOptions };

  async run(): Promise<CanJson> {
    const { args, flags } = await this.parse(AccessCan);
    const { attributes } = flags;
    const live = await this.askLive(flags, (client, tenant) =>
      canLive(client, { ...args, attributes, tenant }, this.host),
    );
    const { answer, environment } =
      live ??
      (await this.askFiles(flags, (policy) =>
        canLocally(policy, { ...situationFrom(args.user, flags), resource: args.resource }, this.host),
      ));
    this.print(formatCan(answer, this.style));
    return canJson(answer, environment);
  }
}
