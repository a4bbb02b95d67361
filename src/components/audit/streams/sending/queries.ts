import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Session, SessionScope, Transaction } from '../../../../db/contract.ts';
import { environments, projects, resources } from '../../../../db/tables/index.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { auditChains, auditCheckpoints, auditEntries, auditSeals } from '../../tables.ts';
import { longestAsked } from './backoff.ts';
import { disagreement } from './is-time.ts';
import { longestLease } from './lease.ts';
import { auditStreamPlaces, auditStreamStates } from '../tables.ts';

export type StateRow = typeof auditStreamStates.$inferSelect;

/** A stream, found from outside of its environment. */
export interface FoundStream extends SessionScope {
  readonly stream: string;
  /** There is something to send, nobody is sending, and it is time. */
  readonly isReady: boolean;
  readonly isFailing: boolean;
  /** Entries of its chains that were not taken yet. */
  readonly behind: number;
}

/** All streams that are to send, with what there is for each. */
export async function selectStreams(tx: Transaction, now: Date): Promise<readonly FoundStream[]> {
  const { rows } = await tx.execute<{
    project: string;
    environment: string;
    stream: string;
    ready: boolean;
    failing: boolean;
    behind: number;
  }>(sql`
    SELECT e.project_id AS project, s.environment_id AS environment, s.stream, s.failures > 0 AS failing, waiting.behind,
      ${isTimeOf(now)} AND waiting.some AS ready
    FROM ${auditStreamStates} s
    JOIN ${environments} e ON e.id = s.environment_id
    JOIN ${resources} r ON r.environment_id = s.environment_id AND r.kind = 'AuditStream' AND r.key = s.stream
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(c.size - coalesce(p.sequence, 0)), 0)::float8 AS behind, coalesce(bool_or(${isWaiting}), false) AS some
      FROM ${auditChains} c LEFT JOIN ${auditStreamPlaces} p
        ON p.environment_id = c.environment_id AND p.stream = s.stream AND p.tenant_id = c.tenant_id
      WHERE c.environment_id = s.environment_id
        AND (r.body->'tenants' IS NULL OR r.body->'tenants' @> to_jsonb(c.tenant_id))
    ) AS waiting
    WHERE r.body->>'enabled' IS DISTINCT FROM 'false'`);
  return rows.map(({ behind, environment, failing, project, ready, stream }) => ({
    projectId: project,
    environmentId: environment,
    stream,
    isReady: ready,
    isFailing: failing,
    behind,
  }));
}

/** `isTime`, of a state `s`. */
function isTimeOf(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const beyond = (most: number): SQL => sql`> ${at} + ${most + disagreement}::float8 * interval '1 ms'`;
  return sql`(s.leased_until IS NULL OR s.leased_until <= ${at} OR s.leased_until ${beyond(longestLease)})
    AND (s.due_at <= ${at} OR s.due_at ${beyond(longestAsked)}
      OR coalesce(CASE s.failures WHEN 0 THEN s.delivered_at ELSE s.failing_since END ${beyond(0)}, false))`;
}

/** Of a chain `c` and a place `p` in it: there are entries beyond it, or the chain was signed since. */
const isWaiting = sql.raw('c.size > coalesce(p.sequence, 0) OR c.signed_size > coalesce(p.checkpoint, 0)');

/** Nobody else changes it before the transaction ends; undefined while somebody does, or when it is gone. */
export async function holdState(session: Session, stream: string): Promise<StateRow | undefined> {
  const [row] = await session.tx
    .select()
    .from(auditStreamStates)
    .where(isState(session, stream))
    .for('update', { skipLocked: true });
  return row;
}

/** The same, waiting for whoever has it. */
export async function awaitState(session: Session, stream: string): Promise<StateRow | undefined> {
  const [row] = await session.tx.select().from(auditStreamStates).where(isState(session, stream)).for('update');
  return row;
}

export async function updateState(
  session: Session,
  stream: string,
  values: Partial<Omit<StateRow, 'environmentId' | 'stream'>>,
): Promise<void> {
  await session.tx.update(auditStreamStates).set(values).where(isState(session, stream));
}

function isState(session: Session, stream: string) {
  return and(eq(auditStreamStates.environmentId, session.environmentId), eq(auditStreamStates.stream, stream));
}

/** What is configured, and what the environment is called. */
export interface Configured {
  readonly body: JsonObject;
  readonly mode: 'test' | 'live';
  readonly project: string;
  readonly environment: string;
}

export async function selectConfigured(session: Session, stream: string): Promise<Configured | undefined> {
  const [row] = await session.tx
    .select({
      body: resources.body,
      mode: environments.mode,
      environment: environments.key,
      project: projects.key,
    })
    .from(resources)
    .innerJoin(environments, eq(environments.id, resources.environmentId))
    .innerJoin(projects, eq(projects.id, environments.projectId))
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, 'AuditStream'),
        eq(resources.key, stream),
      ),
    );
  return row;
}

/** A chain of which something is to be sent. */
export interface ChainBehind {
  readonly tenantId: string;
  readonly size: number;
  readonly sequence: number;
  readonly signed: number;
}

/** Those that have waited longest. */
export async function selectBehind(
  session: Session,
  stream: string,
  tenants: readonly string[] | null,
  most: number,
): Promise<readonly ChainBehind[]> {
  const { rows } = await session.tx.execute<{ tenant: string; size: number; sequence: number; signed: number }>(sql`
    SELECT c.tenant_id AS tenant, c.size::float8 AS size, coalesce(p.sequence, 0)::float8 AS sequence,
      c.signed_size::float8 AS signed
    FROM ${auditChains} c LEFT JOIN ${auditStreamPlaces} p
      ON p.environment_id = c.environment_id AND p.stream = ${stream} AND p.tenant_id = c.tenant_id
    WHERE c.environment_id = ${session.environmentId} AND (${isWaiting})
      ${tenants === null ? sql`` : sql`AND c.tenant_id = ANY(${sql.param([...tenants])}::text[])`}
    ORDER BY p.moved_at NULLS FIRST, c.tenant_id LIMIT ${most}`);
  return rows.map(({ sequence, signed, size, tenant }) => ({ tenantId: tenant, size, sequence, signed }));
}

export interface SealedRow {
  readonly tenantId: string;
  readonly sequence: number;
  readonly hash: Uint8Array;
  readonly previousHash: Uint8Array;
  /** Null: the entry has been deleted. */
  readonly action: string | null;
  readonly body: string | null;
}

/** The next ones of each chain, at most so many of each, by chain and sequence. */
export async function selectNext(
  session: Session,
  chains: readonly Pick<ChainBehind, 'tenantId' | 'size' | 'sequence'>[],
  most: number,
): Promise<readonly SealedRow[]> {
  const { rows } = await session.tx.execute<Record<string, unknown> & SealedRow>(sql`
    SELECT wanted.tenant_id AS "tenantId", next.sequence::float8 AS sequence, next.hash, next.previous_hash AS "previousHash",
      entry.action, entry.body
    FROM unnest(${sql.param(chains.map(({ tenantId }) => tenantId))}::text[],
        ${sql.param(chains.map(({ sequence }) => sequence))}::bigint[], ${sql.param(chains.map(({ size }) => size))}::bigint[])
      AS wanted (tenant_id, after, up_to)
    CROSS JOIN LATERAL (
      SELECT sequence, hash, previous_hash, entry_id, recorded_at FROM ${auditSeals}
      WHERE environment_id = ${session.environmentId} AND tenant_id = wanted.tenant_id
        AND sequence > wanted.after AND sequence <= wanted.up_to
      ORDER BY sequence LIMIT ${most}
    ) AS next
    LEFT JOIN ${auditEntries} entry ON entry.id = next.entry_id AND entry.recorded_at = next.recorded_at
      AND entry.environment_id = ${session.environmentId}
    ORDER BY wanted.tenant_id, next.sequence`);
  return rows;
}

/** The newest signed head of each chain that has one. */
export async function selectCheckpoints(
  session: Session,
  tenants: readonly string[],
): Promise<ReadonlyMap<string, { readonly size: number; readonly note: string }>> {
  const { rows } = await session.tx.execute<{ tenant: string; size: number; note: string }>(sql`
    SELECT wanted.tenant_id AS tenant, newest.size::float8 AS size, newest.note
    FROM unnest(${sql.param([...tenants])}::text[]) AS wanted (tenant_id)
    CROSS JOIN LATERAL (
      SELECT size, note FROM ${auditCheckpoints}
      WHERE environment_id = ${session.environmentId} AND tenant_id = wanted.tenant_id ORDER BY size DESC LIMIT 1
    ) AS newest`);
  return new Map(rows.map(({ note, size, tenant }) => [tenant, { size, note }]));
}

export interface Move {
  readonly tenantId: string;
  readonly sequence: number;
  readonly checkpoint: number;
  /** How many more there are that could not be sent any more. */
  readonly pruned: number;
}

export async function movePlaces(session: Session, stream: string, moves: readonly Move[], now: Date): Promise<void> {
  if (moves.length === 0) return;
  const { environmentId } = session;
  await session.tx
    .insert(auditStreamPlaces)
    .values(moves.map((move) => ({ environmentId, stream, ...move, movedAt: now })))
    .onConflictDoUpdate({
      target: [auditStreamPlaces.environmentId, auditStreamPlaces.stream, auditStreamPlaces.tenantId],
      set: {
        sequence: sql`excluded.sequence`,
        checkpoint: sql`excluded.checkpoint`,
        pruned: sql`${auditStreamPlaces.pruned} + excluded.pruned`,
        movedAt: now,
      },
    });
}
