import * as Flags from '@oclif/core/flags';
import { checkLocally } from '../../app/access/check-locally.ts';
import { formatDecision } from '../../views/access/decision.ts';
import { type CheckJson, checkJson } from '../../views/access/json.ts';
import { AccessCommand } from '../base/access-command.ts';
import {
  actionArgument,
  filesOptions,
  resourceArgument,
  situationFrom,
  situationOptions,
  userArgument,
} from '../base/access-options.ts';
import { exitCodes } from '../base/exit-code.ts';

export class AccessCheck extends AccessCommand {
  static override summary = 'Say whether somebody may do something, as the files have it.';
  static override description =
    'Needs no server. The files know no people: say with --role what the user holds. Exits with 2 when it is denied.';
  static override examples = [
    '<%= config.bin %> access check ada read invoice --role viewer',
    `<%= config.bin %> access check ada approve invoice:42 --role approver --attributes '{"resource": {"amount": 500}}' --explain`,
  ];
  static override args = { user: userArgument, action: actionArgument, resource: resourceArgument };
  static override flags = {
    ...filesOptions,
    ...situationOptions,
    explain: Flags.boolean({ description: 'Say what the answer rests on.' }),
  };

  async run(): Promise<CheckJson> {
    const { args, flags } = await this.parse(AccessCheck);
    const { environment, policy } = await this.policyOf(flags);
    const options = { ...situationFrom(args.user, flags), action: args.action, resource: args.resource };
    const { decision, question } = await checkLocally(policy, options, this.host);
    this.print(formatDecision(question, decision, this.textOptions, flags.explain));
    if (!decision.allowed) process.exitCode = exitCodes.denied;
    return checkJson(question, decision, environment);
  }
}
