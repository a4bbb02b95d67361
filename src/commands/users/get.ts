import * as Flags from '@oclif/core/flags';
import type { Page } from '../../app/control-plane-client.ts';
import type { Membership, User } from '../../app/tenancy-client.ts';
import { formatUser } from '../../views/users.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { userArgument } from '../base/tenancy-options.ts';

/** `users get --json`. */
export interface UserJson extends User {
  /** One page of them, by tenant id. */
  readonly memberships: readonly Membership[];
  readonly pagination: Page<Membership>['pagination'];
}

export class UsersGet extends ProjectCommand {
  static override summary = 'Show one user, and the tenants they are a member of.';
  static override args = { id: userArgument };
  static override flags = {
    ...targetOptions,
    ...pageOptions,
    // Few are members of more, so that one page is all there is.
    'page-size': Flags.integer({ default: 200, description: 'How many tenants on a page.', max: 200, min: 1 }),
  };

  async run(): Promise<UserJson> {
    const { args, flags } = await this.parse(UsersGet);
    const page = { page: flags.page, pageSize: flags['page-size'] };
    const { user, memberships } = await this.withControlPlane(await this.targetOf(flags), async ({ users }) => ({
      user: await users.get(args.id),
      memberships: await users.memberships(args.id, page),
    }));
    this.print(formatUser(user, memberships, this.style));
    return { ...user, memberships: memberships.data, pagination: memberships.pagination };
  }
}
