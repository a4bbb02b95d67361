import type { Tenant } from '../../app/tenancy-client.ts';
import { formatTenant } from '../../views/tenants.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument } from '../base/tenancy-options.ts';

/** `tenants get --json`. */
export interface TenantJson extends Tenant {
  /** Key of the plan the tenant is on. */
  readonly plan: string | null;
}

export class TenantsGet extends ProjectCommand {
  static override summary = 'Show one tenant, its plan and its attributes.';
  static override args = { id: tenantArgument };
  static override flags = targetOptions;

  async run(): Promise<TenantJson> {
    const { args, flags } = await this.parse(TenantsGet);
    const { tenant, plan } = await this.withControlPlane(await this.targetOf(flags), async ({ tenants }) => ({
      tenant: await tenants.get(args.id),
      plan: (await tenants.plan(args.id)).plan,
    }));
    this.print(formatTenant(tenant, plan, this.style));
    return { ...tenant, plan };
  }
}
