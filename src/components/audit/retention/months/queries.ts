import { type SQL, sql } from 'drizzle-orm';
import type { Session, Transaction } from '../../../../db/contract.ts';
import { auditEntries, auditSeals } from '../../tables.ts';
import type { Month } from '../month.ts';
import type { PrunedPart } from '../queries.ts';

/** The number of the newest transaction that wrote in a month; null: nothing is in it, or nothing of it may go as yet. */
export async function selectNewest(tx: Transaction, month: Month, sealer: string): Promise<string | null> {
  const inMonth = within(sql`${auditEntries.recordedAt}`, month);
  const { rows } = await tx.execute<{ newest: string }>(sql`
    SELECT newest.transaction::text AS newest FROM (
      SELECT ${auditEntries.transaction} AS transaction, ${auditEntries.id} AS id FROM ${auditEntries} WHERE ${inMonth}
      ORDER BY ${auditEntries.transaction} DESC, ${auditEntries.id} DESC LIMIT 1
    ) AS newest
    JOIN followers ON followers.name = ${sealer} AND (followers.transaction, followers.id) >= (newest.transaction, newest.id)
    WHERE NOT EXISTS (SELECT FROM ${auditEntries} WHERE ${auditEntries.transaction} = '0'::xid8 AND ${inMonth})`);
  return rows[0]?.newest ?? null;
}

/** Entries that no policy tells apart. */
export interface Alike {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly action: string;
}

/** The first of those that there are in a month. Each is one step in the index of actions. */
export async function selectAlike(tx: Transaction, month: Month, limit: number): Promise<readonly Alike[]> {
  const next = (behind: SQL): SQL => sql`
    SELECT environment_id, tenant_id, action FROM ${auditEntries}
    WHERE ${within(sql`${auditEntries.recordedAt}`, month)} AND (environment_id, tenant_id, action) > (${behind})
    ORDER BY environment_id, tenant_id, action LIMIT 1`;
  const { rows } = await tx.execute<Record<string, unknown> & Alike>(sql`
    WITH RECURSIVE known AS (
      (${next(sql`'', '', ''`)})
      UNION ALL
      SELECT following.* FROM known
      CROSS JOIN LATERAL (${next(sql`known.environment_id, known.tenant_id, known.action`)}) AS following
    )
    SELECT environment_id AS "environmentId", tenant_id AS "tenantId", action FROM known LIMIT ${limit}`);
  return rows;
}

/** The actions in a month, of each of these environments. Takes long where there are millions of entries. */
export async function selectActionsOf(
  tx: Transaction,
  month: Month,
  environmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (environmentIds.length === 0) return new Map();
  await preferIndexes(tx);
  const { rows } = await tx.execute<{ environment: string; actions: string[] }>(sql`
    SELECT environment_id AS environment, array_agg(action) AS actions FROM (
      SELECT DISTINCT environment_id, action FROM ${auditEntries}
      WHERE ${within(sql`${auditEntries.recordedAt}`, month)} AND environment_id = ANY(${sql.param([...environmentIds])})
    ) AS there GROUP BY environment_id`);
  return new Map(rows.map(({ actions, environment }) => [environment, actions]));
}

export interface Chain {
  readonly environmentId: string;
  readonly tenantId: string;
}

/** The chains of which anything was written in a month. Each is one step in the index of places. */
export async function selectChainsIn(tx: Transaction, month: Month): Promise<readonly Chain[]> {
  await preferIndexes(tx);
  const { rows } = await tx.execute<Record<string, unknown> & Chain>(sql`
    ${stepping(month, sql`environment_id, tenant_id`, sql`'', ''`, sql`known.environment_id, known.tenant_id`)}
    SELECT environment_id AS "environmentId", tenant_id AS "tenantId" FROM known`);
  return rows;
}

/** The environments in which anything was written in a month. Each is one step in the index of places. */
export async function selectEnvironmentsIn(tx: Transaction, month: Month): Promise<readonly string[]> {
  await preferIndexes(tx);
  const { rows } = await tx.execute<{ id: string }>(sql`
    ${stepping(month, sql`environment_id`, sql`''`, sql`known.environment_id`)}
    SELECT environment_id AS id FROM known`);
  return rows.map(({ id }) => id);
}

/** What there is of some columns in the index of places, from `first` on and then behind each that is `known`. */
function stepping(month: Month, columns: SQL, first: SQL, known: SQL): SQL {
  const next = (behind: SQL): SQL => sql`
    SELECT ${columns} FROM ${auditSeals}
    WHERE ${within(sql`${auditSeals.recordedAt}`, month)} AND (${columns}) > (${behind})
    ORDER BY ${columns} LIMIT 1`;
  return sql`WITH RECURSIVE known AS (
    (${next(first)})
    UNION ALL
    SELECT following.* FROM known CROSS JOIN LATERAL (${next(known)}) AS following
  )`;
}

/** From where to where a chain has places in a month; null: it has none. Between those there may be some that are not. */
export async function selectRange(
  { environmentId, tx }: Session,
  tenantId: string,
  month: Month,
): Promise<Pick<PrunedPart, 'first' | 'last'> | null> {
  const { rows } = await tx.execute<{ first: number | null; last: number }>(sql`
    SELECT min(sequence)::float8 AS first, max(sequence)::float8 AS last FROM ${auditSeals}
    WHERE environment_id = ${environmentId} AND tenant_id = ${tenantId}
      AND ${within(sql`${auditSeals.recordedAt}`, month)}`);
  const [row] = rows;
  return row === undefined || row.first === null ? null : { ...row, first: row.first };
}

export type CountedChain = Chain & PrunedPart;

/**
 * Says what of each chain there is in a month, of which nobody else writes from then on until this transaction ends. None:
 * it is in use, or not all of it has its place. {@link dropWhole} goes by these same numbers.
 */
export async function countMonth(tx: Transaction, { begin }: Month): Promise<readonly CountedChain[]> {
  return asDropping(tx, async () => {
    const { rows } = await tx.execute<Record<string, unknown> & CountedChain>(sql`
      SELECT environment_id AS "environmentId", tenant_id AS "tenantId", first::float8, last::float8, entries::int
      FROM dream_count_month(${begin.toISOString()}::timestamptz)`);
    return rows;
  });
}

/** How many entries of a month there are, with or without a place. Takes long where there are millions. */
export async function selectEntriesIn(tx: Transaction, month: Month): Promise<number> {
  await preferIndexes(tx);
  const { rows } = await tx.execute<{ entries: number }>(sql`
    SELECT count(*)::float8 AS entries FROM ${auditEntries} WHERE ${within(sql`${auditEntries.recordedAt}`, month)}`);
  return rows[0]?.entries ?? 0;
}

/** A turn that nobody takes: it only lasts until it is deleted. */
export async function insertMark(tx: Transaction, name: string): Promise<void> {
  await tx.execute(sql`INSERT INTO audit_turns VALUES (${name}, now()) ON CONFLICT (name) DO NOTHING`);
}

export async function selectMarks(tx: Transaction, prefix: string): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`SELECT name FROM audit_turns WHERE starts_with(name, ${prefix}) ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

export async function deleteMark(tx: Transaction, name: string): Promise<void> {
  await tx.execute(sql`DELETE FROM audit_turns WHERE name = ${name}`);
}

/** Deletes some of what was kept apart from entries of a month. Says how many they were. */
export async function deletePersonal(tx: Transaction, { begin, end }: Month, most: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    DELETE FROM audit_personal WHERE entry_id IN (
      SELECT entry_id FROM audit_personal
      WHERE recorded_at >= ${begin.toISOString()}::timestamptz AND recorded_at < ${end.toISOString()}::timestamptz
      LIMIT ${most}
    )`);
  return rowCount ?? 0;
}

/** A part of some chain that goes with its month. */
interface PrunedInMonth extends PrunedPart {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly id: string;
  readonly location: string | null;
  readonly digest: string | null;
  readonly policies: readonly string[];
}

/** By one list for each column: of a month, there is one for each chain at least. */
export async function insertPrunings(tx: Transaction, prunings: readonly PrunedInMonth[], at: Date): Promise<void> {
  const list = (of: (pruning: PrunedInMonth) => string | number | null): SQL => sql`${sql.param(prunings.map(of))}`;
  await tx.execute(sql`
    INSERT INTO audit_prunings (environment_id, tenant_id, id, first, last, entries, location, digest, policies, pruned_at)
    SELECT environment_id, tenant_id, id, first, last, entries, location, digest,
      ARRAY(SELECT jsonb_array_elements_text(policies::jsonb)), ${at.toISOString()}::timestamptz
    FROM unnest(${list(({ environmentId }) => environmentId)}::text[], ${list(({ tenantId }) => tenantId)}::text[],
      ${list(({ id }) => id)}::text[], ${list(({ first }) => first)}::bigint[], ${list(({ last }) => last)}::bigint[],
      ${list(({ entries }) => entries)}::int[], ${list(({ location }) => location)}::text[],
      ${list(({ digest }) => digest)}::text[], ${list(({ policies }) => JSON.stringify(policies))}::text[])
      AS gone (environment_id, tenant_id, id, first, last, entries, location, digest, policies)`);
}

/**
 * Drops the partitions of a month with all that is in them, unless something has come into it since `newest`. The database
 * looks for itself whether this very transaction says of each chain that as much is gone as there is of it, and whether
 * that is all that was `written`.
 */
export async function dropWhole(
  tx: Transaction,
  { begin }: Month,
  { newest, written }: { readonly newest: string; readonly written: number },
): Promise<boolean> {
  return asDropping(tx, async () => {
    const { rows } = await tx.execute<{ dropped: boolean }>(
      sql`SELECT dream_drop_whole_month(${begin.toISOString()}::timestamptz, ${newest}::xid8, ${written}::bigint) AS dropped`,
    );
    return rows[0]?.dropped === true;
  });
}

/** Has the database count a month by what there is, where what it has counted as it came is not what was written. */
export async function recountMonth(tx: Transaction, { begin }: Month): Promise<void> {
  await asDropping(tx, () => tx.execute(sql`SELECT dream_recount_month(${begin.toISOString()}::timestamptz)`));
}

/** Works as the role that may delete entries. */
async function asDropping<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`SELECT set_config('role', 'dream_retention', true)`);
  const result = await work();
  await tx.execute(sql`SELECT set_config('role', 'dream_control_plane', true)`);
  return result;
}

/**
 * Until this transaction ends. Of millions of entries or places, all that is asked for is in an index, in the order in which
 * it is asked for: reading that takes half as long as reading rows and hashing whose each is, and compiling would only add
 * to it. Left to itself, PostgreSQL takes the pages of an index for four times as dear as those of a table. Where rows
 * would have to be looked at anyhow, since nothing has vacuumed them as yet, it still reads the table.
 */
async function preferIndexes(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT set_config('random_page_cost', '1', true), set_config('jit', 'off', true)`);
}

function within(recordedAt: SQL, { begin, end }: Month): SQL {
  return sql`${recordedAt} >= ${begin.toISOString()}::timestamptz AND ${recordedAt} < ${end.toISOString()}::timestamptz`;
}
