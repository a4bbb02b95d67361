import { targetOptions } from '../base/options.ts';
import { DeletingCommand } from '../base/deleting-command.ts';
import { tenantArgument, yesOption } from '../base/tenancy-options.ts';

/** `tenants delete --json`. */
export interface DeletedTenantJson {
  readonly deleted: string;
}

export class TenantsDelete extends DeletingCommand {
  static override summary = 'Delete a tenant with everything that belongs to it.';
  static override args = { id: tenantArgument };
  static override flags = { ...targetOptions, ...yesOption };

  async run(): Promise<DeletedTenantJson> {
    const { args, flags } = await this.parse(TenantsDelete);
    const target = await this.targetOf(flags);
    await this.askBefore(`Delete tenant ${args.id} of ${target.environment}, with its members and their roles?`, flags);
    await this.withControlPlane(target, async ({ tenants }) => tenants.delete(args.id));
    this.print(`${this.style.good('✓')} Deleted ${args.id}.`);
    return { deleted: args.id };
  }
}
