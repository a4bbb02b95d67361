// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { Operation } from '../core/operation.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { TenantPlan, TenantPlansSetBody } from '../types.ts';

const tenantPlansGet: Operation = {
  id: 'tenantPlans.get',
  method: 'GET',
  route: '/v1/tenants/{tenant}/plan',
  auth: ['secret'],
  isMutation: false,
  isAboutTenant: true,
};

const tenantPlansRemove: Operation = {
  id: 'tenantPlans.remove',
  method: 'DELETE',
  route: '/v1/tenants/{tenant}/plan',
  auth: ['secret'],
  isMutation: true,
  isAboutTenant: true,
};

const tenantPlansSet: Operation = {
  id: 'tenantPlans.set',
  method: 'PUT',
  route: '/v1/tenants/{tenant}/plan',
  auth: ['secret'],
  isMutation: true,
  isAboutTenant: true,
};

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
    return this.call(tenantPlansGet, { path: { tenant } }, options);
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
    return this.call(tenantPlansRemove, { path: { tenant } }, options);
  }

  /**
   * Put a tenant on a plan.
   *
   * For a secret key.
   *
   * Errors: `plans/unknown`, `plans/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   */
  set(tenant: string, body: TenantPlansSetBody, options?: CallOptions): Call<TenantPlan> {
    return this.call(tenantPlansSet, { path: { tenant }, body }, options);
  }
}
