import { and, eq, or, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
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

/** Keeps the first exposure of each unit to each variation, in whatever order and however often they are told. */
export async function recordExposures(session: Session, told: readonly Exposure[]): Promise<void> {
  const first = new Map<string, Exposure>();
  for (const exposure of told) {
    const id = JSON.stringify([exposure.flag, exposure.unit, exposure.variation]);
    const known = first.get(id);
    if (known === undefined || exposure.at < known.at) first.set(id, exposure);
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
  await session.tx
    .insert(exposures)
    .values(rows)
    .onConflictDoUpdate({
      target: [exposures.environmentId, exposures.tenantId, exposures.flag, exposures.unit, exposures.variation],
      set: { firstSeen: sql`excluded.first_seen` },
      setWhere: sql`excluded.first_seen < ${exposures.firstSeen}`,
    });
}

/** What was reported for the tenant, and what it was dealt itself. */
export async function deleteExposures({ environmentId, tx }: Session, tenantId: string): Promise<void> {
  const theirs = or(eq(exposures.tenantId, tenantId), eq(exposures.unit, unitText('tenant.key', tenantId)));
  await tx.delete(exposures).where(and(eq(exposures.environmentId, environmentId), theirs));
}
