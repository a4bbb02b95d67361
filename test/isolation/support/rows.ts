// All that a database keeps of an environment, or of one tenant in it, so that two states can be compared byte for byte
// whatever order the rows are in.
import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../../src/db/contract.ts';
import { allTables } from '../../support/all-tables.ts';
import type { Place } from './places.ts';

/** Table by table, its rows as JSON texts in order. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** Where readers of everything stand, and whose turn it is, is nobody’s. */
const { auditTurns: _turns, followers: _followers, ...tablesOfSomebody } = allTables;
export const ofSomebody = tablesOfSomebody;

const tables = Object.values(ofSomebody).map((table) => ({
  name: getTableName(table),
  columns: Object.values(getTableColumns(table)).map(({ name }) => name),
  /** Each row is one tenant's. */
  ofTenants: Object.values(getTableColumns(table)).some(({ name, notNull }) => name === 'tenant_id' && notNull),
}));

const everyTable: ReadonlySet<string> = new Set(tables.map(({ name }) => name));

/**
 * `tx` is the control plane's. `among` leaves out all other tables. When a key was last used is left out: asking is a use. So is what the record says of
 * requests that were refused: whoever comes with the publishable key of a place is in its record.
 */
export async function rowsOf(
  tx: Transaction,
  { scope }: Place,
  whose: 'environment' | 'tenant',
  among: ReadonlySet<string> = everyTable,
): Promise<Rows> {
  const found = new Map<string, readonly string[]>();
  const parts = tables.flatMap((table) => {
    const { name } = table;
    const condition = among.has(name) ? belonging(table, scope, whose) : null;
    return condition === null
      ? []
      : [
          sql`SELECT ${name}::text AS name, (to_jsonb(t) - 'last_used_at')::text AS row FROM ${sql.identifier(name)} AS t WHERE ${condition}`,
        ];
  });
  if (parts.length === 0) return found;
  const { rows } = await tx.execute<{ name: string; row: string }>(sql.join(parts, sql` UNION ALL `));
  for (const [name, ofTable] of Map.groupBy(rows, (row) => row.name)) {
    found.set(name, ofTable.map(({ row }) => row).toSorted());
  }
  return found;
}

function belonging(
  { name, columns, ofTenants }: (typeof tables)[number],
  { projectId, environmentId, tenantId }: Place['scope'],
  whose: 'environment' | 'tenant',
): SQL | null {
  const ofTenant = sql`t.environment_id = ${environmentId} AND `;
  if (whose === 'tenant') {
    if (name === 'tenants') return sql`${ofTenant} t.id = ${tenantId}`;
    if (name === 'users') {
      return sql`${ofTenant} EXISTS (SELECT FROM memberships AS m
        WHERE m.environment_id = t.environment_id AND m.user_id = t.id AND m.tenant_id = ${tenantId})`;
    }
    return ofTenants ? sql`${ofTenant} t.tenant_id = ${tenantId}` : null;
  }
  if (name === 'projects') return sql`t.id = ${projectId}`;
  if (name === 'environments') return sql`t.id = ${environmentId}`;
  if (name === 'audit_entries') return sql`t.environment_id = ${environmentId} AND t.resource_type <> 'operation'`;
  if (!columns.includes('environment_id')) throw new Error(`nobody can tell whose rows table ${name} holds`);
  return sql`t.environment_id = ${environmentId}`;
}

/**
 * All tables that the open transaction may have written to, since nobody writes without a lock that lasts until the end:
 * to read each table after each request would take most of the time.
 */
export async function writtenIn(tx: Transaction): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    SELECT DISTINCT c.relname::text AS name
    FROM pg_locks AS l JOIN pg_class AS c ON c.oid = coalesce(pg_partition_root(l.relation), l.relation)
    WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')`);
  return new Set(rows.map(({ name }) => name));
}

/** Names of tables in which the two differ. */
export function changedTables(before: Rows, after: Rows, among: ReadonlySet<string> = everyTable): readonly string[] {
  return [...among].filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)));
}
