// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { TenantPlan, TenantPlansSetBody } from '../types.ts';

/** Which plan a tenant is on. */
export class TenantPlans extends Resource {
  /**
   * Get the plan a tenant is on.
   *
   * For a secret key.
   *
   * Errors: `plans/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   */
  get(tenant: string, options?: CallOptions): Call<TenantPlan> {
    return this.call(
      { id: 'tenantPlans.get', method: 'GET', route: '/v1/tenants/{tenant}/plan', isAboutTenant: true },
      { path: { tenant } },
      options,
    );
  }

  /**
   * Put a tenant on no plan.
   *
   * For a secret key.
   *
   * Errors: `plans/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   */
  remove(tenant: string, options?: CallOptions): Call<TenantPlan> {
    return this.call(
      {
        id: 'tenantPlans.remove',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/plan',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant } },
      options,
    );
  }

  /**
   * Put a tenant on a plan.
   *
   * For a secret key.
   *
   * Errors: `plans/off-sale`, `plans/unknown`, `plans/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   */
  set(tenant: string, body: TenantPlansSetBody, options?: CallOptions): Call<TenantPlan> {
    return this.call(
      {
        id: 'tenantPlans.set',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/plan',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant }, body },
      options,
    );
  }
}
