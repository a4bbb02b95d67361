// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type {
  Membership,
  MembershipPage,
  User,
  UserPage,
  UsersCreateBody,
  UsersPutBody,
  UsersUpdateBody,
} from '../types.ts';

export interface UsersListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
  /** Only those of this address. */
  readonly email?: string | undefined;
}

export interface UsersMembershipsQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** The people who use the product, known by their id at the identity provider, and the roles they hold. */
export class Users extends Resource {
  /**
   * Create a user.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `users/exists`.
   */
  create(body: UsersCreateBody, options?: CallOptions): Call<User> {
    return this.call({ id: 'users.create', method: 'POST', route: '/v1/users', isMutation: true }, { body }, options);
  }

  /**
   * Delete a user from the environment.
   *
   * Memberships, roles, cross-tenant grants and relationships go with it, in every tenant. A request that names a
   * tenant deletes its members alone, and those only who are in no other.
   *
   * For a secret key.
   *
   * Errors: `users/not-found`, `users/shared`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  delete(user: string, options?: CallOptions): Call<void> {
    return this.call(
      { id: 'users.delete', method: 'DELETE', route: '/v1/users/{user}', isMutation: true, answersAny: true },
      { path: { user } },
      options,
    );
  }

  /**
   * Get one user.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `users/not-found`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  get(user: string, options?: CallOptions): Call<User> {
    return this.call(
      { id: 'users.get', method: 'GET', route: '/v1/users/{user}', isAboutTenant: true },
      { path: { user } },
      options,
    );
  }

  /**
   * List users, newest first.
   *
   * Where the request is about a tenant, its members only.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  list(query?: UsersListQuery, options?: CallOptions): Paged<UserPage, User> {
    return this.pages({ id: 'users.list', method: 'GET', route: '/v1/users', isAboutTenant: true }, { query }, options);
  }

  /**
   * List the tenants a user is a member of, with the roles held there.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `users/not-found`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  memberships(user: string, query?: UsersMembershipsQuery, options?: CallOptions): Paged<MembershipPage, Membership> {
    return this.pages(
      { id: 'users.memberships', method: 'GET', route: '/v1/users/{user}/memberships', isAboutTenant: true },
      { path: { user }, query },
      options,
    );
  }

  /**
   * Create or replace a user.
   *
   * For whoever keeps the directory in step with an identity provider: the same call for new and known. A request that
   * names a tenant replaces, of those there are, its members alone, and those only who are in no other.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `users/not-found`, `users/shared`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  put(user: string, body: UsersPutBody, options?: CallOptions): Call<User> {
    return this.call(
      { id: 'users.put', method: 'PUT', route: '/v1/users/{user}', isMutation: true },
      { path: { user }, body },
      options,
    );
  }

  /**
   * Change some of what is known of a user.
   *
   * A request that names a tenant changes its members alone, and those only who are in no other.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `users/not-found`, `users/shared`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  update(user: string, body: UsersUpdateBody, options?: CallOptions): Call<User> {
    return this.call(
      { id: 'users.update', method: 'PATCH', route: '/v1/users/{user}', isMutation: true },
      { path: { user }, body },
      options,
    );
  }
}
