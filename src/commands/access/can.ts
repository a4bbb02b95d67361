import * as Args from '@oclif/core/args';
import { canLocally } from '../../app/access/can-locally.ts';
import { formatCan } from '../../views/access/abilities.ts';
import { type CanJson, canJson } from '../../views/access/json.ts';
import { AccessCommand } from '../base/access-command.ts';
import { filesOptions, situationFrom, situationOptions, userArgument } from '../base/access-options.ts';

export class AccessCan extends AccessCommand {
  static override summary = 'List what somebody may do, as the files have it.';
  static override description =
    'Needs no server. The files know no people: say with --role what the user holds. With a resource, each of its actions is decided.';
  static override examples = [
    '<%= config.bin %> access can ada --role viewer --role approver',
    '<%= config.bin %> access can ada invoice:42 --role approver',
  ];
  static override args = {
    user: userArgument,
    resource: Args.string({
      description: 'A resource type, or one resource of it, whose actions are to be decided.',
      ignoreStdin: true,
    }),
  };
  static override flags = { ...filesOptions, ...situationOptions };

  async run(): Promise<CanJson> {
    const { args, flags } = await this.parse(AccessCan);
    const { environment, policy } = await this.policyOf(flags);
    const options = { ...situationFrom(args.user, flags), resource: args.resource };
    const answer = await canLocally(policy, options, this.host);
    this.print(formatCan(answer, this.style));
    return canJson(answer, flags.tenant, environment);
  }
}
