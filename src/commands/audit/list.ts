import * as Flags from '@oclif/core/flags';
import type { FoundEntry } from '../../app/audit-client.ts';
import { readPast } from '../../app/read-instant.ts';
import { type EntryFacts, formatEntryList } from '../../views/audit/entries.ts';
import { entryOptions, entryQuery, isNarrowed } from '../base/audit-options.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `audit list --json`. */
export interface AuditListJson {
  readonly entries: readonly FoundEntry[];
  readonly hasMore: boolean;
  /** For `--cursor`; null at the end. */
  readonly nextCursor: string | null;
}

export class AuditList extends ProjectCommand {
  static override summary = 'Search the record of who did what, newest first.';
  static override description =
    'Without --tenant, in all of the environment. An entry is found as soon as it is written.';
  static override examples = [
    '<%= config.bin %> audit list --since 24h --action user.*',
    '<%= config.bin %> audit list --tenant acme --actor ada --outcome denied --json',
  ];
  static override flags = {
    ...targetOptions,
    tenant: Flags.string({ char: 't', description: 'Only entries of this tenant.', helpValue: 'ID' }),
    ...entryOptions,
    limit: Flags.integer({ default: 20, description: 'How many at most.', max: 200, min: 1 }),
    cursor: Flags.string({ description: 'nextCursor of the part before, as --json gives it.', helpValue: 'CURSOR' }),
  };

  async run(): Promise<AuditListJson> {
    const { flags } = await this.parse(AuditList);
    const query = entryQuery(flags, (time) => readPast(time, this.host.clock.now()));
    const { cursor, limit } = flags;
    const target = await this.targetOf(flags);
    const { data, hasMore, nextCursor } = await this.withControlPlane(target, async ({ audit }) =>
      audit.entries(query, { cursor, limit }),
    );
    const filtered = isNarrowed(query) || cursor !== undefined;
    this.print(formatEntryList(data as readonly EntryFacts[], hasMore, filtered, this.style));
    return { entries: data, hasMore, nextCursor };
  }
}
