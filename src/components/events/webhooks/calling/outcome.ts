import type { Endpoint } from '../endpoint.ts';
import { longestAsked, nextWait, readRetryAfter } from '../retry-schedule.ts';

/** What an endpoint said, or why it said nothing. */
export interface Answer {
  readonly status: number | null;
  readonly retryAfter?: string;
}

/** What is known of a delivery and its endpoint when a call ends. */
export interface Situation {
  /** Calls that failed before this one. */
  readonly tries: number;
  /** When the first of them began, or this one. */
  readonly beganAt: Date;
  /** No call of the endpoint has succeeded since; null: the last one did. */
  readonly failingSince: Date | null;
  readonly now: Date;
  /** From 0 to 1. */
  readonly random: number;
}

export interface Outcome {
  readonly state: 'pending' | 'delivered' | 'failed';
  /** When it is called again. */
  readonly dueAt: Date | null;
  /** Nothing is to be sent to the endpoint before: it asked to be left alone. Null: it did not. */
  readonly heldUntil: Date | null;
  /** The endpoint is not to be called any more. */
  readonly disable: 'gone' | 'failing' | null;
}

/**
 * What follows from a call: any 2xx is good; 410 says that there is nobody any more; all else, redirects included, is
 * tried again until the policy's repetitions are used up. An endpoint at which nothing at all came through for that
 * long is given up; where nothing is repeated, one at which nothing came through for the time of the policy.
 */
export function outcomeOf({ retry }: Endpoint, { status, retryAfter }: Answer, situation: Situation): Outcome {
  const { beganAt, failingSince, now, random, tries } = situation;
  const settled = { dueAt: null, heldUntil: null, disable: null } as const;
  if (status !== null && status >= 200 && status < 300) return { ...settled, state: 'delivered' };
  if (status === 410) return { ...settled, state: 'failed', disable: 'gone' };
  const asked = readRetryAfter(retryAfter, now);
  const heldUntil =
    isBusy(status) && asked !== undefined ? new Date(now.getTime() + Math.min(asked, longestAsked)) : null;
  const wait = nextWait(retry, tries + 1, { random, ...(asked === undefined ? {} : { asked }) });
  if (wait !== null) return { state: 'pending', dueAt: new Date(now.getTime() + wait), heldUntil, disable: null };
  const nothingCameThrough =
    failingSince !== null &&
    (tries > 0 ? failingSince <= beganAt : now.getTime() - failingSince.getTime() >= retry.within);
  return { ...settled, state: 'failed', heldUntil, disable: nothingCameThrough ? 'failing' : null };
}

/** Answers with which a server speaks of itself and not of the one event: too many calls, or no service for now. */
function isBusy(status: number | null): boolean {
  return status === 429 || status === 503;
}
