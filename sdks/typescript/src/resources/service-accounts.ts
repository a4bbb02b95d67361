// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type {
  ServiceAccount,
  ServiceAccountPage,
  ServiceAccountsCreateBody,
  ServiceAccountsSetRolesBody,
} from '../types.ts';

export interface ServiceAccountsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** The programs of a tenant that act in its name, and the roles they hold. */
export class ServiceAccounts extends Resource {
  /**
   * Give a service account one more role.
   *
   * For a secret key.
   *
   * Errors: `roles/not-assignable`, `roles/unknown`, `service-accounts/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param account The id of a service account, which begins with `svc_`.
   * @param role Key of a Role.
   */
  addRole(tenant: string, account: string, role: string, options?: CallOptions): Call<ServiceAccount> {
    return this.call(
      {
        id: 'serviceAccounts.addRole',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, account, role } },
      options,
    );
  }

  /**
   * Create a service account.
   *
   * It has the roles asked for and no others: those of new members are for people.
   *
   * For a secret key.
   *
   * Errors: `roles/not-assignable`, `roles/unknown`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  create(tenant: string, body: ServiceAccountsCreateBody, options?: CallOptions): Call<ServiceAccount> {
    return this.call(
      {
        id: 'serviceAccounts.create',
        method: 'POST',
        route: '/v1/tenants/{tenant}/service-accounts',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant }, body },
      options,
    );
  }

  /**
   * Delete a service account with its roles.
   *
   * For a secret key.
   *
   * Errors: `roles/not-assignable`, `service-accounts/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param account The id of a service account, which begins with `svc_`.
   */
  delete(tenant: string, account: string, options?: CallOptions): Call<void> {
    return this.call(
      {
        id: 'serviceAccounts.delete',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/service-accounts/{account}',
        isMutation: true,
        isAboutTenant: true,
        answersAny: true,
      },
      { path: { tenant, account } },
      options,
    );
  }

  /**
   * Get one service account with its roles.
   *
   * For a secret key.
   *
   * Errors: `service-accounts/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param account The id of a service account, which begins with `svc_`.
   */
  get(tenant: string, account: string, options?: CallOptions): Call<ServiceAccount> {
    return this.call(
      {
        id: 'serviceAccounts.get',
        method: 'GET',
        route: '/v1/tenants/{tenant}/service-accounts/{account}',
        isAboutTenant: true,
      },
      { path: { tenant, account } },
      options,
    );
  }

  /**
   * List the service accounts of a tenant with their roles, oldest first.
   *
   * For a secret key.
   *
   * Errors: `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  list(
    tenant: string,
    query?: ServiceAccountsListQuery,
    options?: CallOptions,
  ): Paged<ServiceAccountPage, ServiceAccount> {
    return this.pages(
      {
        id: 'serviceAccounts.list',
        method: 'GET',
        route: '/v1/tenants/{tenant}/service-accounts',
        isAboutTenant: true,
      },
      { path: { tenant }, query },
      options,
    );
  }

  /**
   * Take one role from a service account.
   *
   * For a secret key.
   *
   * Errors: `roles/not-assignable`, `service-accounts/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param account The id of a service account, which begins with `svc_`.
   * @param role Key of a Role.
   */
  removeRole(tenant: string, account: string, role: string, options?: CallOptions): Call<ServiceAccount> {
    return this.call(
      {
        id: 'serviceAccounts.removeRole',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, account, role } },
      options,
    );
  }

  /**
   * Give a service account exactly these roles.
   *
   * For a secret key.
   *
   * Errors: `roles/not-assignable`, `roles/unknown`, `service-accounts/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param account The id of a service account, which begins with `svc_`.
   */
  setRoles(
    tenant: string,
    account: string,
    body: ServiceAccountsSetRolesBody,
    options?: CallOptions,
  ): Call<ServiceAccount> {
    return this.call(
      {
        id: 'serviceAccounts.setRoles',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/service-accounts/{account}/roles',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, account }, body },
      options,
    );
  }
}
