import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { entitlementArgument, tenantArgument } from '../base/tenancy-options.ts';

/** `entitlements remove --json`. */
export interface RemovedOverrideJson {
  /** Key of the entitlement. */
  readonly removed: string;
  readonly tenant: string;
}

export class EntitlementsRemove extends ProjectCommand {
  static override summary = 'Give a tenant again what its plan grants.';
  static override args = { id: tenantArgument, entitlement: entitlementArgument };
  static override flags = targetOptions;

  async run(): Promise<RemovedOverrideJson> {
    const { args, flags } = await this.parse(EntitlementsRemove);
    await this.withControlPlane(await this.targetOf(flags), async ({ entitlements }) =>
      entitlements.removeOverride(args.id, args.entitlement),
    );
    this.print(`${this.style.good('✓')} ${args.id} has of ${args.entitlement} what its plan grants.`);
    return { removed: args.entitlement, tenant: args.id };
  }
}
