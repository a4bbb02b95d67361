import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import { entitlementCounts, entitlementOverrides } from './tables.ts';

/** What tenants have agreed and used of an entitlement that is renamed, they have of it under its new name. */
export async function carryEntitlements(changes: readonly Change[], session: Session): Promise<void> {
  const renames = changes.flatMap(({ from, key, kind }) =>
    kind === 'Entitlement' && from !== undefined ? [{ from, to: key }] : [],
  );
  if (renames.length === 0) return;
  for (const table of [entitlementOverrides, entitlementCounts]) await renameIn(table, renames, session);
}

/**
 * By names that no entitlement can have, so that two may change places. What stands under a new name already is left
 * of one that was deleted, unless that one is renamed as well.
 */
async function renameIn(
  table: typeof entitlementOverrides | typeof entitlementCounts,
  renames: readonly { readonly from: string; readonly to: string }[],
  { environmentId, tx }: Session,
): Promise<void> {
  const here = eq(table.environmentId, environmentId);
  for (const { from, to } of renames) {
    await tx
      .update(table)
      .set({ entitlement: `~${to}` })
      .where(and(here, eq(table.entitlement, from)));
  }
  const names = renames.map(({ to }) => to);
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
