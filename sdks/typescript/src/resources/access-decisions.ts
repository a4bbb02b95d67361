// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type {
  AccessDecisionsReportBody,
  AccessDecisionsReportResult,
  LoggedDecision,
  LoggedDecisionPart,
} from '../types.ts';

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
   * Of every check: who, what, the answer, what it rests on, and the request that asked. Also those that applications
   * have reported.
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

  /**
   * Report up to 1,000 decisions that an application took.
   *
   * Answered when they are in the decision log, where they stand as reported: the word of whoever has the key. Those of
   * tenants that there are not, or that the request is not about, are left out, and the others logged. The record has
   * one entry for the request.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `access/tenant-missing`, `tenants/not-found`.
   */
  report(body: AccessDecisionsReportBody, options?: CallOptions): Call<AccessDecisionsReportResult> {
    return this.call(
      {
        id: 'access.decisions.report',
        method: 'POST',
        route: '/v1/access/decisions',
        isMutation: true,
        isAboutTenant: true,
      },
      { body },
      options,
    );
  }
}
