import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { auditChains } from '../../tables.ts';
import { auditStreamPlaces, auditStreamStates } from '../tables.ts';

const tables = [auditStreamStates, auditStreamPlaces] as const;

export async function beginStreams(session: Session, streams: readonly string[], now: Date): Promise<void> {
  const { environmentId, tx } = session;
  if (streams.length === 0) return;
  await deleteStreams(session, streams);
  await tx.insert(auditStreamStates).values(streams.map((stream) => ({ environmentId, stream, dueAt: now })));
  await tx.execute(sql`
    INSERT INTO ${auditStreamPlaces} (environment_id, stream, tenant_id, sequence, checkpoint, moved_at)
    SELECT environment_id, stream, tenant_id, size, signed_size, ${now.toISOString()}::timestamptz
    FROM ${auditChains} CROSS JOIN unnest(${sql.param([...streams])}::text[]) AS begun (stream)
    WHERE environment_id = ${environmentId}`);
}

export async function deleteStreams({ environmentId, tx }: Session, streams: readonly string[]): Promise<void> {
  if (streams.length === 0) return;
  for (const table of tables) {
    await tx.delete(table).where(and(eq(table.environmentId, environmentId), inArray(table.stream, [...streams])));
  }
}

/** By names that no stream can have, so that two may change places. */
export async function renameStreams(
  session: Session,
  renamings: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  if (renamings.length === 0) return;
  const { environmentId, tx } = session;
  for (const table of tables) {
    const here = eq(table.environmentId, environmentId);
    for (const { from, to } of renamings) {
      await tx
        .update(table)
        .set({ stream: `~${to}` })
        .where(and(here, eq(table.stream, from)));
    }
    const names = renamings.map(({ to }) => to);
    await tx.delete(table).where(and(here, inArray(table.stream, names)));
    const moved = names.map((name) => `~${name}`);
    await tx
      .update(table)
      .set({ stream: sql`substr(${table.stream}, 2)` })
      .where(and(here, inArray(table.stream, moved)));
  }
}

/** Whoever changes a stream wants to know now whether it works, and a batch under way is none of the new one's. */
export async function hastenStreams(
  { environmentId, tx }: Session,
  streams: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .update(auditStreamStates)
    .set({ dueAt: now })
    .where(and(eq(auditStreamStates.environmentId, environmentId), inArray(auditStreamStates.stream, [...streams])));
}
