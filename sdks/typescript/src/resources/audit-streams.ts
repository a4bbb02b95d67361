// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { AuditStream, AuditStreamPage, AuditStreamWithChains, AuditStreamsReplayBody } from '../types.ts';

export interface AuditStreamsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditStreams extends Resource {
  /**
   * Get how a stream of audit entries is doing, chain by chain.
   *
   * For a secret key.
   *
   * Errors: `audit/unknown-stream`.
   *
   * @param stream Key of the AuditStream.
   */
  get(stream: string, options?: CallOptions): Call<AuditStreamWithChains> {
    return this.call(
      { id: 'audit.streams.get', method: 'GET', route: '/v1/audit/streams/{stream}' },
      { path: { stream } },
      options,
    );
  }

  /**
   * List streams of audit entries by key, and how they are doing.
   *
   * For a secret key.
   */
  list(query?: AuditStreamsListQuery, options?: CallOptions): Paged<AuditStreamPage, AuditStream> {
    return this.pages({ id: 'audit.streams.list', method: 'GET', route: '/v1/audit/streams' }, { query }, options);
  }

  /**
   * Send audit entries once more, or try at once.
   *
   * Goes back to an entry and sends everything from there on, as far as it is still kept. Without `from` it goes on
   * where it stands, and does not wait for the next try.
   *
   * For a secret key.
   *
   * Errors: `audit/unknown-stream`, `audit/unknown-tenant`, `audit/unreadable-place`.
   *
   * @param stream Key of the AuditStream.
   */
  replay(stream: string, body: AuditStreamsReplayBody, options?: CallOptions): Call<AuditStreamWithChains> {
    return this.call(
      { id: 'audit.streams.replay', method: 'POST', route: '/v1/audit/streams/{stream}/replay', isMutation: true },
      { path: { stream }, body },
      options,
    );
  }
}
