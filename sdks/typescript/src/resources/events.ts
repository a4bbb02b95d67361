// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { EventStream } from '../core/event-stream.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { DreamEvent, EventPart } from '../types.ts';

export interface EventsListQuery {
  /** `nextCursor` of the part before, or the id of the last event seen. Absent: from the oldest that is kept. */
  readonly after?: string | undefined;
  /** Types of events, separated by commas, where `*` stands for any text: `flag.*,tenant.created`. */
  readonly types?: string | undefined;
  /** Only what has happened since: a date or an instant of RFC 3339. Not together with `after`. */
  readonly since?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
}

export interface EventsStreamQuery {
  /** `nextCursor` of the part before, or the id of the last event seen. Absent: from the oldest that is kept. */
  readonly after?: string | undefined;
  /** Types of events, separated by commas, where `*` stands for any text: `flag.*,tenant.created`. */
  readonly types?: string | undefined;
  /** Only what has happened since: a date or an instant of RFC 3339. Not together with `after`. */
  readonly since?: string | undefined;
  /** Only events of this tenant, as with `X-Tenant-ID`. */
  readonly tenant?: string | undefined;
}

/** Everything that has happened in an environment, as a list and as a stream. */
export class Events extends Resource {
  /**
   * Get one event.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `events/not-found`.
   */
  get(id: string, options?: CallOptions): Call<DreamEvent> {
    return this.call(
      { id: 'events.get', method: 'GET', route: '/v1/events/{id}', isAboutTenant: true },
      { path: { id } },
      options,
    );
  }

  /**
   * List what has happened, oldest first.
   *
   * Events are kept for 90 days. Ask again with `after` set to the last `nextCursor`: every event comes once, and none
   * is left out, however many are written at the same time. `nextCursor` is there at the end too, to go on from later;
   * a part without events may say that there is more. With a tenant, only its own events.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `events/unknown-cursor`, `events/unreadable-date`.
   */
  list(query?: EventsListQuery, options?: CallOptions): Paged<EventPart, DreamEvent> {
    return this.parts(
      { id: 'events.list', method: 'GET', route: '/v1/events', isAboutTenant: true, cursorParameter: 'after' },
      { query },
      options,
    );
  }

  /**
   * Follow what happens.
   *
   * Server-sent events, each with the type of the event as its name and a cursor as its id. Without `after`, `since` or
   * `Last-Event-ID` it begins with what happens from now on. Whoever comes back with `Last-Event-ID` misses nothing
   * that is still kept.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`. The `data` of its events is JSON:
   * `DreamEvent`.
   *
   * Errors: `events/tenant-mismatch`, `events/unknown-cursor`, `events/unreadable-date`.
   */
  stream(query?: EventsStreamQuery, options?: CallOptions): EventStream {
    return this.events(
      { id: 'events.stream', method: 'GET', route: '/v1/events/stream', isAboutTenant: true },
      { query },
      options,
    );
  }
}
