import type { Page } from '../../app/control-plane-client.ts';
import type { CrossTenantGrant } from '../../app/tenancy-client.ts';
import { formatGrants } from '../../views/members.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument } from '../base/tenancy-options.ts';

/** `tenants grants --json`. */
export interface GrantsJson {
  readonly grants: readonly CrossTenantGrant[];
  readonly pagination: Page<CrossTenantGrant>['pagination'];
}

export class TenantsGrants extends ProjectCommand {
  static override summary = 'List who may act within a tenant without being a member.';
  static override args = { id: tenantArgument };
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<GrantsJson> {
    const { args, flags } = await this.parse(TenantsGrants);
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ grants }) =>
      grants.list(args.id, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatGrants(args.id, data, pagination, this.style));
    return { grants: data, pagination };
  }
}
