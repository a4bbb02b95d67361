import type { TenantPlans } from '../../ports.ts';
import { beginOnDefault } from './begin-on-default.ts';
import { deleteTenantPlan, selectPlansOf, selectTenantPlan, selectTenantPlans, selectTenantsOn } from './queries.ts';

/** What other components may ask about the plans of tenants. */
export const tenantPlanPort: TenantPlans = {
  planOf: async (session, tenantId) => (await selectTenantPlan(session, tenantId))?.plan ?? null,
  async plansOf(session, tenantIds) {
    const rows = await selectPlansOf(session, tenantIds);
    return new Map(rows.map(({ plan, tenantId }) => [tenantId, plan]));
  },
  async tenantsOn(session, plans) {
    const byPlan = Map.groupBy(await selectTenantsOn(session, plans), ({ plan }) => plan);
    return new Map(plans.map((plan) => [plan, (byPlan.get(plan) ?? []).map(({ tenantId }) => tenantId)]));
  },
  async all(session, most) {
    const rows = await selectTenantPlans(session, most);
    return rows === null ? null : new Map(rows.map(({ plan, tenantId }) => [tenantId, plan]));
  },
  begin: beginOnDefault,
  async forget(session, tenantId) {
    await deleteTenantPlan(session, tenantId);
  },
};
