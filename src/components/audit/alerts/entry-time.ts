import type { AuditEntry } from '../entries/entry.ts';

/** Milliseconds since 1970. */
export interface EntryTimes {
  /** What windows are measured by: when it happened, as was reported, but never later than it was written down. */
  readonly happened: number;
  /** When it was written down: before that, nobody could know of it. */
  readonly known: number;
}

export function timesOf({ recordedAt, timestamp }: AuditEntry): EntryTimes {
  const reported = Date.parse(timestamp);
  const known = recordedAt === undefined ? reported : Date.parse(recordedAt);
  // A clock that is ahead must not move a window to where no other entry will be for a year.
  return { happened: Math.min(reported, known), known };
}
