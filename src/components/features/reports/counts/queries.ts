import { and, asc, eq, gte, lt, max, min, sql, sum } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { evaluationCounts } from '../tables.ts';

export interface CountedHour {
  readonly flag: string;
  readonly hour: Date;
  /** Empty: the default given in code. */
  readonly variation: string;
  readonly reason: string;
  readonly count: number;
}

/** Days for which counts are kept. */
export const keptDays = 90;
const day = 86_400_000;

/** Adds to what is counted already, and forgets what is older than {@link keptDays}. Rows in one order, so that reporters never wait for each other in a circle. */
export async function addCounts(session: Session, rows: readonly CountedHour[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await session.tx
    .insert(evaluationCounts)
    .values(rows.map((row) => ({ environmentId: session.environmentId, ...row })))
    .onConflictDoUpdate({
      target: [
        evaluationCounts.environmentId,
        evaluationCounts.flag,
        evaluationCounts.hour,
        evaluationCounts.variation,
        evaluationCounts.reason,
      ],
      set: { count: sql`${evaluationCounts.count} + excluded.count` },
    });
  await session.tx
    .delete(evaluationCounts)
    .where(
      and(
        eq(evaluationCounts.environmentId, session.environmentId),
        lt(evaluationCounts.hour, new Date(now.getTime() - keptDays * day)),
      ),
    );
}

export interface Usage {
  readonly flag: string;
  readonly variation: string;
  readonly count: number;
  /** Beginning of the last hour in which it was served. */
  readonly last: Date;
}

/** By flag and variation, of the hours since `since`. */
export async function selectUsage(session: Session, since: Date): Promise<readonly Usage[]> {
  const rows = await session.tx
    .select({
      flag: evaluationCounts.flag,
      variation: evaluationCounts.variation,
      count: sum(evaluationCounts.count).mapWith(Number),
      last: max(evaluationCounts.hour),
    })
    .from(evaluationCounts)
    .where(and(eq(evaluationCounts.environmentId, session.environmentId), gte(evaluationCounts.hour, since)))
    .groupBy(evaluationCounts.flag, evaluationCounts.variation)
    .orderBy(asc(evaluationCounts.flag), asc(evaluationCounts.variation));
  return rows.map(({ last, ...row }) => ({ ...row, last: last ?? since }));
}

/** Beginning of the first hour of which there is any count; null where nothing was ever reported. */
export async function selectFirstHour(session: Session): Promise<Date | null> {
  const [row] = await session.tx
    .select({ first: min(evaluationCounts.hour) })
    .from(evaluationCounts)
    .where(eq(evaluationCounts.environmentId, session.environmentId));
  return row?.first ?? null;
}
