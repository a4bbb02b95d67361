import { formatGrantsOfUser } from '../../views/members.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { userArgument } from '../base/tenancy-options.ts';
import type { GrantsJson } from '../tenants/grants.ts';

export class UsersGrants extends ProjectCommand {
  static override summary = 'List the tenants where a user may act without being a member.';
  static override args = { id: userArgument };
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<GrantsJson> {
    const { args, flags } = await this.parse(UsersGrants);
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ grants }) =>
      grants.listOfUser(args.id, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatGrantsOfUser(args.id, data, pagination, this.style));
    return { grants: data, pagination };
  }
}
