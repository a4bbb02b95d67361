import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { ErasedPersonal } from '../../app/audit-client.ts';
import { formatErased } from '../../views/audit/retained.ts';
import { DeletingCommand } from '../base/deleting-command.ts';
import { targetOptions } from '../base/options.ts';
import { yesOption } from '../base/tenancy-options.ts';

export class AuditErase extends DeletingCommand {
  static override summary = 'Erase what entries keep apart because it tells of a person.';
  static override description =
    'The entries stay, and every export and archive verifies as before: they hold a salted hash of it and nothing more. That it was erased, and of how many entries, is an entry itself.';
  static override examples = ['<%= config.bin %> audit erase user_42 --tenant acme'];
  static override args = {
    subject: Args.string({
      required: true,
      description: 'Whom it is about, as entries name them.',
      ignoreStdin: true,
    }),
  };
  static override flags = {
    ...targetOptions,
    tenant: Flags.string({ char: 't', description: 'Only in entries of this tenant.', helpValue: 'ID' }),
    ...yesOption,
  };

  async run(): Promise<ErasedPersonal> {
    const { args, flags } = await this.parse(AuditErase);
    const target = await this.targetOf(flags);
    const where = flags.tenant === undefined ? `all of ${target.environment}` : `tenant ${flags.tenant}`;
    await this.askBefore(`Erase what tells of ${args.subject} in ${where}? Nobody can bring it back.`, flags);
    const erased = await this.withControlPlane(target, async ({ audit }) => audit.erase(args.subject, flags.tenant));
    this.print(formatErased(erased, this.style));
    return erased;
  }
}
