import { and, eq, max, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { auditChains, auditSeals } from '../../tables.ts';
import type { StateRow } from '../sending/queries.ts';
import { auditStreamPlaces, auditStreamStates } from '../tables.ts';

/** By key. */
export async function selectStates(
  session: Session,
  streams: readonly string[],
): Promise<ReadonlyMap<string, StateRow>> {
  if (streams.length === 0) return new Map();
  const rows = await session.tx
    .select()
    .from(auditStreamStates)
    .where(
      and(
        eq(auditStreamStates.environmentId, session.environmentId),
        sql`${auditStreamStates.stream} = ANY(${sql.param([...streams])}::text[])`,
      ),
    );
  return new Map(rows.map((row) => [row.stream, row]));
}

/** What there is to send of a stream. */
export interface Backlog {
  readonly entries: number;
  readonly pruned: number;
  /** When the oldest of them was written; null: there is none. */
  readonly since: Date | null;
}

/** @param tenants null: of all chains */
export async function selectBacklog(
  session: Session,
  stream: string,
  tenants: readonly string[] | null,
): Promise<Backlog> {
  const { rows } = await session.tx.execute<{ entries: number; pruned: number; since: Date | string | null }>(sql`
    SELECT coalesce(sum(chain.behind), 0)::float8 AS entries, coalesce(sum(chain.pruned), 0)::float8 AS pruned,
      min(oldest.recorded_at) AS since
    FROM (${chainsOf(session, stream, tenants)}) AS chain
    LEFT JOIN LATERAL (
      SELECT recorded_at FROM ${auditSeals}
      WHERE environment_id = ${session.environmentId} AND tenant_id = chain.tenant AND sequence > chain.sequence
      ORDER BY sequence LIMIT 1
    ) AS oldest ON chain.behind > 0`);
  const [{ entries, pruned, since } = { entries: 0, pruned: 0, since: null }] = rows;
  return { entries, pruned, since: since === null ? null : new Date(since) };
}

export interface UnsentChain {
  /** Empty: the chain of the environment as a whole. */
  readonly tenant: string;
  readonly entries: number;
}

/**
 * Chains of which entries from before a moment wait to be sent, the furthest behind first. What came since may be on its
 * way.
 */
export async function selectUnsent(
  session: Session,
  stream: string,
  {
    before,
    most,
    tenants,
  }: { readonly before: Date; readonly most: number; readonly tenants: readonly string[] | null },
): Promise<readonly UnsentChain[]> {
  const { rows } = await session.tx.execute<Record<string, unknown> & UnsentChain>(sql`
    SELECT chain.tenant, chain.behind AS entries
    FROM (${chainsOf(session, stream, tenants)}) AS chain
    CROSS JOIN LATERAL (
      SELECT recorded_at FROM ${auditSeals}
      WHERE environment_id = ${session.environmentId} AND tenant_id = chain.tenant AND sequence > chain.sequence
      ORDER BY sequence LIMIT 1
    ) AS oldest
    WHERE chain.behind > 0 AND oldest.recorded_at < ${before.toISOString()}::timestamptz
    ORDER BY chain.behind DESC, chain.tenant LIMIT ${most}`);
  return rows.map(({ entries, tenant }) => ({ tenant, entries }));
}

export interface ChainOfStream {
  readonly tenant: string;
  readonly sequence: number;
  readonly size: number;
  readonly checkpoint: number;
  readonly pruned: number;
}

/** The furthest behind first. */
export async function selectChains(
  session: Session,
  stream: string,
  tenants: readonly string[] | null,
  most: number,
): Promise<readonly ChainOfStream[]> {
  const { rows } = await session.tx.execute<Record<string, unknown> & ChainOfStream>(sql`
    SELECT tenant, sequence, size, checkpoint, pruned FROM (${chainsOf(session, stream, tenants)}) AS chain
    ORDER BY behind DESC, tenant LIMIT ${most}`);
  return rows.map(({ checkpoint, pruned, sequence, size, tenant }) => ({ tenant, sequence, size, checkpoint, pruned }));
}

function chainsOf({ environmentId }: Session, stream: string, tenants: readonly string[] | null) {
  return sql`
    SELECT c.tenant_id AS tenant, c.size::float8 AS size, coalesce(p.sequence, 0)::float8 AS sequence,
      coalesce(p.checkpoint, 0)::float8 AS checkpoint, coalesce(p.pruned, 0)::float8 AS pruned,
      (c.size - coalesce(p.sequence, 0))::float8 AS behind
    FROM ${auditChains} c LEFT JOIN ${auditStreamPlaces} p
      ON p.environment_id = c.environment_id AND p.stream = ${stream} AND p.tenant_id = c.tenant_id
    WHERE c.environment_id = ${environmentId}
      ${tenants === null ? sql`` : sql`AND c.tenant_id = ANY(${sql.param([...tenants])}::text[])`}`;
}

/** How many sealed entries the longest chain of the environment has. */
export async function selectLongest({ environmentId, tx }: Session): Promise<number> {
  const [row] = await tx
    .select({ size: max(auditChains.size) })
    .from(auditChains)
    .where(eq(auditChains.environmentId, environmentId));
  return Number(row?.size ?? 0);
}

/** Puts a stream back in some chains, and never forward. @param tenant undefined: in all; null: in that of the environment itself */
export async function putBack(
  session: Session,
  stream: string,
  from: number,
  tenant: string | null | undefined,
): Promise<void> {
  await session.tx
    .update(auditStreamPlaces)
    .set({ sequence: sql`least(${auditStreamPlaces.sequence}, ${from - 1})`, checkpoint: 0 })
    .where(
      and(
        eq(auditStreamPlaces.environmentId, session.environmentId),
        eq(auditStreamPlaces.stream, stream),
        tenant === undefined ? undefined : eq(auditStreamPlaces.tenantId, tenant ?? ''),
      ),
    );
}
