import type { Membership, User } from '../../app/tenancy-client.ts';
import { formatUser } from '../../views/users.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { userArgument } from '../base/tenancy-options.ts';

/** `users get --json`. */
export interface UserJson extends User {
  /** The first 200, by tenant id. */
  readonly memberships: readonly Membership[];
}

export class UsersGet extends ProjectCommand {
  static override summary = 'Show one user, and the tenants they are a member of.';
  static override args = { id: userArgument };
  static override flags = targetOptions;

  async run(): Promise<UserJson> {
    const { args, flags } = await this.parse(UsersGet);
    const { user, memberships } = await this.withControlPlane(await this.targetOf(flags), async ({ users }) => ({
      user: await users.get(args.id),
      memberships: (await users.memberships(args.id, { page: 1, pageSize: 200 })).data,
    }));
    this.print(formatUser(user, memberships, this.style));
    return { ...user, memberships };
  }
}
