import { and, asc, eq, inArray, lt, or, sql } from 'drizzle-orm';
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

export interface Unit {
  readonly tenantId: string;
  readonly unit: string;
}

/**
 * Who keeps a variation of the flag, so many at most; null where more is kept in the environment, of whatever flag, than
 * is looked through: no index begins with the flag, since nothing but a plan asks for it.
 */
export async function selectUnitsOf(
  { environmentId, tx }: Session,
  flag: string,
  { lookedThrough, most }: { readonly lookedThrough: number; readonly most: number },
): Promise<readonly Unit[] | null> {
  const here = eq(stickyAssignments.environmentId, environmentId);
  const [one] = await tx
    .select({ unit: stickyAssignments.unit })
    .from(stickyAssignments)
    .where(here)
    .offset(lookedThrough)
    .limit(1);
  if (one !== undefined) return null;
  return tx
    .select({ tenantId: stickyAssignments.tenantId, unit: stickyAssignments.unit })
    .from(stickyAssignments)
    .where(and(here, eq(stickyAssignments.flag, flag)))
    .limit(most);
}

/**
 * Where two change places, by names that no flag can have. What stands under a new name already is left of one
 * that was deleted, unless that one is renamed as well.
 */
export async function renameAssignments(
  { environmentId, tx }: Session,
  renamings: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const here = eq(stickyAssignments.environmentId, environmentId);
  const left = new Set(renamings.map(({ from }) => from));
  if (!renamings.some(({ to }) => left.has(to))) {
    for (const { from, to } of renamings) {
      await tx.delete(stickyAssignments).where(and(here, eq(stickyAssignments.flag, to)));
      await tx
        .update(stickyAssignments)
        .set({ flag: to })
        .where(and(here, eq(stickyAssignments.flag, from)));
    }
    return;
  }
  for (const { from, to } of renamings) {
    await tx
      .update(stickyAssignments)
      .set({ flag: `~${to}` })
      .where(and(here, eq(stickyAssignments.flag, from)));
  }
  const names = renamings.map(({ to }) => to);
  await tx.delete(stickyAssignments).where(and(here, inArray(stickyAssignments.flag, names)));
  const moved = names.map((name) => `~${name}`);
  await tx
    .update(stickyAssignments)
    .set({ flag: sql`substr(${stickyAssignments.flag}, 2)` })
    .where(and(here, inArray(stickyAssignments.flag, moved)));
}

/** What was decided for the tenant's users, and what it was dealt itself. */
export async function deleteAssignments({ environmentId, tx }: Session, tenantId: string): Promise<void> {
  const theirs = or(
    eq(stickyAssignments.tenantId, tenantId),
    eq(stickyAssignments.unit, unitText('tenant.key', tenantId)),
  );
  await tx.delete(stickyAssignments).where(and(eq(stickyAssignments.environmentId, environmentId), theirs));
}
