import { DeletingCommand } from '../base/deleting-command.ts';
import { targetOptions } from '../base/options.ts';
import { serviceAccountArgument, tenantOption, yesOption } from '../base/tenancy-options.ts';

/** `service-accounts delete --json`. */
export interface DeletedServiceAccountJson {
  readonly deleted: string;
}

export class ServiceAccountsDelete extends DeletingCommand {
  static override summary = 'Delete a service account with its roles.';
  static override args = { id: serviceAccountArgument };
  static override flags = { ...targetOptions, ...tenantOption, ...yesOption };

  async run(): Promise<DeletedServiceAccountJson> {
    const { args, flags } = await this.parse(ServiceAccountsDelete);
    const target = await this.targetOf(flags);
    const question = `Delete service account ${args.id} of ${flags.tenant} in ${target.environment}, with its roles?`;
    await this.askBefore(question, flags);
    await this.withControlPlane(target, async ({ serviceAccounts }) => serviceAccounts.delete(flags.tenant, args.id));
    this.print(`${this.style.good('✓')} Deleted ${args.id}.`);
    return { deleted: args.id };
  }
}
