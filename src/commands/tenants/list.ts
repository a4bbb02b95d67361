import * as Flags from '@oclif/core/flags';
import type { Page } from '../../app/control-plane-client.ts';
import type { Tenant } from '../../app/tenancy-client.ts';
import { formatTenants } from '../../views/tenants.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `tenants list --json`. */
export interface TenantsJson {
  readonly tenants: readonly Tenant[];
  readonly pagination: Page<Tenant>['pagination'];
}

export class TenantsList extends ProjectCommand {
  static override summary = 'List the tenants of an environment, newest first.';
  static override flags = {
    ...targetOptions,
    ...pageOptions,
    plan: Flags.string({ description: 'Only those on the plan of this key.', helpValue: 'KEY' }),
  };

  async run(): Promise<TenantsJson> {
    const { flags } = await this.parse(TenantsList);
    const filter = flags.plan === undefined ? {} : { plan: flags.plan };
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ tenants }) =>
      tenants.list(filter, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatTenants(data, pagination, this.style, flags.plan));
    return { tenants: data, pagination };
  }
}
