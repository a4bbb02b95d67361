// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type {
  EntitlementAccess,
  EntitlementsEvaluateBody,
  EntitlementsReleaseBody,
  EntitlementsReleaseResult,
  EntitlementsUseBody,
  EntitlementsUseResult,
} from '../types.ts';

export type EntitlementsEvaluateAnswer = { readonly [name: string]: EntitlementAccess };

/** What a tenant has of each feature, how much of it has been used, and what was agreed with it besides. */
export class Entitlements extends Resource {
  /**
   * Say what a tenant has of each entitlement.
   *
   * By the plan that the tenant is on at this moment, and by special agreements with it; with what it has used. A key
   * that no entitlement has is answered too, as one that the tenant does not have.
   *
   * For a secret key or a publishable key with a user's token. May be about one tenant: that of the client, or of
   * `options`.
   *
   * Errors: `entitlements/tenant-mismatch`, `entitlements/tenant-missing`, `entitlements/unknown-tenant`.
   */
  evaluate(body: EntitlementsEvaluateBody, options?: CallOptions): Call<EntitlementsEvaluateAnswer> {
    return this.call(
      { id: 'entitlements.evaluate', method: 'POST', route: '/v1/entitlements/evaluate', isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Give back what a tenant uses no more.
   *
   * For entitlements with `resets: never`, which count what exists now: a seat whose holder has left, a file that was
   * deleted.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `entitlements/not-counted`, `entitlements/not-releasable`, `entitlements/tenant-mismatch`,
   * `entitlements/tenant-missing`, `entitlements/unknown`, `entitlements/unknown-tenant`.
   */
  release(body: EntitlementsReleaseBody, options?: CallOptions): Call<EntitlementsReleaseResult> {
    return this.call(
      {
        id: 'entitlements.release',
        method: 'POST',
        route: '/v1/entitlements/release',
        isMutation: true,
        isAboutTenant: true,
      },
      { body },
      options,
    );
  }

  /**
   * Take an amount of what a tenant may use.
   *
   * All of the amount is taken or none: of any number of requests at once no more than the limit gets through. Where
   * the entitlement says `allow` or `bill`, it is taken beyond the limit too. Send an `Idempotency-Key`, so that a
   * request sent again takes nothing twice.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `entitlements/not-counted`, `entitlements/tenant-mismatch`, `entitlements/tenant-missing`,
   * `entitlements/unknown`, `entitlements/unknown-tenant`.
   */
  use(body: EntitlementsUseBody, options?: CallOptions): Call<EntitlementsUseResult> {
    return this.call(
      { id: 'entitlements.use', method: 'POST', route: '/v1/entitlements/use', isMutation: true, isAboutTenant: true },
      { body },
      options,
    );
  }
}
