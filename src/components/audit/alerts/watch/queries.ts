import { and, asc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../../../db/contract.ts';
import { beyond, inOrder } from '../../../../db/follow/beyond.ts';
import type { Place } from '../../../../db/follow/place.ts';
import { domainEvents, environments, followers, resources } from '../../../../db/tables/index.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { sealerName } from '../../sealing/sealer-name.ts';
import { auditEntries, auditSeals } from '../../tables.ts';
import { alertFirings, alertStates } from '../tables.ts';

export type StateRow = typeof alertStates.$inferSelect;
export type FiringRow = typeof alertFirings.$inferInsert;
export type EventRow = typeof domainEvents.$inferInsert;

export interface SealedRow extends Place {
  readonly environmentId: string;
  readonly tenantId: string;
  readonly recordedAt: Date;
  readonly action: string;
  /** Null: it has not got its place yet. */
  readonly sequence: number | null;
}

/** What there is to do, found without holding anybody up. */
export interface Waiting {
  /** Seconds since the oldest entry was written that has not been looked at; null: all have been. */
  readonly age: number | null;
  /** Something has not come for too long. */
  readonly due: boolean;
}

/** Entries among which the oldest is looked for: what was written later by the order of transactions may be dated before. */
const mostLookedAt = 1_000;

export async function selectWaiting(
  tx: Transaction,
  name: string,
  { known, now }: { readonly now: Date; readonly known: Date },
): Promise<Waiting> {
  const { rows } = await tx.execute<{ age: number | null; due: boolean }>(sql`
    SELECT (
        SELECT extract(epoch FROM ${now.toISOString()}::timestamptz - min(unseen.recorded_at))::float8
        FROM (
          SELECT ${auditEntries.recordedAt} AS recorded_at FROM ${auditEntries}
          WHERE (${auditEntries.transaction}, ${auditEntries.id}) > (place.transaction, place.id)
          ORDER BY ${inOrder(auditEntries)} LIMIT ${mostLookedAt}
        ) AS unseen
      ) AS age,
      EXISTS (SELECT FROM ${alertStates} WHERE ${alertStates.dueAt} <= ${known.toISOString()}::timestamptz) AS due
    FROM (SELECT coalesce(max(${followers.transaction}::text), '0')::xid8 AS transaction, coalesce(max(${followers.id}), '') AS id
      FROM ${followers} WHERE ${followers.name} = ${name}) AS place`);
  const [found = { age: null, due: false }] = rows;
  return { age: found.age === null ? null : Math.max(0, found.age), due: found.due };
}

/**
 * Where no environment has a rule, moves the follower of this name, whose place `tx` has taken, to where the sealer is,
 * without reading a single entry. A rule that comes later begins with the entries that come later. Says whether it has moved.
 */
export async function skipUnwatched(tx: Transaction, name: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    UPDATE ${followers} AS follower
    SET transaction = sealer.transaction, id = sealer.id, updated_at = now()
    FROM ${followers} AS sealer
    WHERE follower.name = ${name} AND sealer.name = ${sealerName}
      AND (sealer.transaction, sealer.id) > (follower.transaction, follower.id)
      AND NOT EXISTS (
        SELECT FROM ${environments} JOIN ${resources} ON ${resources.environmentId} = ${environments.id}
        WHERE ${resources.kind} = 'AlertRule'
      )`);
  return (rowCount ?? 0) > 0;
}

/** Entries beyond a place, in the order in which they are sealed; without what they say, which few rules ask for. */
export async function selectEntries(tx: Transaction, place: Place, limit: number): Promise<readonly SealedRow[]> {
  return tx
    .select({
      transaction: auditEntries.transaction,
      id: auditEntries.id,
      environmentId: auditEntries.environmentId,
      tenantId: auditEntries.tenantId,
      recordedAt: auditEntries.recordedAt,
      action: auditEntries.action,
      sequence: sql<number | null>`${auditSeals.sequence}::float8`,
    })
    .from(auditEntries)
    .leftJoin(
      auditSeals,
      and(eq(auditSeals.entryId, auditEntries.id), eq(auditSeals.recordedAt, auditEntries.recordedAt)),
    )
    .where(beyond(auditEntries, place))
    .orderBy(inOrder(auditEntries))
    .limit(limit);
}

/** By id, the canonical texts of entries. */
export async function selectBodies(
  tx: Transaction,
  rows: readonly Pick<SealedRow, 'id' | 'recordedAt'>[],
): Promise<ReadonlyMap<string, string>> {
  const times = rows.map(({ recordedAt }) => recordedAt.getTime());
  const found = await tx
    .select({ id: auditEntries.id, body: auditEntries.body })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.id, sql`ANY(${sql.param(rows.map(({ id }) => id))}::text[])`),
        // For the months they lie in: the database is more exact than a Date.
        gte(auditEntries.recordedAt, new Date(Math.min(...times))),
        lt(auditEntries.recordedAt, new Date(Math.max(...times) + 1)),
      ),
    );
  return new Map(found.map(({ id, body }) => [id, body]));
}

export async function selectRevisions(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly revision: number }[]> {
  return tx
    .select({ id: environments.id, revision: environments.revision })
    .from(environments)
    .where(inArray(environments.id, [...ids]));
}

export async function selectRules(
  tx: Transaction,
  environmentId: string,
): Promise<readonly { readonly key: string; readonly body: JsonObject }[]> {
  return tx
    .select({ key: resources.key, body: resources.body })
    .from(resources)
    .where(and(eq(resources.environmentId, environmentId), eq(resources.kind, 'AlertRule')))
    .orderBy(asc(resources.key));
}

export type StateKey = Pick<StateRow, 'environmentId' | 'tenantId' | 'rule' | 'key'>;

function wanted(keys: readonly StateKey[]) {
  const column = (name: keyof StateKey) => sql.param(keys.map((key) => key[name]));
  return sql`SELECT * FROM unnest(${column('environmentId')}::text[], ${column('tenantId')}::text[],
    ${column('rule')}::text[], ${column('key')}::text[])`;
}

const stateKey = sql`(${alertStates.environmentId}, ${alertStates.tenantId}, ${alertStates.rule}, ${alertStates.key})`;

export async function selectStates(tx: Transaction, keys: readonly StateKey[]): Promise<readonly StateRow[]> {
  if (keys.length === 0) return [];
  return tx
    .select()
    .from(alertStates)
    .where(sql`${stateKey} IN (${wanted(keys)})`);
}

/** Those for which it has been too long by `until`, the longest first. */
export async function selectDue(tx: Transaction, until: Date, limit: number): Promise<readonly StateRow[]> {
  return tx
    .select()
    .from(alertStates)
    .where(lte(alertStates.dueAt, until))
    .orderBy(asc(alertStates.dueAt))
    .limit(limit);
}

export async function upsertStates(tx: Transaction, rows: readonly StateRow[]): Promise<void> {
  for (const some of inStatements(rows)) {
    await tx
      .insert(alertStates)
      .values(some)
      .onConflictDoUpdate({
        target: [alertStates.environmentId, alertStates.tenantId, alertStates.rule, alertStates.key],
        set: {
          patternHash: sql`excluded.pattern_hash`,
          state: sql`excluded.state`,
          dueAt: sql`excluded.due_at`,
          forgetAt: sql`excluded.forget_at`,
        },
      });
  }
}

export async function deleteStates(tx: Transaction, keys: readonly StateKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.delete(alertStates).where(sql`${stateKey} IN (${wanted(keys)})`);
}

/** Of one rule and chain, all but the `most` that matter longest. */
export async function deleteStatesBeyond(
  tx: Transaction,
  of: Pick<StateKey, 'environmentId' | 'tenantId' | 'rule'>,
  most: number,
): Promise<void> {
  const ofRule = and(
    eq(alertStates.environmentId, of.environmentId),
    eq(alertStates.tenantId, of.tenantId),
    eq(alertStates.rule, of.rule),
  );
  await tx.delete(alertStates).where(
    and(
      ofRule,
      sql`${alertStates.key} IN (SELECT key FROM ${alertStates} AS s WHERE s.environment_id = ${of.environmentId}
        AND s.tenant_id = ${of.tenantId} AND s.rule = ${of.rule} ORDER BY s.forget_at DESC, s.key OFFSET ${most})`,
    ),
  );
}

/**
 * What is waited for since a moment that does not come for ten minutes yet, as it was written by a clock that was ahead,
 * is waited for since now; unless it has come by the database's own clock. Clocks that disagree by less are left alone.
 */
export async function waitFromNow(tx: Transaction, now: Date): Promise<void> {
  const last = sql`to_timestamp((${alertStates.state} #>> '{pattern,watched,last}')::float8 / 1000)`;
  const latest = sql`greatest(${now.toISOString()}::timestamptz, now())`;
  await tx.execute(sql`
    UPDATE ${alertStates} SET due_at = due_at - (${last} - ${latest}), state = jsonb_set(state, '{pattern,watched}',
      state #> '{pattern,watched}' || jsonb_build_object('last', late.moment, 'known', late.moment))
    FROM (SELECT floor(extract(epoch FROM ${latest}) * 1000)::int8 AS moment) AS late
    WHERE due_at > ${latest} AND ${last} > ${latest} + interval '10 minutes'`);
}

export async function deleteForgotten(tx: Transaction, now: Date): Promise<void> {
  await tx.delete(alertStates).where(lte(alertStates.forgetAt, now));
}

/** Those firings that were raised before, each named `[tenant, rule, key, sequence]` as JSON. */
export async function selectRaised(tx: Transaction, rows: readonly FiringRow[]): Promise<ReadonlySet<string>> {
  const column = (name: 'environmentId' | 'tenantId' | 'rule' | 'key' | 'sequence') =>
    sql.param(rows.map((row) => row[name]));
  const { rows: found } = await tx.execute<{ tenant: string; rule: string; key: string; sequence: number }>(sql`
    SELECT tenant_id AS tenant, rule, key, sequence::float8 AS sequence FROM ${alertFirings}
    WHERE (environment_id, tenant_id, rule, key, sequence) IN (
      SELECT * FROM unnest(${column('environmentId')}::text[], ${column('tenantId')}::text[], ${column('rule')}::text[],
        ${column('key')}::text[], ${column('sequence')}::bigint[]))`);
  return new Set(found.map(({ key, rule, sequence, tenant }) => JSON.stringify([tenant, rule, key, sequence])));
}

export async function insertFirings(tx: Transaction, rows: readonly FiringRow[]): Promise<void> {
  for (const some of inStatements(rows)) await tx.insert(alertFirings).values(some);
}

export async function insertEvents(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  for (const some of inStatements(rows)) await tx.insert(domainEvents).values(some);
}

/** PostgreSQL takes 65,535 parameters in a statement. */
const rowsPerStatement = 1000;

function inStatements<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}
