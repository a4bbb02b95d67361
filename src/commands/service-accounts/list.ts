import type { Page } from '../../app/control-plane-client.ts';
import type { ServiceAccount } from '../../app/tenancy-client.ts';
import { formatServiceAccounts } from '../../views/service-accounts.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantOption } from '../base/tenancy-options.ts';

/** `service-accounts list --json`. */
export interface ServiceAccountsJson {
  readonly serviceAccounts: readonly ServiceAccount[];
  readonly pagination: Page<ServiceAccount>['pagination'];
}

export class ServiceAccountsList extends ProjectCommand {
  static override summary = 'List the service accounts of a tenant with their roles, oldest first.';
  static override flags = { ...targetOptions, ...tenantOption, ...pageOptions };

  async run(): Promise<ServiceAccountsJson> {
    const { flags } = await this.parse(ServiceAccountsList);
    const target = await this.targetOf(flags);
    const { data, pagination } = await this.withControlPlane(target, async ({ serviceAccounts }) =>
      serviceAccounts.list(flags.tenant, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatServiceAccounts(flags.tenant, data, pagination, this.style));
    return { serviceAccounts: data, pagination };
  }
}
