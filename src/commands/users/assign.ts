import { assignRole } from '../../app/assign-role.ts';
import type { Member } from '../../app/tenancy-client.ts';
import { formatMember } from '../../views/members.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { roleArgument, tenantOption, userArgument } from '../base/tenancy-options.ts';

export class UsersAssign extends ProjectCommand {
  static override summary = 'Give a user a role in a tenant, as a member of it.';
  static override examples = ['<%= config.bin %> users assign ada finance-admin --tenant acme'];
  static override args = { id: userArgument, role: roleArgument };
  static override flags = { ...targetOptions, ...tenantOption };

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(UsersAssign);
    const member = await this.withControlPlane(await this.targetOf(flags), async (controlPlane) =>
      assignRole(controlPlane, flags.tenant, args.id, args.role),
    );
    this.print(formatMember(flags.tenant, member, this.style));
    return member;
  }
}
