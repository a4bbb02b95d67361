import type { User } from '../../app/tenancy-client.ts';
import { formatUser } from '../../views/users.ts';
import { changedAttributes } from '../base/changed-profile.ts';
import { targetOptions } from '../base/options.ts';
import { profileOf, profileOptions } from '../base/profile-options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { removeAttributeOption, userArgument } from '../base/tenancy-options.ts';

export class UsersUpdate extends ProjectCommand {
  static override summary = 'Change what is known of a user.';
  static override args = { id: userArgument };
  static override flags = { ...targetOptions, ...profileOptions, ...removeAttributeOption };

  async run(): Promise<User> {
    const { args, flags } = await this.parse(UsersUpdate);
    const profile = profileOf(flags);
    const attributes = changedAttributes(flags, profile, ['--name', '--email', '--attribute']);
    const user = await this.withControlPlane(await this.targetOf(flags), async ({ users }) =>
      users.update(args.id, { ...profile, attributes }),
    );
    this.print(formatUser(user, undefined, this.style));
    return user;
  }
}
