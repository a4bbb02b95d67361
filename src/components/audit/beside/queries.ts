import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/contract.ts';
import { environments } from '../../../db/tables/index.ts';
import type { auditEntries } from '../tables.ts';

/** What environments are called, by id. */
export async function selectEnvironmentKeys(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: environments.id, key: environments.key })
    .from(environments)
    .where(inArray(environments.id, [...ids]));
  return new Map(rows.map(({ id, key }) => [id, key]));
}

type EntryRow = Pick<
  typeof auditEntries.$inferInsert,
  | 'environmentId'
  | 'id'
  | 'tenantId'
  | 'recordedAt'
  | 'occurredAt'
  | 'action'
  | 'outcome'
  | 'actorType'
  | 'actorId'
  | 'resourceType'
  | 'resourceId'
  | 'ip'
  | 'requestId'
  | 'body'
>;

/** By one list for each column: thousands of rows of single values take longer to put together, and to read, than to write. */
export async function insertEntries(tx: Transaction, rows: readonly EntryRow[]): Promise<void> {
  const list = (of: (row: EntryRow) => string | null | undefined): SQL =>
    sql`${sql.param(rows.map((row) => of(row) ?? null))}::text[]`;
  // JSON never holds this character, and nothing of it has to be escaped, as it would in a list.
  const bodies = rows.map(({ body }) => body).join('\u0001');
  await tx.execute(sql`
    INSERT INTO audit_entries (environment_id, id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type,
      actor_id, resource_type, resource_id, ip, request_id, body)
    SELECT environment_id, id, tenant_id, recorded_at::timestamptz, occurred_at::timestamptz, action, outcome, actor_type,
      actor_id, resource_type, resource_id, ip, request_id, body
    FROM unnest(${list((row) => row.environmentId)}, ${list((row) => row.id)}, ${list((row) => row.tenantId)},
      ${list((row) => row.recordedAt.toISOString())}, ${list((row) => row.occurredAt.toISOString())},
      ${list((row) => row.action)}, ${list((row) => row.outcome)}, ${list((row) => row.actorType)},
      ${list((row) => row.actorId)}, ${list((row) => row.resourceType)}, ${list((row) => row.resourceId)},
      ${list((row) => row.ip)}, ${list((row) => row.requestId)}, string_to_array(${bodies}, E'\\x01'))
      AS added (environment_id, id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id,
        resource_type, resource_id, ip, request_id, body)`);
}
