import type { EntitlementAccess } from '../../app/entitlement-client.ts';
import { formatEntitlements } from '../../views/entitlements.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument } from '../base/tenancy-options.ts';

/** `entitlements list --json`. */
export interface EntitlementsJson {
  readonly tenant: string;
  /** By key. */
  readonly entitlements: { readonly [key: string]: EntitlementAccess };
}

export class EntitlementsList extends ProjectCommand {
  static override summary = 'List what a tenant has of each entitlement, and what it has used.';
  static override args = { id: tenantArgument };
  static override flags = targetOptions;

  async run(): Promise<EntitlementsJson> {
    const { args, flags } = await this.parse(EntitlementsList);
    const found = await this.withControlPlane(await this.targetOf(flags), async ({ entitlements }) =>
      entitlements.evaluate(args.id),
    );
    this.print(formatEntitlements(found, this.style));
    return { tenant: args.id, entitlements: found };
  }
}
