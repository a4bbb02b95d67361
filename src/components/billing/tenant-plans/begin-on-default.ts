import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import { whyOffSale } from '../plan-state.ts';
import { upsertTenantPlan } from './queries.ts';

/**
 * Puts a tenant that was just made on the plan that new ones start on; of several that say so on the first by key. One
 * that is off sale may have said so before that was an error, and is passed over.
 */
export async function beginOnDefault(
  session: Session,
  tenantId: string,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const plans = await readLiveResources(session, ['Plan']);
  const first = plans.find(({ body }) => body['default'] === true && whyOffSale(body) === null);
  if (first === undefined) return;
  await upsertTenantPlan(session, { tenantId, plan: first.key, assignedBy: actor, assignedAt: now });
}
