// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { Connection } from '../core/connection.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type {
  AccessCanBody,
  AccessCanResult,
  AccessCheckBody,
  AccessCheckManyBody,
  AccessCheckManyResult,
  AccessPolicyResult,
  AccessWhoBody,
  AccessWhoResult,
  Verdict,
} from '../types.ts';
import { AccessDecisions } from './access-decisions.ts';

export class Access extends Resource {
  /** Asks whether somebody may do something, who may, and what somebody can do, and why. */
  readonly decisions: AccessDecisions;

  constructor(connection: Connection) {
    super(connection);
    this.decisions = new AccessDecisions(connection);
  }

  /**
   * List what somebody may do.
   *
   * What the roles grant, with the role that says so; and, for a resource, the decision on each of its actions.
   *
   * For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
   * `options`.
   *
   * Errors: `access/only-oneself`, `access/secret-key-only`, `access/subject-missing`, `access/tenant-mismatch`,
   * `access/tenant-missing`, `tenants/not-found`.
   */
  can(body: AccessCanBody, options?: CallOptions): Call<AccessCanResult> {
    return this.call(
      { id: 'access.can', method: 'POST', route: '/v1/access/can', isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Decide whether somebody may do something.
   *
   * The decision is entered in the decision log before it is answered.
   *
   * For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
   * `options`.
   *
   * Errors: `access/only-oneself`, `access/secret-key-only`, `access/subject-missing`, `access/tenant-mismatch`,
   * `access/tenant-missing`, `tenants/not-found`.
   */
  check(body: AccessCheckBody, options?: CallOptions): Call<Verdict> {
    return this.call(
      { id: 'access.check', method: 'POST', route: '/v1/access/check', isMutation: true, isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Decide up to 1,000 questions about one tenant.
   *
   * Answers stand in the order of the questions. All are decided by what is stored at one moment.
   *
   * For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
   * `options`.
   *
   * Errors: `access/only-oneself`, `access/secret-key-only`, `access/subject-missing`, `access/tenant-mismatch`,
   * `access/tenant-missing`, `tenants/not-found`.
   */
  checkMany(body: AccessCheckManyBody, options?: CallOptions): Call<AccessCheckManyResult> {
    return this.call(
      { id: 'access.checkMany', method: 'POST', route: '/v1/access/checks', isMutation: true, isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Get what every role grants.
   *
   * For a backend that makes permissions of role slugs by itself. Ask again with `If-None-Match`: 304 as long as
   * nothing was applied.
   *
   * For a secret key.
   */
  policy(options?: CallOptions): Call<AccessPolicyResult> {
    return this.call({ id: 'access.policy', method: 'GET', route: '/v1/access/policy' }, {}, options);
  }

  /**
   * List everybody who may do something.
   *
   * Members, guests and service accounts of the tenant, by type and id, each with what allows it. Conditions are held
   * against what is stored.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `access/tenant-mismatch`, `access/tenant-missing`, `tenants/not-found`.
   */
  who(body: AccessWhoBody, options?: CallOptions): Call<AccessWhoResult> {
    return this.call(
      { id: 'access.who', method: 'POST', route: '/v1/access/who', isAboutTenant: true },
      { body },
      options,
    );
  }
}
