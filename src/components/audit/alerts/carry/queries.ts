import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { alertStates } from '../tables.ts';

/**
 * By names that no rule can have, so that two may change places. What stands under a new name already is left of one
 * that was deleted, unless that one is renamed as well.
 */
export async function renameStates(
  { environmentId, tx }: Session,
  renamings: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const here = eq(alertStates.environmentId, environmentId);
  for (const { from, to } of renamings) {
    await tx
      .update(alertStates)
      .set({ rule: `~${to}` })
      .where(and(here, eq(alertStates.rule, from)));
  }
  const names = renamings.map(({ to }) => to);
  await tx.delete(alertStates).where(and(here, inArray(alertStates.rule, names)));
  const moved = names.map((name) => `~${name}`);
  await tx
    .update(alertStates)
    .set({ rule: sql`substr(${alertStates.rule}, 2)` })
    .where(and(here, inArray(alertStates.rule, moved)));
}
