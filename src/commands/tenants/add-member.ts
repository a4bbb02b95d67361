import type { Member } from '../../app/tenancy-client.ts';
import { formatMember } from '../../views/members.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { roleOption, tenantArgument, userArgument } from '../base/tenancy-options.ts';

export class TenantsAddMember extends ProjectCommand {
  static override summary = 'Make a user a member of a tenant.';
  static override description = 'Every new member gets the roles that say `default: true`, and those named here.';
  static override args = { id: tenantArgument, user: userArgument };
  static override flags = { ...targetOptions, ...roleOption };

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(TenantsAddMember);
    const member = await this.withControlPlane(await this.targetOf(flags), async ({ members }) =>
      members.add(args.id, args.user, flags.role ?? []),
    );
    this.print(formatMember(args.id, member, this.style));
    return member;
  }
}
