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
 * evenly. So nobody gets twice the limit around the turn of a window.
 */
export function quotaOf(limit: Limit, counted: Counted, now: number): Quota {
  const length = limit.seconds * 1000;
  const elapsed = Math.min(Math.max(now - counted.start, 0), length);
  const used = counted.current + counted.previous * (1 - elapsed / length);
  const remaining = Math.max(0, Math.floor(limit.requests - used));
  return {
    limit,
    remaining,
    reset: Math.ceil((length - elapsed) / 1000),
    wait: remaining > 0 ? 0 : waitOf(limit.requests, counted, elapsed, length),
  };
}

/** Until enough of the older requests have left the window; when this one alone is full, some of it must leave. */
function waitOf(requests: number, { previous, current }: Counted, elapsed: number, length: number): number {
  const room = requests - 1;
  const until = current <= room ? length * (1 - (room - current) / previous) : length + length * (1 - room / current);
  return Math.max(1, Math.ceil((until - elapsed) / 1000));
}
