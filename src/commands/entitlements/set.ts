import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { EntitlementOverride } from '../../app/entitlement-client.ts';
import { readGrantedValue } from '../../app/read-granted-value.ts';
import { readInstant } from '../../app/read-instant.ts';
import { formatOverride } from '../../views/entitlements.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { entitlementArgument, tenantArgument } from '../base/tenancy-options.ts';

export class EntitlementsSet extends ProjectCommand {
  static override summary = 'Give a tenant something else than its plan grants.';
  static override description = 'It is felt at once, and goes over the plan until it ends or is removed.';
  static override examples = [
    '<%= config.bin %> entitlements set acme api-access 50000 --reason "Contract 4711" --until 2027-01-01',
    '<%= config.bin %> entitlements set acme sso true --reason "Trial" --until 2026-12-24T18:00:00Z',
    `<%= config.bin %> entitlements set acme seats '{"min":5,"max":80}' --reason "Contract 4711"`,
  ];
  static override args = {
    id: tenantArgument,
    entitlement: entitlementArgument,
    value: Args.string({
      description: 'As a plan would say it: true, 500, unlimited, a level, or JSON.',
      ignoreStdin: true,
      required: true,
    }),
  };
  static override flags = {
    ...targetOptions,
    reason: Flags.string({ description: 'Why, for whoever asks later.', helpValue: 'TEXT', required: true }),
    until: Flags.string({ description: 'When it ends; by default when it is removed.', helpValue: 'TIME' }),
  };

  async run(): Promise<EntitlementOverride> {
    const { args, flags } = await this.parse(EntitlementsSet);
    const until = flags.until === undefined ? undefined : readInstant(flags.until).toISOString();
    const override = await this.withControlPlane(await this.targetOf(flags), async ({ entitlements }) =>
      entitlements.setOverride(args.id, args.entitlement, {
        value: readGrantedValue(args.value),
        reason: flags.reason,
        ...(until === undefined ? {} : { expiresAt: until }),
      }),
    );
    this.print(formatOverride(override, this.style));
    return override;
  }
}
