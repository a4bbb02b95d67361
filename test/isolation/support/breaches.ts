// What statements that filter nothing could reach of the victim's rows, below all that the API checks. Tables are taken
// from the database's own catalogue: one that is new is tried without anybody thinking of it.
import { sql, type SQL } from 'drizzle-orm';
import type { Database, SessionScope } from '../../../src/db/contract.ts';
import { sqlState } from '../../../src/db/sql-state.ts';
import type { Place, World } from './places.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

interface Table {
  readonly name: string;
  /** Row-level security is on, and binds the owner too. */
  readonly bound: boolean;
  readonly columns: readonly string[];
  /** Each row is one tenant's. A table may also name a tenant here and there without being tenants'. */
  readonly ofTenants: boolean;
  /** What the application's role may write over. */
  readonly writable: readonly string[];
}

interface Stranger {
  readonly name: 'another tenant' | 'no tenant of that name' | 'another environment' | 'another project' | 'nowhere';
  readonly scope: SessionScope;
}

/** Environments of one project know of each other. */
const seenBySiblings = ['projects', 'environments'];

/** Where readers of everything stand; the application's role has no right to it at all. */
const ofNobody: readonly string[] = ['audit_turns', 'followers'];

/** Every table there is, whoever made it. */
export async function tablesOf(database: Database): Promise<readonly Table[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ name: string; bound: boolean; columns: string[]; ofTenants: boolean; writable: string[] }>(sql`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS bound,
        ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
        c.relname IN ('tenants', 'users') OR EXISTS (
          SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull) AS "ofTenants",
        ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND has_column_privilege('dream_app', c.oid, a.attnum, 'UPDATE')) AS writable
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition ORDER BY 1`),
  );
  return rows;
}

/** What each stranger could do to the victim's rows of a table by statements that filter nothing. */
export async function breaches(
  database: Database,
  { victim, strangers }: World,
  tried: (table: string) => boolean = () => true,
): Promise<readonly string[]> {
  const { projectId, environmentId } = victim.scope;
  const found: string[] = [];
  const elsewhere: readonly Stranger[] = [
    { name: 'another environment', scope: environmentOf(strangers.environment) },
    { name: 'another project', scope: environmentOf(strangers.project) },
    { name: 'nowhere', scope: { projectId: '', environmentId: '' } },
  ];
  const nextDoor: readonly Stranger[] = [
    { name: 'another tenant', scope: strangers.tenant.scope },
    { name: 'no tenant of that name', scope: { projectId, environmentId, tenantId: '-' } },
  ];
  for (const table of await tablesOf(database)) {
    const { name, ofTenants, bound } = table;
    if (ofNobody.includes(name) || !tried(name)) continue;
    if (!bound) found.push(`${name} is not bound by row-level security`);
    for (const stranger of elsewhere) {
      const rows = await victimRows(database, table, victim, 'environment');
      const sibling = stranger.name === 'another environment' && seenBySiblings.includes(name);
      found.push(...(await breachesBy(database, stranger, table, 'environment_id', rows, sibling)));
    }
    if (!ofTenants) continue;
    for (const stranger of nextDoor) {
      const rows = await victimRows(database, table, victim, 'tenant');
      found.push(...(await breachesBy(database, stranger, table, 'tenant_id', rows, false)));
    }
  }
  return found;
}

function environmentOf({ scope: { projectId, environmentId } }: Place): SessionScope {
  return { projectId, environmentId };
}

async function victimRows(
  database: Database,
  { name, columns }: Table,
  { scope }: Place,
  whose: 'environment' | 'tenant',
): Promise<readonly string[]> {
  const mine = (): SQL => {
    if (name === 'projects') return sql`t.id = ${scope.projectId}`;
    if (name === 'environments') return sql`t.id = ${scope.environmentId}`;
    const inEnvironment = sql`t.environment_id = ${scope.environmentId}`;
    if (whose === 'environment') return inEnvironment;
    if (columns.includes('tenant_id')) return sql`${inEnvironment} AND t.tenant_id = ${scope.tenantId}`;
    if (name === 'tenants') return sql`${inEnvironment} AND t.id = ${scope.tenantId}`;
    return sql`${inEnvironment} AND t.id IN (
      SELECT user_id FROM memberships WHERE environment_id = ${scope.environmentId} AND tenant_id = ${scope.tenantId})`;
  };
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ row: string }>(sql`SELECT to_jsonb(t)::text AS row FROM ${sql.identifier(name)} AS t WHERE ${mine()}`),
  );
  return rows.map(({ row }) => row);
}

async function breachesBy(
  database: Database,
  { name: stranger, scope }: Stranger,
  { name, writable }: Table,
  key: 'environment_id' | 'tenant_id',
  victims: readonly string[],
  maySee: boolean,
): Promise<readonly string[]> {
  const table = sql.identifier(name);
  const [victim] = victims;
  if (victim === undefined) return [`${name} has no row of the victim's to reach for`];
  const [column] = writable;
  const attempts: readonly (readonly [string, SQL])[] = [
    ...(maySee ? [] : [['sees', sql`SELECT to_jsonb(t)::text AS row FROM ${table} AS t`] as const]),
    ...(column === undefined
      ? []
      : [
          [
            'changes',
            sql`UPDATE ${table} AS t SET ${sql.identifier(column)} = ${sql.identifier(column)} RETURNING to_jsonb(t)::text AS row`,
          ] as const,
        ]),
    ['deletes', sql`DELETE FROM ${table} AS t RETURNING to_jsonb(t)::text AS row`],
  ];
  const found: string[] = [];
  const reached = (rows: readonly { row: string }[]): boolean => rows.some(({ row }) => victims.includes(row));
  for (const [verb, statement] of attempts) {
    const rows = await tryAndForget(database, scope, statement);
    if (rows !== INSUFFICIENT_PRIVILEGE && (typeof rows === 'string' || reached(rows))) {
      found.push(`${stranger} ${verb} ${name}${typeof rows === 'string' ? `: ${rows}` : ''}`);
    }
  }
  const there: unknown = Reflect.get(JSON.parse(victim) as object, key);
  const additions: readonly (readonly [string, SQL])[] = [
    // An environment may have siblings, and so add one.
    ...(maySee
      ? []
      : [
          [
            'adds to',
            sql`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, ${victim}::jsonb) RETURNING '' AS row`,
          ] as const,
        ]),
    ...(typeof there === 'string'
      ? [['moves rows into', sql`UPDATE ${table} SET ${sql.identifier(key)} = ${there} RETURNING '' AS row`] as const]
      : []),
  ];
  for (const [verb, statement] of additions) {
    const rows = await tryAndForget(database, scope, statement);
    // Whoever has no rows moves none.
    const nothingDone = verb === 'moves rows into' && rows.length === 0;
    if (rows !== INSUFFICIENT_PRIVILEGE && !nothingDone) {
      found.push(`${stranger} ${verb} ${name}${typeof rows === 'string' ? `: ${rows}` : ''}`);
    }
  }
  return found;
}

/** The rows that a statement gave, or the code of what was refused. Nothing of it stays. */
async function tryAndForget(
  database: Database,
  scope: SessionScope,
  statement: SQL,
): Promise<readonly { row: string }[] | string> {
  let given: readonly { row: string }[] | undefined;
  const forget = new Error('forget it');
  try {
    await database.withEnvironment(scope, 'write', async ({ tx }) => {
      given = (await tx.execute<{ row: string }>(statement)).rows;
      throw forget;
    });
  } catch (error) {
    if (error !== forget) return sqlState(error) ?? String(error);
  }
  return given ?? [];
}
