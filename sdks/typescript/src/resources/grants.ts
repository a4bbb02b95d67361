// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { CrossTenantGrant, CrossTenantGrantPage, GrantsSetBody } from '../types.ts';

export interface GrantsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

export interface GrantsListOfUserQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** Lets people of one tenant, such as support staff, act in others, for a time or until it is withdrawn. */
export class Grants extends Resource {
  /**
   * List the cross-tenant grants for a tenant, by user id.
   *
   * For a secret key.
   *
   * Errors: `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  list(tenant: string, query?: GrantsListQuery, options?: CallOptions): Paged<CrossTenantGrantPage, CrossTenantGrant> {
    return this.pages(
      { id: 'grants.list', method: 'GET', route: '/v1/tenants/{tenant}/grants', isAboutTenant: true },
      { path: { tenant }, query },
      options,
    );
  }

  /**
   * List the cross-tenant grants of a user, by tenant id.
   *
   * Where the request is about a tenant, the grant for that one only.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `users/not-found`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  listOfUser(
    user: string,
    query?: GrantsListOfUserQuery,
    options?: CallOptions,
  ): Paged<CrossTenantGrantPage, CrossTenantGrant> {
    return this.pages(
      { id: 'grants.listOfUser', method: 'GET', route: '/v1/users/{user}/grants', isAboutTenant: true },
      { path: { user }, query },
      options,
    );
  }

  /**
   * Let a user who is no member act within a tenant.
   *
   * A grant that the user has for the tenant already is replaced.
   *
   * For a secret key.
   *
   * Errors: `grants/expiry-in-the-past`, `roles/not-assignable`, `roles/unknown`, `tenants/not-found`,
   * `users/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  set(tenant: string, user: string, body: GrantsSetBody, options?: CallOptions): Call<CrossTenantGrant> {
    return this.call(
      {
        id: 'grants.set',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/grants/{user}',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, user }, body },
      options,
    );
  }

  /**
   * Withdraw a cross-tenant grant.
   *
   * For a secret key.
   *
   * Errors: `grants/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  withdraw(tenant: string, user: string, options?: CallOptions): Call<void> {
    return this.call(
      {
        id: 'grants.withdraw',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/grants/{user}',
        isMutation: true,
        isAboutTenant: true,
        answersAny: true,
      },
      { path: { tenant, user } },
      options,
    );
  }
}
