import type { ServiceAccount } from '../../app/tenancy-client.ts';
import { formatServiceAccount } from '../../views/service-accounts.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { serviceAccountArgument, tenantOption } from '../base/tenancy-options.ts';

export class ServiceAccountsGet extends ProjectCommand {
  static override summary = 'Show one service account with its roles.';
  static override args = { id: serviceAccountArgument };
  static override flags = { ...targetOptions, ...tenantOption };

  async run(): Promise<ServiceAccount> {
    const { args, flags } = await this.parse(ServiceAccountsGet);
    const account = await this.withControlPlane(await this.targetOf(flags), async ({ serviceAccounts }) =>
      serviceAccounts.get(flags.tenant, args.id),
    );
    this.print(formatServiceAccount(flags.tenant, account, this.style));
    return account;
  }
}
