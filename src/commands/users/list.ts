import * as Flags from '@oclif/core/flags';
import type { Page } from '../../app/control-plane-client.ts';
import type { User } from '../../app/tenancy-client.ts';
import { formatUsers } from '../../views/users.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `users list --json`. */
export interface UsersJson {
  readonly users: readonly User[];
  readonly pagination: Page<User>['pagination'];
}

export class UsersList extends ProjectCommand {
  static override summary = 'List the users of an environment, newest first.';
  static override flags = {
    ...targetOptions,
    ...pageOptions,
    email: Flags.string({ description: 'Only those of this address.', helpValue: 'ADDRESS' }),
  };

  async run(): Promise<UsersJson> {
    const { flags } = await this.parse(UsersList);
    const filter = flags.email === undefined ? {} : { email: flags.email };
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ users }) =>
      users.list(filter, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatUsers(data, pagination, this.style, flags.email));
    return { users: data, pagination };
  }
}
