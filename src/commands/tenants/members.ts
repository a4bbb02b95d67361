import type { Page } from '../../app/control-plane-client.ts';
import type { Member } from '../../app/tenancy-client.ts';
import { formatMembers } from '../../views/members.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument } from '../base/tenancy-options.ts';

/** `tenants members --json`. */
export interface MembersJson {
  readonly members: readonly Member[];
  readonly pagination: Page<Member>['pagination'];
}

export class TenantsMembers extends ProjectCommand {
  static override summary = 'List the members of a tenant with their roles.';
  static override args = { id: tenantArgument };
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<MembersJson> {
    const { args, flags } = await this.parse(TenantsMembers);
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ members }) =>
      members.list(args.id, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatMembers(args.id, data, pagination, this.style));
    return { members: data, pagination };
  }
}
