import type { ServiceAccount } from '../../app/tenancy-client.ts';
import { formatServiceAccountNow } from '../../views/service-accounts.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { roleArgument, serviceAccountArgument, tenantOption } from '../base/tenancy-options.ts';

export class ServiceAccountsUnassign extends ProjectCommand {
  static override summary = 'Take a role from a service account.';
  static override args = { id: serviceAccountArgument, role: roleArgument };
  static override flags = { ...targetOptions, ...tenantOption };

  async run(): Promise<ServiceAccount> {
    const { args, flags } = await this.parse(ServiceAccountsUnassign);
    const account = await this.withControlPlane(await this.targetOf(flags), async ({ serviceAccounts }) =>
      serviceAccounts.removeRole(flags.tenant, args.id, args.role),
    );
    this.print(formatServiceAccountNow(flags.tenant, account, this.style));
    return account;
  }
}
