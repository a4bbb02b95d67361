import * as Flags from '@oclif/core/flags';
import type { AlertFiring } from '../../app/alert-client.ts';
import { formatFirings } from '../../views/alerts/firings.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `alerts firings --json`. */
export interface AlertsFiringsJson {
  readonly firings: readonly AlertFiring[];
  readonly hasMore: boolean;
  /** For `--cursor`; null at the end. */
  readonly nextCursor: string | null;
}

export class AlertsFirings extends ProjectCommand {
  static override summary = 'List the times that alarms were raised, newest first.';
  static override examples = [
    '<%= config.bin %> alerts firings --env production',
    '<%= config.bin %> alerts firings --rule brute-force --tenant acme --json',
  ];
  static override flags = {
    ...targetOptions,
    tenant: Flags.string({ char: 't', description: 'Only alarms of this tenant.', helpValue: 'ID' }),
    rule: Flags.string({ description: 'Only alarms of the rule of this key.', helpValue: 'KEY' }),
    by: Flags.string({ description: 'Only for this value of what the rule counts by.', helpValue: 'VALUE' }),
    limit: Flags.integer({ default: 20, description: 'How many at most.', max: 200, min: 1 }),
    cursor: Flags.string({ description: 'nextCursor of the part before, as --json gives it.', helpValue: 'CURSOR' }),
  };

  async run(): Promise<AlertsFiringsJson> {
    const { flags } = await this.parse(AlertsFirings);
    const { by, cursor, limit, rule, tenant } = flags;
    const { data, hasMore, nextCursor } = await this.withControlPlane(await this.targetOf(flags), async ({ alerts }) =>
      alerts.firings({ tenant, rule, key: by }, { cursor, limit }),
    );
    const filtered = [by, cursor, rule, tenant].some((option) => option !== undefined);
    this.print(formatFirings(data, { filtered, hasMore }, this.style));
    return { firings: data, hasMore, nextCursor };
  }
}
