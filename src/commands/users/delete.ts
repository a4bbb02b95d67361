import { DeletingCommand } from '../base/deleting-command.ts';
import { targetOptions } from '../base/options.ts';
import { userArgument, yesOption } from '../base/tenancy-options.ts';

/** `users delete --json`. */
export interface DeletedUserJson {
  readonly deleted: string;
}

export class UsersDelete extends DeletingCommand {
  static override summary = 'Delete a user, with memberships and roles in every tenant.';
  static override args = { id: userArgument };
  static override flags = { ...targetOptions, ...yesOption };

  async run(): Promise<DeletedUserJson> {
    const { args, flags } = await this.parse(UsersDelete);
    const target = await this.targetOf(flags);
    await this.askBefore(`Delete user ${args.id} from ${target.environment}, and out of every tenant?`, flags);
    await this.withControlPlane(target, async ({ users }) => users.delete(args.id));
    this.print(`${this.style.good('✓')} Deleted ${args.id}.`);
    return { deleted: args.id };
  }
}
