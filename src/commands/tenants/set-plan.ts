import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';
import type { TenantPlan } from '../../app/tenancy-client.ts';
import { formatTenantPlan } from '../../views/tenants.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument } from '../base/tenancy-options.ts';

export class TenantsSetPlan extends ProjectCommand {
  static override summary = 'Put a tenant on a plan.';
  static override examples = [
    '<%= config.bin %> tenants set-plan acme pro',
    '<%= config.bin %> tenants set-plan acme --none',
  ];
  static override args = {
    id: tenantArgument,
    plan: Args.string({ description: 'Key of the plan.', ignoreStdin: true }),
  };
  static override flags = {
    ...targetOptions,
    none: Flags.boolean({ default: false, description: 'Put the tenant on no plan.' }),
  };

  async run(): Promise<TenantPlan> {
    const { args, flags } = await this.parse(TenantsSetPlan);
    if ((args.plan === undefined) !== flags.none) {
      throw usageError('Name a plan, or say --none.', `Write: dream tenants set-plan ${args.id} PLAN`);
    }
    const plan = await this.withControlPlane(await this.targetOf(flags), async ({ tenants }) =>
      tenants.setPlan(args.id, args.plan ?? null),
    );
    this.print(formatTenantPlan(plan, this.style));
    return plan;
  }
}
