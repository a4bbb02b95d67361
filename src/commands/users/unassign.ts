import type { Member } from '../../app/tenancy-client.ts';
import { formatMember } from '../../views/members.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { roleArgument, tenantOption, userArgument } from '../base/tenancy-options.ts';

export class UsersUnassign extends ProjectCommand {
  static override summary = 'Take a role in a tenant from a user, who stays a member.';
  static override args = { id: userArgument, role: roleArgument };
  static override flags = { ...targetOptions, ...tenantOption };

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(UsersUnassign);
    const member = await this.withControlPlane(await this.targetOf(flags), async ({ members }) =>
      members.removeRole(flags.tenant, args.id, args.role),
    );
    this.print(formatMember(flags.tenant, member, this.style));
    return member;
  }
}
