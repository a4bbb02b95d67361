import type { Limit } from './limit.ts';

/** Counts of one subject in the present window and the one before, in milliseconds since 1970. */
export interface Counted {
  readonly start: number;
  readonly previous: number;
  readonly current: number;
}

/** What a request may know of its limit. */
export interface Quota {
  readonly limit: Limit;
  /** Requests that may still be made now. */
  readonly remaining: number;
  /** Seconds until all of the quota is there again, as far as the present window has used it. */
  readonly reset: number;
  /** Seconds until one more request is allowed; 0: now. */
  readonly wait: number;
}

export function windowStart({ seconds }: Limit, now: number): number {
  return now - (now % (seconds * 1000));
}

/**
 * The window slides: of the previous one counts the part that lies within the last `seconds`, as if its requests had come
 * evenly. So nobody gets twice the limit around the turn of a window. Reckoned in whole numbers, requests times
 * milliseconds, so that a request is allowed at the very moment that was named.
 */
export function quotaOf(limit: Limit, counted: Counted, now: number): Quota {
  const length = limit.seconds * 1000;
  const elapsed = Math.min(Math.max(now - counted.start, 0), length);
  const used = counted.current * length + counted.previous * (length - elapsed);
  const remaining = Math.max(0, Math.floor((limit.requests * length - used) / length));
  return {
    limit,
    remaining,
    reset: Math.ceil((length - elapsed) / 1000),
    wait: remaining > 0 ? 0 : Math.max(1, Math.ceil((roomAt(limit.requests - 1, counted, length) - elapsed) / 1000)),
  };
}

/** Milliseconds after the start at which no more than `room` requests count: older ones leave, and in the next window these. */
function roomAt(room: number, { previous, current }: Counted, length: number): number {
  return current <= room
    ? Math.ceil((length * (previous + current - room)) / previous)
    : length + Math.ceil((length * (current - room)) / current);
}
