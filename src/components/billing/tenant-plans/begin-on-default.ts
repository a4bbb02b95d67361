import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import { upsertTenantPlan } from './queries.ts';

/** Puts a tenant that was just made on the plan that new ones start on; of several that say so on the first by key. */
export async function beginOnDefault(
  session: Session,
  tenantId: string,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const plans = await readLiveResources(session, ['Plan']);
  const first = plans.find(({ body }) => body['default'] === true);
  if (first === undefined) return;
  await upsertTenantPlan(session, { tenantId, plan: first.key, assignedBy: actor, assignedAt: now });
}
