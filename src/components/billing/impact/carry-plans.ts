import type { Session } from '../../../db/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import { renameAssignedPlan } from './queries.ts';

/** Whoever is on a plan that is renamed stays on it. */
export async function carryPlans(changes: readonly Change[], session: Session): Promise<void> {
  for (const { from, key, kind } of changes)
    if (kind === 'Plan' && from !== undefined) await renameAssignedPlan(session, from, key);
}
