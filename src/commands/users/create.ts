import { readAttributes } from '../../app/read-attributes.ts';
import type { User } from '../../app/tenancy-client.ts';
import { formatUser } from '../../views/users.ts';
import { targetOptions } from '../base/options.ts';
import { profileOf, profileOptions } from '../base/profile-options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { userArgument } from '../base/tenancy-options.ts';

export class UsersCreate extends ProjectCommand {
  static override summary = 'Create a user.';
  static override examples = ['<%= config.bin %> users create user_2abc --email ada@acme.com --name Ada'];
  static override args = { id: userArgument };
  static override flags = { ...targetOptions, ...profileOptions };

  async run(): Promise<User> {
    const { args, flags } = await this.parse(UsersCreate);
    const attributes = readAttributes(flags.attribute ?? []);
    const user = await this.withControlPlane(await this.targetOf(flags), async ({ users }) =>
      users.create({ id: args.id, ...profileOf(flags), attributes }),
    );
    this.print(formatUser(user, undefined, this.style));
    return user;
  }
}
