// Written by dream generate sdk; do not edit.
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { LoggedDecision, LoggedDecisionPart } from '../types.ts';

export interface AccessDecisionsListQuery {
  /** `nextCursor` of the part before; absent for the first. */
  readonly cursor?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
  /** Decisions about this tenant only. */
  readonly tenant?: string | undefined;
  /** Id of the user or service account. */
  readonly subject?: string | undefined;
  readonly action?: string | undefined;
  /** Decisions for, or those against. */
  readonly allowed?: boolean | undefined;
}

/** Asks whether somebody may do something, who may, and what somebody can do, and why. */
export class AccessDecisions extends Resource {
  /**
   * List decisions, newest first.
   *
   * Of every check: who, what, the answer, what it rests on, and the request that asked.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `access/tenant-mismatch`.
   */
  list(query?: AccessDecisionsListQuery, options?: CallOptions): Paged<LoggedDecisionPart, LoggedDecision> {
    return this.parts(
      { id: 'access.decisions.list', method: 'GET', route: '/v1/access/decisions', isAboutTenant: true },
      { query },
      options,
    );
  }
}
