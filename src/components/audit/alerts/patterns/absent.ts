import type { Found, Outcome, Sighting } from './outcome.ts';

/** Of the entry that was seen last, by its time. */
export interface Watched {
  readonly last: number;
  /** When it was written. Absent in what earlier versions have left. */
  readonly known?: number;
  readonly sequence: number;
  /** That nothing came after it has been found. */
  readonly told: boolean;
}

export interface AbsentPattern {
  /** Milliseconds. */
  readonly length: number;
}

/** Entries that stay away: watched from the first one that fits. The entry ends the watch for the one before it. */
export function seePresent(
  pattern: AbsentPattern,
  before: Watched | null,
  { happened, known, sequence }: Sighting,
): Outcome<Watched> {
  const missed = before === null ? null : seeAbsent(pattern, before, known);
  const isNewest = before === null || happened >= before.last;
  const state = isNewest ? { last: happened, known, sequence, told: false } : (missed?.state ?? before);
  return missed === null ? { state } : { state, found: missed.found };
}

/** Whether by `now`, when all that was known is seen, too long nothing has come. */
export function seeAbsent(
  pattern: AbsentPattern,
  watched: Watched,
  now: number,
): { readonly state: Watched; readonly found: Found } | null {
  const due = dueAt(pattern, watched);
  if (due === null || now < due) return null;
  const { known = due, last, sequence } = watched;
  const found = { at: due, known: Math.max(due, known), from: last, to: due, count: 0, sequence };
  return { state: { ...watched, told: true }, found };
}

/** When it becomes too long; null once that has been found. */
export function dueAt({ length }: AbsentPattern, { last, told }: Watched): number | null {
  return told ? null : last + length;
}
