// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { Member, MemberPage, MembersAddBody, MembersSetRolesBody } from '../types.ts';

export interface MembersListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** Who belongs to a tenant, and with which roles. */
export class Members extends Resource {
  /**
   * Make a user a member of a tenant.
   *
   * Every new member gets the Roles that say `default: true`, and those asked for.
   *
   * For a secret key.
   *
   * Errors: `members/exists`, `roles/not-assignable`, `roles/unknown`, `tenants/not-found`, `users/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  add(tenant: string, body: MembersAddBody, options?: CallOptions): Call<Member> {
    return this.call(
      {
        id: 'members.add',
        method: 'POST',
        route: '/v1/tenants/{tenant}/members',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant }, body },
      options,
    );
  }

  /**
   * Give a member one more role.
   *
   * For a secret key.
   *
   * Errors: `members/not-found`, `roles/not-assignable`, `roles/unknown`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   * @param role Key of a Role.
   */
  addRole(tenant: string, user: string, role: string, options?: CallOptions): Call<Member> {
    return this.call(
      {
        id: 'members.addRole',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/members/{user}/roles/{role}',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, user, role } },
      options,
    );
  }

  /**
   * Get one member with their roles.
   *
   * For a secret key.
   *
   * Errors: `members/not-found`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  get(tenant: string, user: string, options?: CallOptions): Call<Member> {
    return this.call(
      { id: 'members.get', method: 'GET', route: '/v1/tenants/{tenant}/members/{user}', isAboutTenant: true },
      { path: { tenant, user } },
      options,
    );
  }

  /**
   * List the members of a tenant with their roles, by user id.
   *
   * For a secret key.
   *
   * Errors: `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  list(tenant: string, query?: MembersListQuery, options?: CallOptions): Paged<MemberPage, Member> {
    return this.pages(
      { id: 'members.list', method: 'GET', route: '/v1/tenants/{tenant}/members', isAboutTenant: true },
      { path: { tenant }, query },
      options,
    );
  }

  /**
   * Take a member out of a tenant, with the roles held there.
   *
   * For a secret key.
   *
   * Errors: `members/not-found`, `roles/not-assignable`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  remove(tenant: string, user: string, options?: CallOptions): Call<void> {
    return this.call(
      {
        id: 'members.remove',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/members/{user}',
        isMutation: true,
        isAboutTenant: true,
        answersAny: true,
      },
      { path: { tenant, user } },
      options,
    );
  }

  /**
   * Take one role from a member.
   *
   * For a secret key.
   *
   * Errors: `members/not-found`, `roles/not-assignable`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   * @param role Key of a Role.
   */
  removeRole(tenant: string, user: string, role: string, options?: CallOptions): Call<Member> {
    return this.call(
      {
        id: 'members.removeRole',
        method: 'DELETE',
        route: '/v1/tenants/{tenant}/members/{user}/roles/{role}',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, user, role } },
      options,
    );
  }

  /**
   * Give a member exactly these roles.
   *
   * For a secret key.
   *
   * Errors: `members/not-found`, `roles/not-assignable`, `roles/unknown`, `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  setRoles(tenant: string, user: string, body: MembersSetRolesBody, options?: CallOptions): Call<Member> {
    return this.call(
      {
        id: 'members.setRoles',
        method: 'PUT',
        route: '/v1/tenants/{tenant}/members/{user}/roles',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant, user }, body },
      options,
    );
  }
}
