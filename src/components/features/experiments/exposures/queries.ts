import { and, eq, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { measuredFlags } from '../keeping/queries.ts';
import { readStarts } from '../starts/queries.ts';
import { exposures } from '../tables.ts';

/** A unit with its attribute before it, `user.key=ada`: the same value of another attribute is another unit. */
export function unitText(by: string, unit: string): string {
  return `${by}=${unit}`;
}

export interface Exposure {
  readonly flag: string;
  readonly variation: string;
  readonly unit: string;
  readonly at: Date;
}

/**
 * Keeps the first exposure of each unit to each variation since the experiment began, in whatever order and however
 * often they are told. One from before gives way to the first since, so that who comes back is counted again where an
 * experiment is added anew or its `start` is moved on.
 */
export async function recordExposures(session: Session, told: readonly Exposure[]): Promise<void> {
  const starts = await readStarts(session, [...new Set(told.map(({ flag }) => flag))].toSorted());
  const first = new Map<string, Exposure>();
  for (const exposure of told) {
    const id = JSON.stringify([exposure.flag, exposure.unit, exposure.variation]);
    const known = first.get(id);
    if (known === undefined || goesBefore(exposure, known, starts.get(exposure.flag))) first.set(id, exposure);
  }
  if (first.size === 0) return;
  const rows = [...first]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { at, flag, unit, variation }]) => ({
      environmentId: session.environmentId,
      tenantId: session.tenantId ?? '',
      flag,
      unit,
      variation,
      firstSeen: at,
    }));
  const begun = JSON.stringify(Object.fromEntries(starts));
  const start = sql`coalesce((${begun}::jsonb ->> ${exposures.flag})::timestamptz, '-infinity')`;
  await session.tx
    .insert(exposures)
    .values(rows)
    .onConflictDoUpdate({
      target: [exposures.environmentId, exposures.flag, exposures.unit, exposures.tenantId, exposures.variation],
      set: { firstSeen: sql`excluded.first_seen` },
      // As `goesBefore` has it: false is less than true.
      setWhere: sql`(excluded.first_seen < ${start}, excluded.first_seen) < (${exposures.firstSeen} < ${start}, ${exposures.firstSeen})`,
    });
}

/** Of two exposures, the earlier counts, but any since the start goes before one that was before it. */
function goesBefore(one: Exposure, other: Exposure, start: Date | undefined): boolean {
  const isEarly = ({ at }: Exposure): boolean => start !== undefined && at < start;
  return isEarly(one) === isEarly(other) ? one.at < other.at : isEarly(other);
}

/** Who was dealt something of the flag, as far as it was told: so many of them at most, in order. */
export async function selectExposedUnits(
  { environmentId, tx }: Session,
  flag: string,
  most: number,
): Promise<readonly { readonly tenantId: string; readonly unit: string }[]> {
  return tx
    .selectDistinct({ unit: exposures.unit, tenantId: exposures.tenantId })
    .from(exposures)
    .where(and(eq(exposures.environmentId, environmentId), eq(exposures.flag, flag)))
    .orderBy(exposures.unit, exposures.tenantId)
    .limit(most);
}

/** What was reported for the tenant, and what it was dealt itself: in each experiment, whoever reported it. */
export async function deleteExposures(session: Session, tenantId: string): Promise<void> {
  const { environmentId, tx } = session;
  await tx.delete(exposures).where(and(eq(exposures.environmentId, environmentId), eq(exposures.tenantId, tenantId)));
  // Who is bound to a tenant sees nothing of what others reported, and would look through all of it for that.
  if (session.tenantId !== null) return;
  // An array, not a join: one look into the index for each flag, however many rows there are.
  await tx.execute(sql`
    with ${measuredFlags(environmentId)}
    delete from exposures where environment_id = ${environmentId}
      and flag = any (array(select flag from measured where flag is not null))
      and unit = ${unitText('tenant.key', tenantId)}`);
}
