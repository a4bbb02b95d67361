// Written by dream generate sdk; do not edit.
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { Checkpoint, CheckpointPart } from '../types.ts';

export interface AuditCheckpointsListQuery {
  /** `nextCursor` of the part before; absent for the first. */
  readonly cursor?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditCheckpoints extends Resource {
  /**
   * List the signed checkpoints of an audit chain.
   *
   * What was signed of the chain of the tenant of `X-Tenant-ID`, or of that of the environment itself; the newest
   * first. Whoever keeps one elsewhere can show later that the chain was neither made anew nor cut off before it.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  list(query?: AuditCheckpointsListQuery, options?: CallOptions): Paged<CheckpointPart, Checkpoint> {
    return this.parts(
      { id: 'audit.checkpoints.list', method: 'GET', route: '/v1/audit/checkpoints', isAboutTenant: true },
      { query },
      options,
    );
  }
}
