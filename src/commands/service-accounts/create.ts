import * as Args from '@oclif/core/args';
import type { ServiceAccount } from '../../app/tenancy-client.ts';
import { formatServiceAccountNow } from '../../views/service-accounts.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { roleOption, tenantOption } from '../base/tenancy-options.ts';

export class ServiceAccountsCreate extends ProjectCommand {
  static override summary = 'Create a service account: a program that acts within a tenant.';
  static override description = 'It has the roles named here and no others: those of new members are for people.';
  static override examples = [
    '<%= config.bin %> service-accounts create "Nightly import" --tenant acme --role accountant',
  ];
  static override args = {
    name: Args.string({ description: 'The name people read.', ignoreStdin: true, required: true }),
  };
  static override flags = { ...targetOptions, ...tenantOption, ...roleOption };

  async run(): Promise<ServiceAccount> {
    const { args, flags } = await this.parse(ServiceAccountsCreate);
    const account = await this.withControlPlane(await this.targetOf(flags), async ({ serviceAccounts }) =>
      serviceAccounts.create(flags.tenant, { name: args.name, roles: flags.role ?? [] }),
    );
    this.print(formatServiceAccountNow(flags.tenant, account, this.style));
    return account;
  }
}
