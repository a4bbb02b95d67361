import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument, userArgument } from '../base/tenancy-options.ts';

/** `tenants remove-member --json`. */
export interface RemovedMemberJson {
  readonly removed: string;
  readonly tenant: string;
}

export class TenantsRemoveMember extends ProjectCommand {
  static override summary = 'Take a member out of a tenant, with the roles held there.';
  static override args = { id: tenantArgument, user: userArgument };
  static override flags = targetOptions;

  async run(): Promise<RemovedMemberJson> {
    const { args, flags } = await this.parse(TenantsRemoveMember);
    await this.withControlPlane(await this.targetOf(flags), async ({ members }) => members.remove(args.id, args.user));
    this.print(`${this.style.good('✓')} ${args.user} is no member of ${args.id} any more.`);
    return { removed: args.user, tenant: args.id };
  }
}
