import { type SQL, and, eq, gte, lte, sql } from 'drizzle-orm';
import type { Session, Transaction } from '../../../db/contract.ts';
import { auditChains, auditEntries, auditMentions, auditPersonal, auditPrunings, auditSeals } from '../tables.ts';
import type { Due } from './due-entries.ts';
import { prunedAction } from './recorded.ts';

/** An environment in which time may be over for some entries. */
export interface RetainingEnvironment {
  readonly environmentId: string;
  readonly environment: string;
  readonly projectId: string;
  readonly project: string;
}

/** Those with any policy, and those with entries that were only given back for a while. */
export async function selectRetaining(tx: Transaction): Promise<readonly RetainingEnvironment[]> {
  const { rows } = await tx.execute<Record<string, unknown> & RetainingEnvironment>(sql`
    SELECT e.id AS "environmentId", e.key AS environment, p.id AS "projectId", p.key AS project
    FROM environments e JOIN projects p ON p.id = e.project_id
    WHERE EXISTS (SELECT FROM resources r WHERE r.environment_id = e.id AND r.kind = 'RetentionPolicy')
      OR EXISTS (SELECT FROM audit_entries a WHERE a.transaction = '0'::xid8 AND a.environment_id = e.id)
    ORDER BY e.id`);
  return rows;
}

/** The policies of environments, each as a text that is another as soon as any of them is another. None: no entry. */
export async function selectPolicyTexts(
  tx: Transaction,
  environmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.execute<{ environment: string; text: string }>(sql`
    SELECT environment_id AS environment, string_agg(key || ' ' || hash, ' ' ORDER BY key) AS text FROM resources
    WHERE environment_id = ANY(${sql.param([...environmentIds])}) AND kind = 'RetentionPolicy' GROUP BY environment_id`);
  return new Map(rows.map(({ environment, text }) => [environment, text]));
}

/** Has every apply to these environments wait until this transaction ends, and waits for those that are under way. */
export async function lockEnvironments(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`SELECT FROM environments WHERE id = ANY(${sql.param([...ids])}) ORDER BY id FOR SHARE`);
}

/**
 * Whether it is this server's turn now, for so many milliseconds from now on. A turn that lasts longer than any does was
 * taken before the clock was set back.
 */
export async function takeTurn(tx: Transaction, name: string, milliseconds: number): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    INSERT INTO audit_turns AS turn VALUES (${name}, now() + ${milliseconds} * interval '1 ms')
    ON CONFLICT (name) DO UPDATE SET until = EXCLUDED.until
      WHERE turn.until < now() OR turn.until > EXCLUDED.until + interval '1 minute'`);
  return (rowCount ?? 0) > 0;
}

export async function keepTurn(tx: Transaction, name: string, milliseconds: number): Promise<void> {
  await tx.execute(sql`UPDATE audit_turns SET until = now() + ${milliseconds} * interval '1 ms' WHERE name = ${name}`);
}

export async function endTurn(tx: Transaction, name: string): Promise<void> {
  await tx.execute(sql`DELETE FROM audit_turns WHERE name = ${name}`);
}

/** The earlier of two clocks, of which the database's is one: what both say is over, is. */
export async function earlierNow(tx: Transaction, now: Date): Promise<Date> {
  const { rows } = await tx.execute<{ now: Date | string }>(sql`SELECT now() AS now`);
  const [row = { now }] = rows;
  return new Date(Math.min(now.getTime(), new Date(row.now).getTime()));
}

/** Of the chains of the environment, whose they are. */
export async function selectChains({ environmentId, tx }: Session): Promise<readonly string[]> {
  const rows = await tx
    .select({ tenantId: auditChains.tenantId })
    .from(auditChains)
    .where(eq(auditChains.environmentId, environmentId))
    .orderBy(auditChains.tenantId);
  return rows.map(({ tenantId }) => tenantId);
}

/** When the oldest entry of a chain was written, of those that were never away; null: there is none. */
export async function selectOldest({ environmentId, tx }: Session, tenantId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ recordedAt: auditEntries.recordedAt })
    .from(auditEntries)
    .where(and(eq(auditEntries.environmentId, environmentId), eq(auditEntries.tenantId, tenantId), isNotRestored))
    .orderBy(auditEntries.recordedAt)
    .limit(1);
  return row?.recordedAt ?? null;
}

const isNotRestored = sql`${auditEntries.restoredUntil} IS NULL`;

/** That an entry is one of those, whichever chain it is of. Of single values: what is streamed takes no lists. */
export function isDue(due: Due): SQL {
  const moments = due.actions.map(
    ({ action, before }) => sql`WHEN ${action} THEN ${before.toISOString()}::timestamptz`,
  );
  const since =
    due.since === undefined ? sql`` : sql`AND ${auditEntries.recordedAt} >= ${due.since.toISOString()}::timestamptz`;
  const outside = (due.outside ?? []).map(
    ({ begin, end }) => sql`AND (${auditEntries.recordedAt} < ${begin.toISOString()}::timestamptz
      OR ${auditEntries.recordedAt} >= ${end.toISOString()}::timestamptz)`,
  );
  return sql`${isNotRestored} AND ${auditEntries.recordedAt} < ${latestOf(due)}::timestamptz ${since}
    ${sql.join(outside, sql` `)} AND ${auditEntries.recordedAt} < CASE ${auditEntries.action} ${sql.join(moments, sql` `)} END`;
}

/** No entry that was written later is one of them. */
function latestOf({ actions }: Due): string | null {
  return (
    actions
      .map(({ before }) => before.toISOString())
      .toSorted()
      .at(-1) ?? null
  );
}

/** A part of a chain that is pruned at once. */
export interface PrunedPart {
  readonly first: number;
  readonly last: number;
  readonly entries: number;
  /** Of those, how many said themselves what had been taken out before them. Absent: nobody has counted. */
  readonly prunings?: number;
}

/**
 * The next of those that are due, in the order of the chain: not more than `most` entries, nor many more bytes than these.
 * Each is looked up for itself: OFFSET keeps the planner from joining whole months for every part.
 */
export async function selectPart(
  { environmentId, tx }: Session,
  tenantId: string,
  due: Due,
  bounds: { readonly most: number; readonly bytes: number; readonly after?: number; readonly upTo: number },
): Promise<PrunedPart | null> {
  const { rows } = await tx.execute<{ first: number | null; last: number; entries: number; prunings: number }>(sql`
    SELECT min(sequence)::float8 AS first, max(sequence)::float8 AS last, count(*)::int AS entries,
      count(*) FILTER (WHERE action = ${prunedAction})::int AS prunings FROM (
      SELECT sequence, action, sum(bytes) OVER (ORDER BY sequence) - bytes AS before FROM (
        SELECT ${auditSeals.sequence} AS sequence, entry.action, entry.bytes
        FROM ${auditSeals} CROSS JOIN LATERAL (
          SELECT ${auditEntries.action} AS action, octet_length(${auditEntries.body}) AS bytes FROM ${auditEntries}
          WHERE ${auditEntries.id} = ${auditSeals.entryId} AND ${auditEntries.recordedAt} = ${auditSeals.recordedAt}
            AND ${isDue(due)} OFFSET 0
        ) AS entry
        WHERE ${auditSeals.environmentId} = ${environmentId} AND ${auditSeals.tenantId} = ${tenantId}
          AND ${auditSeals.sequence} > ${bounds.after ?? 0} AND ${auditSeals.sequence} <= ${bounds.upTo} AND ${auditSeals.recordedAt} < ${latestOf(due)}::timestamptz
        ORDER BY ${auditSeals.sequence} LIMIT ${bounds.most}
      ) AS next
    ) AS sized WHERE before < ${bounds.bytes}`);
  const [row] = rows;
  return row === undefined || row.first === null ? null : { ...row, first: row.first };
}

/**
 * Deletes the entries of a part that are due, with their places, their mentions and what was kept apart from them, as the
 * role that may; and says how many they were. What stands in tiles and checkpoints stays.
 */
export async function deletePart(session: Session, tenantId: string, due: Due, part: PrunedPart): Promise<number> {
  const { environmentId } = session;
  const [deleted] = await deleteChosen(
    session,
    sql`SELECT ${auditEntries.id} AS id, ${auditEntries.recordedAt} AS recorded_at
      FROM ${auditSeals} JOIN ${auditEntries}
        ON ${auditEntries.id} = ${auditSeals.entryId} AND ${auditEntries.recordedAt} = ${auditSeals.recordedAt}
      WHERE ${and(
        eq(auditSeals.environmentId, environmentId),
        eq(auditSeals.tenantId, tenantId),
        gte(auditSeals.sequence, BigInt(part.first)),
        lte(auditSeals.sequence, BigInt(part.last)),
        isDue(due),
      )}`,
  );
  return deleted?.entries ?? 0;
}

export interface DeletedOf {
  readonly tenantId: string;
  readonly entries: number;
}

/** Takes away again what was given back only until now, and says of which chains. */
export async function deleteRestored(session: Session, now: Date, most: number): Promise<readonly DeletedOf[]> {
  return deleteChosen(
    session,
    sql`SELECT ${auditEntries.id} AS id, ${auditEntries.recordedAt} AS recorded_at FROM ${auditEntries}
      WHERE ${auditEntries.transaction} = '0'::xid8 AND ${auditEntries.environmentId} = ${session.environmentId}
        AND ${auditEntries.restoredUntil} < ${now.toISOString()}::timestamptz LIMIT ${most}`,
  );
}

/** @param chosen `id` and `recorded_at` of entries */
async function deleteChosen(session: Session, chosen: SQL): Promise<readonly DeletedOf[]> {
  const of = (table: SQL, id: SQL): SQL =>
    sql`DELETE FROM ${table} AS gone USING chosen WHERE gone.environment_id = ${session.environmentId} AND ${id} = chosen.id`;
  const inMonth = sql`AND gone.recorded_at = chosen.recorded_at`;
  const { rows } = await asRetention(session, () =>
    session.tx.execute<Record<string, unknown> & DeletedOf>(sql`
      WITH chosen AS MATERIALIZED (${chosen}),
        entries AS (${of(sql`${auditEntries}`, sql`gone.id`)} ${inMonth} RETURNING gone.tenant_id),
        seals AS (${of(sql`${auditSeals}`, sql`gone.entry_id`)} ${inMonth}),
        mentions AS (${of(sql`${auditMentions}`, sql`gone.entry_id`)} ${inMonth}),
        personal AS (${of(sql`${auditPersonal}`, sql`gone.entry_id`)})
      SELECT tenant_id AS "tenantId", count(*)::int AS entries FROM entries GROUP BY tenant_id`),
  );
  return rows;
}

/** Works as the role that may delete entries, and give them back, within the session's environment and no further. */
export async function asRetention<T>({ tx }: Session, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`SELECT set_config('role', 'dream_retention', true)`);
  const result = await work();
  await tx.execute(sql`SELECT set_config('role', 'dream_app', true)`);
  return result;
}

export async function insertPruning(session: Session, pruning: typeof auditPrunings.$inferInsert): Promise<void> {
  await session.tx.insert(auditPrunings).values(pruning);
}

/** The months of which there are partitions, oldest first. */
export async function selectMonths(tx: Transaction): Promise<readonly Date[]> {
  const { rows } = await tx.execute<{ month: string }>(sql`
    SELECT replace(substring(c.relname FROM '\\d{4}_\\d{2}$'), '_', '-') AS month
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'audit_entries'::regclass AND c.relname ~ '\\d{4}_\\d{2}$' ORDER BY 1`);
  return rows.map(({ month }) => new Date(`${month}-01T00:00:00Z`));
}

/** Whether its partitions are gone: not while anything is in them. */
export async function dropMonth(tx: Transaction, month: Date): Promise<boolean> {
  const { rows } = await tx.execute<{ dropped: boolean }>(
    sql`SELECT dream_drop_month(${month.toISOString()}::timestamptz) AS dropped`,
  );
  return rows[0]?.dropped === true;
}
