import { and, asc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { exposures } from '../tables.ts';

export interface ExposedUnit {
  readonly unit: string;
  /** Of the first exposure. */
  readonly since: Date;
  /** Null: more than one, so that nobody can say which of them it acts under. */
  readonly variation: string | null;
}

/** Between these moments exposures count: from the first, inclusive, to the second, exclusive. */
export interface Period {
  readonly start: Date;
  readonly end: Date | null;
}

const many = 5000;

/**
 * All units of an experiment in order, thousands at a time, whoever told of them. Of one unit those are believed who
 * can be believed most: a secret key, then a signed-in user, then a publishable key alone, which anybody can copy.
 */
export async function* readExposedUnits(
  session: Session,
  flag: string,
  { end, start }: Period,
): AsyncGenerator<readonly ExposedUnit[]> {
  let after = '';
  for (;;) {
    const rows = await session.tx
      .select({
        unit: exposures.unit,
        since: sql<Date>`${mostBelieved(sql`min(${exposures.firstSeen})`)}`.mapWith(exposures.firstSeen),
        first: sql<string>`${mostBelieved(sql`min(${exposures.variation})`)}`,
        last: sql<string>`${mostBelieved(sql`max(${exposures.variation})`)}`,
      })
      .from(exposures)
      .where(
        and(
          eq(exposures.environmentId, session.environmentId),
          eq(exposures.flag, flag),
          gt(exposures.unit, after),
          gte(exposures.firstSeen, start),
          end === null ? undefined : lt(exposures.firstSeen, end),
        ),
      )
      .groupBy(exposures.unit)
      .orderBy(asc(exposures.unit))
      .limit(many);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({
      unit: row.unit,
      since: row.since,
      variation: row.first === row.last ? row.first : null,
    }));
    after = last.unit;
  }
}

/** The aggregate of what the most believed of those told who told anything; see `tenantId` in the table. */
function mostBelieved(aggregate: SQL): SQL {
  const { tenantId } = exposures;
  return sql`coalesce(${aggregate} filter (where ${tenantId} = ''), ${aggregate} filter (where ${tenantId} <> '-'), ${aggregate})`;
}
