// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { EntitlementOverride, EntitlementOverridePage, EntitlementOverridesSetBody } from '../types.ts';

export interface EntitlementOverridesListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** What a tenant has of each feature, how much of it has been used, and what was agreed with it besides. */
export class EntitlementOverrides extends Resource {
  /**
   * List the overrides that a tenant has, by entitlement.
   *
   * For a secret key.
   *
   * Errors: `entitlements/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   */
  list(
    tenant: string,
    query?: EntitlementOverridesListQuery,
    options?: CallOptions,
  ): Paged<EntitlementOverridePage, EntitlementOverride> {
    return this.pages(
      {
        id: 'entitlementOverrides.list',
        method: 'GET',
        route: '/v1/tenants/{tenant}/entitlements/overrides',
        isAboutTenant: true,
      },
      { path: { tenant }, query },
      options,
    );
  }

  /**
   * Give a tenant again what its plan grants.
   *
   * For a secret key.
   *
   * Errors: `entitlement-overrides/not-found`, `entitlements/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   * @param entitlement Key of an Entitlement.
   */
  remove(tenant: string, entitlement: string, options?: CallOptions): Call<void> {
    return this.call(
      {
        id: 'entitlementOverrides.remove',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/entitlements/{entitlement}/override',
        isMutation: true,
        isAboutTenant: true,
        answersAny: true,
      },
      { path: { tenant, entitlement } },
      options,
    );
  }

  /**
   * Give a tenant something else than its plan grants.
   *
   * It is felt at once, and goes over the plan until it expires or is removed. An earlier one is replaced.
   *
   * For a secret key.
   *
   * Errors: `entitlement-overrides/expiry-in-the-past`, `entitlement-overrides/value-not-of-type`,
   * `entitlements/unknown`, `entitlements/unknown-tenant`.
   *
   * @param tenant Id of the tenant.
   * @param entitlement Key of an Entitlement.
   */
  set(
    tenant: string,
    entitlement: string,
    body: EntitlementOverridesSetBody,
    options?: CallOptions,
  ): Call<EntitlementOverride> {
    return this.call(
      {
        id: 'entitlementOverrides.set',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/entitlements/{entitlement}/override',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, entitlement }, body },
      options,
    );
  }
}
