import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument, userArgument } from '../base/tenancy-options.ts';

/** `tenants withdraw --json`. */
export interface WithdrawnGrantJson {
  readonly withdrawn: string;
  readonly tenant: string;
}

export class TenantsWithdraw extends ProjectCommand {
  static override summary = 'Withdraw what tenants grant gave.';
  static override args = { id: tenantArgument, user: userArgument };
  static override flags = targetOptions;

  async run(): Promise<WithdrawnGrantJson> {
    const { args, flags } = await this.parse(TenantsWithdraw);
    await this.withControlPlane(await this.targetOf(flags), async ({ grants }) => grants.withdraw(args.id, args.user));
    this.print(`${this.style.good('✓')} ${args.user} may not act within ${args.id} any more.`);
    return { withdrawn: args.user, tenant: args.id };
  }
}
