import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { didYouMean } from '../../../engine/validate/did-you-mean.ts';
import type { Ports } from '../../ports.ts';
import { stateOf, whyOffSale } from '../plan-state.ts';
import { tenantPlanErrors } from './errors.ts';
import { deleteTenantPlan, selectTenantPlan, upsertTenantPlan } from './queries.ts';

/** Which plan a tenant is on; all but the first are null while it is on none. */
export interface TenantPlan {
  readonly tenantId: string;
  readonly plan: string | null;
  readonly assignedBy: string | null;
  readonly assignedAt: string | null;
}

/** @throws NotFoundError `plans/unknown-tenant` */
export async function readTenantPlan(session: Session, ports: Ports, tenantId: string): Promise<TenantPlan> {
  await refuseUnknownTenant(session, ports, tenantId);
  return planOf(session, tenantId);
}

/**
 * Doing it twice is the same as once.
 *
 * @throws NotFoundError `plans/unknown-tenant`, ValidationError `plans/unknown`, ConflictError `plans/off-sale`
 */
export async function assignPlan(
  session: Session,
  ports: Ports,
  tenantId: string,
  { plan, actor, now }: { readonly plan: string; readonly actor: string; readonly now: Date },
): Promise<TenantPlan> {
  const body = await readPlan(session, plan);
  const before = await readTenantPlan(session, ports, tenantId);
  refuseOffSale(plan, body, before.plan);
  if (before.plan === plan) return before;
  // First the version, which waits for whoever is deleting the tenant, then the look whether it is still there.
  await ports.tenants?.touch(session, tenantId);
  await refuseUnknownTenant(session, ports, tenantId);
  await upsertTenantPlan(session, { tenantId, plan, assignedBy: actor, assignedAt: now });
  return planOf(session, tenantId);
}

/** Puts the tenant on no plan. Doing it twice is the same as once. */
export async function withdrawPlan(session: Session, ports: Ports, tenantId: string): Promise<TenantPlan> {
  await refuseUnknownTenant(session, ports, tenantId);
  if (await deleteTenantPlan(session, tenantId)) await ports.tenants?.touch(session, tenantId);
  return planOf(session, tenantId);
}

async function planOf(session: Session, tenantId: string): Promise<TenantPlan> {
  const row = await selectTenantPlan(session, tenantId);
  if (row === undefined) return { tenantId, plan: null, assignedBy: null, assignedAt: null };
  return { ...row, assignedAt: row.assignedAt.toISOString() };
}

async function refuseUnknownTenant(session: Session, { tenants }: Ports, tenantId: string): Promise<void> {
  const found = await tenants?.find(session, [tenantId]);
  if (found?.length === 1) return;
  throw makeError(tenantPlanErrors.unknownTenant, {
    message: `The environment has no tenant ${tenantId}.`,
    param: 'tenant',
  });
}

async function readPlan(session: Session, plan: string): Promise<JsonObject> {
  const plans = await readLiveResources(session, ['Plan']);
  const found = plans.find(({ key }) => key === plan);
  if (found !== undefined) return found.body;
  const keys = plans.map(({ key }) => key);
  const hint = didYouMean(plan, keys) ?? (keys.length === 0 ? 'No Plan is applied yet.' : undefined);
  throw makeError(tenantPlanErrors.unknownPlan, {
    message: `The environment has no plan ${plan}.`,
    param: '/plan',
    ...(hint === undefined ? {} : { details: { hint } }),
  });
}

/** Whoever is on a legacy plan keeps it, so to be put on it again changes nothing. */
function refuseOffSale(plan: string, body: JsonObject, present: string | null): void {
  const why = whyOffSale(body);
  const state = stateOf(body);
  if (why === null || (state === 'legacy' && present === plan)) return;
  throw makeError(tenantPlanErrors.offSale, {
    message: `Plan ${plan} is ${state}: ${why}.`,
    param: '/plan',
    details: { state, hint: 'Take a plan that is on sale, or make this one `active`.' },
  });
}
