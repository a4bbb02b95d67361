import { eq, type SQL, sql } from 'drizzle-orm';
import type { Session, SessionScope, Transaction } from '../../../../db/contract.ts';
import { environments } from '../../../../db/tables/environments.ts';
import { experimentCuts } from '../tables.ts';

/** What an environment keeps too much of, and by which moment it is old. */
const kept = {
  exposures: { table: sql`exposures`, moment: sql`first_seen` },
  observations: { table: sql`observations`, moment: sql`at` },
};
export type Kept = keyof typeof kept;

/** Secret keys, or anybody else: who reports without one cannot push out what others have told. */
export type Teller = 'vouched' | 'others';
export const tellers: readonly Teller[] = ['vouched', 'others'];

export async function selectEnvironments(tx: Transaction): Promise<readonly SessionScope[]> {
  return tx
    .select({ projectId: environments.projectId, environmentId: environments.id })
    .from(environments)
    .orderBy(environments.id);
}

/** `measured (flag)`: all flags of which there are exposures, each found by one look into the index. Ends with a null. */
export function measuredFlags(environmentId: string): SQL {
  return sql`recursive measured (flag) as (
    (select flag from exposures where environment_id = ${environmentId} order by flag limit 1)
    union all
    select (
      select next.flag from exposures as next
      where next.environment_id = ${environmentId} and next.flag > measured.flag order by next.flag limit 1
    ) from measured where measured.flag is not null)`;
}

/** In order. */
export async function selectMeasuredFlags({ environmentId, tx }: Session): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ flag: string }>(
    sql`with ${measuredFlags(environmentId)} select flag from measured where flag is not null order by flag`,
  );
  return rows.map(({ flag }) => flag);
}

/** Deletes at most `most` exposures of a flag, of all or of those before a moment; answers how many. */
export async function deleteExposuresOf(
  { environmentId, tx }: Session,
  flag: string,
  before: Date | null,
  most: number,
): Promise<number> {
  const old = before === null ? sql`` : sql`and first_seen < ${before.toISOString()}`;
  const { rowCount } = await tx.execute(sql`
    delete from exposures where environment_id = ${environmentId} and ctid = any (array(
      select ctid from exposures where environment_id = ${environmentId} and flag = ${flag} ${old} limit ${most}))`);
  return rowCount ?? 0;
}

/** When the first exposure of the environment was that is kept; null where there is none. */
export async function selectFirstExposure({ environmentId, tx }: Session): Promise<Date | null> {
  const firstOf = (who: Teller): SQL =>
    sql`(select min(first_seen) from exposures where environment_id = ${environmentId} and ${toldBy(who)})`;
  const { rows } = await tx.execute<{ first: string | null }>(
    sql`select to_json(least(${firstOf('vouched')}, ${firstOf('others')})) as first`,
  );
  const first = rows[0]?.first ?? null;
  return first === null ? null : new Date(first);
}

/** Deletes at most `most` observations before a moment, the oldest; answers how many. */
export async function deleteObservationsBefore(
  { environmentId, tx }: Session,
  before: Date,
  who: Teller,
  most: number,
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    delete from observations where environment_id = ${environmentId} and ctid = any (array(
      select ctid from observations
      where environment_id = ${environmentId} and ${toldBy(who)} and at < ${before.toISOString()}
      order by at limit ${most}))`);
  return rowCount ?? 0;
}

/**
 * Moment of the first, from the newest on, that is beyond so many: of those that a secret key told of, or of all
 * others. Null where there are not so many.
 */
export async function selectMomentBeyond(
  { environmentId, tx }: Session,
  what: Kept,
  who: Teller,
  most: number,
): Promise<Date | null> {
  const { moment, table } = kept[what];
  const { rows } = await tx.execute<{ beyond: string }>(sql`
    select to_json(${moment}) as beyond from ${table}
    where environment_id = ${environmentId} and ${toldBy(who)}
    order by ${moment} desc offset ${most} limit 1`);
  const beyond = rows[0]?.beyond;
  return beyond === undefined ? null : new Date(beyond);
}

/** Deletes at most `atOnce` up to a moment and with it, the oldest, and writes down that something is missing. Answers how many. */
export async function cutUpTo(
  session: Session,
  what: Kept,
  who: Teller,
  { atOnce, upTo }: { readonly upTo: Date; readonly atOnce: number },
): Promise<number> {
  const { environmentId, tx } = session;
  const { moment, table } = kept[what];
  // PostgreSQL tells microseconds apart, and a Date does not: what is up to the next millisecond goes with it.
  const next = new Date(upTo.getTime() + 1);
  const { rowCount } = await tx.execute(sql`
    delete from ${table} where environment_id = ${environmentId} and ctid = any (array(
      select ctid from ${table}
      where environment_id = ${environmentId} and ${toldBy(who)} and ${moment} < ${next.toISOString()}
      order by ${moment} limit ${atOnce}))`);
  await tx
    .insert(experimentCuts)
    .values({ environmentId, what, upTo })
    .onConflictDoUpdate({
      target: [experimentCuts.environmentId, experimentCuts.what],
      set: { upTo: sql`greatest(${experimentCuts.upTo}, excluded.up_to)` },
    });
  return rowCount ?? 0;
}

/** Up to when something was cut away of each, where it was. */
export async function selectCuts({ environmentId, tx }: Session): Promise<ReadonlyMap<Kept, Date>> {
  const rows = await tx.select().from(experimentCuts).where(eq(experimentCuts.environmentId, environmentId));
  return new Map(rows.map(({ upTo, what }) => [what, upTo]));
}

/** As the index has it: PostgreSQL does not find `tenant_id <> ''` there. */
function toldBy(who: Teller): SQL {
  return who === 'vouched' ? sql`(tenant_id = '') is true` : sql`(tenant_id = '') is false`;
}
