import { whoLocally } from '../../app/access/who-locally.ts';
import { formatWho } from '../../views/access/abilities.ts';
import { type WhoJson, whoJson } from '../../views/access/json.ts';
import { AccessCommand } from '../base/access-command.ts';
import { actionArgument, filesOptions, resourceArgument } from '../base/access-options.ts';

export class AccessWho extends AccessCommand {
  static override summary = 'List the roles and relations that allow something, as the files have it.';
  static override description =
    'Needs no server. The files know no people; they say by what somebody would be allowed.';
  static override examples = ['<%= config.bin %> access who approve invoice'];
  static override args = { action: actionArgument, resource: resourceArgument };
  static override flags = filesOptions;

  async run(): Promise<WhoJson> {
    const { args, flags } = await this.parse(AccessWho);
    const { environment, policy } = await this.policyOf(flags);
    const answer = whoLocally(policy, args);
    this.print(formatWho(answer, this.style));
    return whoJson(answer, environment);
  }
}
