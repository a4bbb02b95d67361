import * as Flags from '@oclif/core/flags';
import type { CrossTenantGrant } from '../../app/tenancy-client.ts';
import { formatGrant } from '../../views/members.ts';
import { durationOption } from '../base/duration-option.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { tenantArgument, userArgument } from '../base/tenancy-options.ts';

export class TenantsGrant extends ProjectCommand {
  static override summary = 'Let a user who is no member act within a tenant.';
  static override examples = [
    '<%= config.bin %> tenants grant acme sue --role support-agent --reason "Ticket 4711" --expires-in 4h',
  ];
  static override args = { id: tenantArgument, user: userArgument };
  static override flags = {
    ...targetOptions,
    'expires-in': durationOption({ description: 'For how long: 4h, 30m, 7d; by default until it is withdrawn.' }),
    reason: Flags.string({ description: 'Why, for whoever asks later.', helpValue: 'TEXT', required: true }),
    role: Flags.string({
      description: 'Key of a role they have there; may be given several times.',
      helpValue: 'ROLE',
      multiple: true,
      multipleNonGreedy: true,
      required: true,
    }),
  };

  async run(): Promise<CrossTenantGrant> {
    const { args, flags } = await this.parse(TenantsGrant);
    const seconds = flags['expires-in'];
    const expiresAt =
      seconds === undefined ? undefined : new Date(this.host.clock.now().getTime() + seconds * 1_000).toISOString();
    const grant = await this.withControlPlane(await this.targetOf(flags), async ({ grants }) =>
      grants.set(args.id, args.user, {
        roles: flags.role,
        reason: flags.reason,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      }),
    );
    this.print(formatGrant(grant, this.style));
    return grant;
  }
}
