// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { SignedChainList } from '../types.ts';

export interface AuditChainsGetQuery {
  /** Written at this moment or later. */
  readonly since?: Date | string | undefined;
  /** Written before this moment. */
  readonly until?: Date | string | undefined;
  /** Id of who did it. */
  readonly actor?: string | undefined;
  /** One action, or several: `*` stands for any text, as in `user.*`. */
  readonly action?: string | undefined;
  /** Type of what the entry is about, such as `user`. */
  readonly resourceType?: string | undefined;
  /** Id of what the entry is about, or of anything it changed besides. */
  readonly resource?: string | undefined;
  /** The address that the request came from, however it is written. */
  readonly ip?: string | undefined;
  readonly outcome?: 'success' | 'failure' | 'denied' | (string & {}) | undefined;
  /** The request by which it happened. */
  readonly requestId?: string | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditChains extends Resource {
  /**
   * Get the signed list of the audit chains.
   *
   * Which chains there are at this moment, those of deleted tenants included: the first thing that an export of the
   * whole record asks for, so that a chain that is missing from it shows. The parameters are those of the exports that
   * belong to it; they stand in the list, and all chains are in it whatever they say. Not for a key that has a tenant,
   * which reads no other chain.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/span-reversed`, `audit/tenant-mismatch`.
   */
  get(query?: AuditChainsGetQuery, options?: CallOptions): Call<SignedChainList> {
    return this.call(
      { id: 'audit.chains.get', method: 'GET', route: '/v1/audit/chains', isAboutTenant: true },
      { query },
      options,
    );
  }
}
