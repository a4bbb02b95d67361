// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { Operation } from '../core/operation.ts';
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

const usersCreate: Operation = {
  id: 'users.create',
  method: 'POST',
  route: '/v1/users',
  auth: ['secret'],
  isMutation: true,
  isAboutTenant: false,
};

const usersDelete: Operation = {
  id: 'users.delete',
  method: 'DELETE',
  route: '/v1/users/{user}',
  auth: ['secret'],
  isMutation: true,
  isAboutTenant: false,
};

const usersGet: Operation = {
  id: 'users.get',
  method: 'GET',
  route: '/v1/users/{user}',
  auth: ['secret'],
  isMutation: false,
  isAboutTenant: true,
};

const usersList: Operation = {
  id: 'users.list',
  method: 'GET',
  route: '/v1/users',
  auth: ['secret'],
  isMutation: false,
  isAboutTenant: true,
};

const usersMemberships: Operation = {
  id: 'users.memberships',
  method: 'GET',
  route: '/v1/users/{user}/memberships',
  auth: ['secret'],
  isMutation: false,
  isAboutTenant: true,
};

const usersPut: Operation = {
  id: 'users.put',
  method: 'PUT',
  route: '/v1/users/{user}',
  auth: ['secret'],
  isMutation: true,
  isAboutTenant: false,
};

const usersUpdate: Operation = {
  id: 'users.update',
  method: 'PATCH',
  route: '/v1/users/{user}',
  auth: ['secret'],
  isMutation: true,
  isAboutTenant: false,
};

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
    return this.call(usersCreate, { body }, options);
  }

  /**
   * Delete a user from the environment.
   *
   * Memberships, roles, cross-tenant grants and relationships go with it, in every tenant.
   *
   * For a secret key.
   *
   * Errors: `users/not-found`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  delete(user: string, options?: CallOptions): Call<void> {
    return this.call(usersDelete, { path: { user } }, options);
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
    return this.call(usersGet, { path: { user } }, options);
  }

  /**
   * List users, newest first.
   *
   * Where the request is about a tenant, its members only.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  list(query?: UsersListQuery, options?: CallOptions): Paged<UserPage, User> {
    return this.pages(usersList, { query }, options);
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
    return this.pages(usersMemberships, { path: { user }, query }, options);
  }

  /**
   * Create or replace a user.
   *
   * For whoever keeps the directory in step with an identity provider: the same call for new and known.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `users/not-found`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  put(user: string, body: UsersPutBody, options?: CallOptions): Call<User> {
    return this.call(usersPut, { path: { user }, body }, options);
  }

  /**
   * Change some of what is known of a user.
   *
   * For a secret key.
   *
   * Errors: `attributes/missing`, `attributes/unknown`, `attributes/wrong-type`, `users/not-found`.
   *
   * @param user Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`.
   */
  update(user: string, body: UsersUpdateBody, options?: CallOptions): Call<User> {
    return this.call(usersUpdate, { path: { user }, body }, options);
  }
}
