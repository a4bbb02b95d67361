import { sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { AuditEntry, EntryChange } from '../../entries/entry.ts';
import { type Hash, hashBytes } from '../../proof/hash.ts';

export interface RestoredEntry {
  readonly entry: AuditEntry;
  /** The stored text. */
  readonly body: string;
  readonly sequence: number;
  readonly leaf: Hash;
  readonly hash: Hash;
  readonly previousHash: Hash;
}

/**
 * Takes away those of them that were given back before until another moment, to be given back until this one. Says how
 * many. Only for entries of which the hash was compared with that in the tree.
 */
export async function deleteRestoredOtherwise(
  { environmentId, tx }: Session,
  tenantId: string,
  entries: readonly RestoredEntry[],
  until: Date,
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    DELETE FROM audit_entries WHERE transaction = '0'::xid8 AND environment_id = ${environmentId} AND tenant_id = ${tenantId}
      AND id = ANY(${sql.param(entries.map(({ entry }) => entry.id))}::text[])
      AND restored_until <> ${until.toISOString()}::timestamptz`);
  return rowCount ?? 0;
}

/** Those that are not there already, with their places and what they mention. Says how many. */
export async function insertRestored(
  { environmentId, tx }: Session,
  tenantId: string,
  entries: readonly RestoredEntry[],
  until: Date,
): Promise<number> {
  const times = entries.map(({ entry }) => entry.recordedAt ?? entry.timestamp);
  const ids = entries.map(({ entry }) => entry.id);
  const texts = (values: readonly (string | null)[]) => sql`${sql.param(values)}::text[]`;
  const bytes = (values: readonly Hash[]) =>
    sql`${sql.param(values.map((value) => `\\x${hashBytes(value).toString('hex')}`))}::bytea[]`;
  const { rowCount } = await tx.execute(sql`
    INSERT INTO audit_entries (transaction, environment_id, tenant_id, restored_until, id, recorded_at, occurred_at, action,
      outcome, actor_type, actor_id, resource_type, resource_id, ip, request_id, body)
    SELECT '0'::xid8, ${environmentId}, ${tenantId}, ${until.toISOString()}::timestamptz, given.* FROM unnest(
      ${texts(ids)}, ${sql.param(times)}::timestamptz[],
      ${sql.param(entries.map(({ entry }) => entry.timestamp))}::timestamptz[],
      ${texts(entries.map(({ entry }) => entry.action))}, ${texts(entries.map(({ entry }) => entry.outcome))},
      ${texts(entries.map(({ entry }) => entry.actor.type))}, ${texts(entries.map(({ entry }) => entry.actor.id))},
      ${texts(entries.map(({ entry }) => entry.resource?.type ?? null))},
      ${texts(entries.map(({ entry }) => entry.resource?.id ?? null))},
      ${texts(entries.map(({ entry }) => entry.actor.ip ?? null))},
      ${texts(entries.map(({ entry }) => entry.requestId ?? null))}, ${texts(entries.map(({ body }) => body))}
    ) AS given ON CONFLICT DO NOTHING`);
  await tx.execute(sql`
    INSERT INTO audit_seals (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
    SELECT ${environmentId}, ${tenantId}, given.* FROM unnest(
      ${sql.param(entries.map(({ sequence }) => sequence))}::bigint[], ${texts(ids)}, ${sql.param(times)}::timestamptz[],
      ${bytes(entries.map(({ leaf }) => leaf))}, ${bytes(entries.map(({ hash }) => hash))},
      ${bytes(entries.map(({ previousHash }) => previousHash))}
    ) AS given ON CONFLICT DO NOTHING`);
  const mentions = entries.flatMap(({ entry }, index) => changesOf(entry).map(({ resource }) => ({ resource, index })));
  await tx.execute(sql`
    INSERT INTO audit_mentions (environment_id, tenant_id, resource_type, resource_id, recorded_at, entry_id)
    SELECT ${environmentId}, ${tenantId}, given.* FROM unnest(
      ${texts(mentions.map(({ resource }) => resource.type))}, ${texts(mentions.map(({ resource }) => resource.id))},
      ${sql.param(mentions.map(({ index }) => times[index] ?? ''))}::timestamptz[],
      ${texts(mentions.map(({ index }) => ids[index] ?? ''))}
    ) AS given ON CONFLICT DO NOTHING`);
  return rowCount ?? 0;
}

/** None where all that is left of them is a digest. */
function changesOf({ changes }: AuditEntry): readonly EntryChange[] {
  return changes === undefined || 'digest' in changes ? [] : changes;
}
