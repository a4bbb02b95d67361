// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { EventStream } from '../core/event-stream.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { AuditEntry, AuditEntryPart, AuditEntryWithPayload } from '../types.ts';

export interface AuditEntriesFeedQuery {
  /** `nextCursor` of the part before. Absent: begin with what is written from now on. */
  readonly after?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
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

export interface AuditEntriesListQuery {
  /** `nextCursor` of the part before; absent for the first. */
  readonly cursor?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
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

export interface AuditEntriesStreamQuery {
  /** The chain of this tenant, as with `X-Tenant-ID`. Neither: that of the environment itself. */
  readonly tenant?: string | undefined;
  /** Sequence of the last entry that is not wanted any more. */
  readonly after?: number | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditEntries extends Resource {
  /**
   * Follow audit entries, oldest first.
   *
   * Without `after`, no entries but a `nextCursor` that stands behind all there are, or where a transaction is under
   * way behind what was written before it began. Ask again with `after` set to the last `nextCursor`: every entry
   * written since comes once, and none is left out, however many are written at the same time; those of a transaction
   * under way come when it has ended, and what was written after them waits for that. `nextCursor` is there at the end
   * too, to go on from later; a part without entries may say that there is more. With `X-Tenant-ID`, those of one
   * tenant; without, those of the environment and all its tenants.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/span-reversed`, `audit/unreadable-place`.
   */
  feed(query?: AuditEntriesFeedQuery, options?: CallOptions): Paged<AuditEntryPart, AuditEntry> {
    return this.parts(
      {
        id: 'audit.entries.feed',
        method: 'GET',
        route: '/v1/audit/entries/feed',
        isAboutTenant: true,
        cursorParameter: 'after',
      },
      { query },
      options,
    );
  }

  /**
   * Get an audit entry.
   *
   * Together with what is kept apart from it because it is personal, unless that was erased.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/entry-not-found`.
   *
   * @param id `aud_…`
   */
  get(id: string, options?: CallOptions): Call<AuditEntryWithPayload> {
    return this.call(
      { id: 'audit.entries.get', method: 'GET', route: '/v1/audit/entries/{id}', isAboutTenant: true },
      { path: { id } },
      options,
    );
  }

  /**
   * Search audit entries, newest first.
   *
   * Who did what to what, when, from where, and what came of it. With `X-Tenant-ID`, those of one tenant; without,
   * those of the environment and all its tenants.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/span-reversed`.
   */
  list(query?: AuditEntriesListQuery, options?: CallOptions): Paged<AuditEntryPart, AuditEntry> {
    return this.parts(
      { id: 'audit.entries.list', method: 'GET', route: '/v1/audit/entries', isAboutTenant: true },
      { query },
      options,
    );
  }

  /**
   * Follow the audit entries of a chain.
   *
   * Server-sent events `entry`, each with the line that exports have and its sequence as its id, in the order of the
   * chain and without gaps. Whoever comes back with `Last-Event-ID` misses nothing; where entries have been deleted by
   * then, an event `pruned` says which. Without `after` or `Last-Event-ID` it begins with what is sealed from now on.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`. The `data` of its events is JSON:
   * `AuditEntry`.
   *
   * Errors: `audit/tenant-mismatch`, `audit/unknown-tenant`, `audit/unreadable-place`.
   */
  stream(query?: AuditEntriesStreamQuery, options?: CallOptions): EventStream {
    return this.events(
      { id: 'audit.entries.stream', method: 'GET', route: '/v1/audit/entries/stream', isAboutTenant: true },
      { query },
      options,
    );
  }
}
