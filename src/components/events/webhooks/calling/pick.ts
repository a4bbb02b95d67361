import { longestAsked } from '../retry-schedule.ts';

/** Milliseconds by which the clocks of servers may disagree and none of them is wrong. */
const disagreement = 60_000;

/** A delivery that might be called. */
export interface Candidate {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly takenUntil: Date | null;
}

export interface Picked {
  readonly ids: readonly string[];
  /** When the next of the others can be called; null: there is none. */
  readonly nextAt: Date | null;
}

/** The first of those that are due and that nobody is calling, and when to look again. */
export function pick(candidates: readonly Candidate[], most: number, now: Date): Picked {
  const at = candidates.map(({ dueAt, takenUntil }) => Math.max(dueAt?.getTime() ?? 0, takenUntil?.getTime() ?? 0));
  const ready = candidates.filter((_, index) => (at[index] ?? 0) <= now.getTime());
  const later = at.filter((time) => time > now.getTime());
  const left = ready.length > most ? [now.getTime()] : [];
  const times = [...later, ...left];
  return {
    ids: ready.slice(0, most).map(({ id }) => id),
    nextAt: times.length === 0 ? null : new Date(Math.min(...times)),
  };
}

/**
 * Milliseconds until an endpoint may be called that asked to be left alone. None asks for longer than a day: a moment that
 * lies further ahead, by more than clocks disagree anyway, was written by one that was wrong.
 */
export function waitOf(heldUntil: Date | null, now: Date): number {
  const wait = heldUntil === null ? 0 : heldUntil.getTime() - now.getTime();
  return wait > longestAsked + disagreement ? 0 : Math.max(0, wait);
}

/** Calls against a rate, counted in windows that follow one another. */
export interface Rated {
  readonly since: Date | null;
  readonly calls: number;
}

/** How many calls may be made now, the window in which they count, and when there may be more. */
export function allowance(
  rate: { readonly atMost: number; readonly within: number } | null,
  { calls, since }: Rated,
  now: Date,
): { readonly most: number; readonly since: Date; readonly calls: number; readonly until: Date } {
  if (rate === null) return { most: Number.POSITIVE_INFINITY, since: now, calls: 0, until: now };
  const isOver =
    since === null || now.getTime() >= since.getTime() + rate.within || since.getTime() > now.getTime() + disagreement;
  const from = isOver ? now : since;
  const counted = isOver ? 0 : calls;
  return {
    most: Math.max(0, rate.atMost - counted),
    since: from,
    calls: counted,
    until: new Date(from.getTime() + rate.within),
  };
}
