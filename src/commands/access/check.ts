import * as Flags from '@oclif/core/flags';
import { checkLive } from '../../app/access/ask-live.ts';
import { checkLocally } from '../../app/access/check-locally.ts';
import { formatDecision } from '../../views/access/decision.ts';
import { type CheckJson, checkJson } from '../../views/access/json.ts';
import { AccessCommand } from '../base/access-command.ts';
import {
  actionArgument,
  filesOptions,
  liveOptions,
  resourceArgument,
  situationFrom,
  situationOptions,
  userArgument,
} from '../base/access-options.ts';
import { exitCodes } from '../base/exit-code.ts';

export class AccessCheck extends AccessCommand {
  static override summary = 'Say whether somebody may do something, as the files or a control plane have it.';
  static override description =
    'The files know no people: say with --role what the user holds. With --live or --server, a control plane answers from what it knows. Exits with 2 when it is denied.';
  static override examples = [
    '<%= config.bin %> access check ada read invoice --role viewer',
    `<%= config.bin %> access check ada approve invoice:42 --role approver --attributes '{"resource": {"amount": 500}}' --explain`,
    '<%= config.bin %> access check user_2abc read invoice:42 --live --tenant acme',
  ];
  static override args = { user: userArgument, action: actionArgument, resource: resourceArgument };
  static override flags = {
    ...filesOptions,
    ...situationOptions,
    ...liveOptions,
    explain: Flags.boolean({ description: 'Say what the answer rests on.' }),
  };

  async run(): Promise<CheckJson> {
    const { args, flags } = await this.parse(AccessCheck);
    const { attributes } = flags;
    const { answer, environment } =
      (await this.askLive(flags, (client, tenant) => checkLive(client, { ...args, attributes, tenant }, this.host))) ??
      (await this.askFiles(flags, (policy) =>
        checkLocally(policy, { ...args, ...situationFrom(args.user, flags) }, this.host),
      ));
    const { decision, question } = answer;
    this.print(formatDecision(question, decision, this.textOptions, flags.explain));
    if (!decision.allowed) process.exitCode = exitCodes.denied;
    return checkJson(question, decision, environment);
  }
}
