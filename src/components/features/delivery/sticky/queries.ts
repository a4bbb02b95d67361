import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { unitText } from '../../experiments/exposures/queries.ts';
import { stickyAssignments } from './tables.ts';

export interface Assignment {
  /** Whoever asked, as the table says. */
  readonly tenantId: string;
  /** `user.key=ada` */
  readonly unit: string;
  readonly flag: string;
  readonly variation: string;
}

export interface KeptAssignment extends Assignment {
  readonly lastAsked: Date;
}

/** Days after which somebody who did not come back is dealt anew. */
const keptDays = 90;
const day = 86_400_000;

/** Of these units, as far as one of these asked; those that were decided first come first. */
export async function selectAssignments(
  session: Session,
  { tenants, units }: { readonly tenants: readonly string[]; readonly units: readonly string[] },
): Promise<readonly KeptAssignment[]> {
  const { environmentId, tenantId, decidedAt, ...columns } = stickyAssignments;
  const { flag, lastAsked, unit, variation } = columns;
  return session.tx
    .select({ tenantId, unit, flag, variation, lastAsked })
    .from(stickyAssignments)
    .where(
      and(
        eq(environmentId, session.environmentId),
        sql`${tenantId} = ANY(${sql.param([...tenants])}::text[])`,
        sql`${unit} = ANY(${sql.param([...units])}::text[])`,
      ),
    )
    .orderBy(asc(decidedAt), asc(tenantId));
}

/**
 * Keeps what was decided: of two who decide at once the first one. With `instead`, what was kept is of no more use, and
 * gives way.
 */
export async function keepAssignments(
  session: Session,
  assignments: readonly Assignment[],
  { instead, now }: { readonly instead: boolean; readonly now: Date },
): Promise<void> {
  if (assignments.length === 0) return;
  await session.tx
    .insert(stickyAssignments)
    .values(
      assignments.map((one) => ({ environmentId: session.environmentId, ...one, decidedAt: now, lastAsked: now })),
    )
    .onConflictDoUpdate({
      target: [
        stickyAssignments.environmentId,
        stickyAssignments.tenantId,
        stickyAssignments.unit,
        stickyAssignments.flag,
      ],
      set: {
        lastAsked: sql`excluded.last_asked`,
        ...(instead ? { variation: sql`excluded.variation`, decidedAt: sql`excluded.decided_at` } : {}),
      },
    });
}

export async function forgetOldAssignments({ environmentId, tx }: Session, now: Date): Promise<void> {
  const longAgo = lt(stickyAssignments.lastAsked, new Date(now.getTime() - keptDays * day));
  await tx.delete(stickyAssignments).where(and(eq(stickyAssignments.environmentId, environmentId), longAgo));
}

/** What was decided for the tenant's users, and what it was dealt itself. */
export async function deleteAssignments({ environmentId, tx }: Session, tenantId: string): Promise<void> {
  const theirs = or(
    eq(stickyAssignments.tenantId, tenantId),
    eq(stickyAssignments.unit, unitText('tenant.key', tenantId)),
  );
  await tx.delete(stickyAssignments).where(and(eq(stickyAssignments.environmentId, environmentId), theirs));
}
