import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { entitlementCounts, entitlementOverrides } from '../tables.ts';

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

export async function renameOverrides(session: Session, renamings: readonly Renaming[]): Promise<void> {
  await renameIn(entitlementOverrides, renamings, session);
}

export async function renameCounts(session: Session, renamings: readonly Renaming[]): Promise<void> {
  await renameIn(entitlementCounts, renamings, session);
}

/**
 * By names that no entitlement can have, so that two may change places. What stands under a new name already is left
 * of one that was deleted, unless that one is renamed as well.
 */
async function renameIn(
  table: typeof entitlementOverrides | typeof entitlementCounts,
  renamings: readonly Renaming[],
  { environmentId, tx }: Session,
): Promise<void> {
  const here = eq(table.environmentId, environmentId);
  for (const { from, to } of renamings) {
    await tx
      .update(table)
      .set({ entitlement: `~${to}` })
      .where(and(here, eq(table.entitlement, from)));
  }
  const names = renamings.map(({ to }) => to);
  await tx.delete(table).where(and(here, inArray(table.entitlement, names)));
  await tx
    .update(table)
    .set({ entitlement: sql`substr(${table.entitlement}, 2)` })
    .where(
      and(
        here,
        inArray(
          table.entitlement,
          names.map((name) => `~${name}`),
        ),
      ),
    );
}
