// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { Tenant, TenantPage, TenantsCreateBody, TenantsUpdateBody } from '../types.ts';

export interface TenantsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
  /** Only those created at this instant or later. */
  readonly createdFrom?: Date | string | undefined;
  /** Only those created before this instant. */
  readonly createdBefore?: Date | string | undefined;
  /** Only those on the plan of this key. */
  readonly plan?: string | undefined;
}

/** The customer organisations of the product, and what is kept about each. */
export class Tenants extends Resource {
  /**
   * Create a tenant.
   *
   * Currency, region and data residency are declared here, and never change afterwards.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `tenants/exists`, `tenants/single`,
   * `tenants/value-missing`, `tenants/value-not-allowed`.
   */
  create(body: TenantsCreateBody, options?: CallOptions): Call<Tenant> {
    return this.call(
      { id: 'tenants.create', method: 'POST', route: '/v1/tenants', isMutation: true },
      { body },
      options,
    );
  }

  /**
   * Delete a tenant with everything that belongs to it.
   *
   * Members, roles, service accounts, cross-tenant grants, relationships and the plan go with it; users stay, and so
   * does the log of decisions.
   *
   * For a secret key.
   *
   * Errors: `tenants/not-found`, `tenants/single`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  delete(tenant: string, options?: CallOptions): Call<void> {
    return this.call(
      {
        id: 'tenants.delete',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}',
        isMutation: true,
        isAboutTenant: true,
        answersAny: true,
      },
      { path: { tenant } },
      options,
    );
  }

  /**
   * Get one tenant.
   *
   * For a secret key.
   *
   * Errors: `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  get(tenant: string, options?: CallOptions): Call<Tenant> {
    return this.call(
      { id: 'tenants.get', method: 'GET', route: '/v1/tenants/{tenant}', isAboutTenant: true },
      { path: { tenant } },
      options,
    );
  }

  /**
   * List tenants, newest first.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  list(query?: TenantsListQuery, options?: CallOptions): Paged<TenantPage, Tenant> {
    return this.pages(
      { id: 'tenants.list', method: 'GET', route: '/v1/tenants', isAboutTenant: true },
      { query },
      options,
    );
  }

  /**
   * Change the name or attributes of a tenant.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `tenants/fixed-field`,
   * `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  update(tenant: string, body: TenantsUpdateBody, options?: CallOptions): Call<Tenant> {
    return this.call(
      { id: 'tenants.update', method: 'PATCH', route: '/v1/tenants/{tenant}', isMutation: true, isAboutTenant: true },
      { path: { tenant }, body },
      options,
    );
  }
}
