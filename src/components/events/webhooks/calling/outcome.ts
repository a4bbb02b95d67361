import type { Endpoint } from '../endpoint.ts';
import { nextWait, readRetryAfter } from '../retry-schedule.ts';

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
  /** The endpoint is not to be called any more. */
  readonly disable: 'gone' | 'failing' | null;
}

/**
 * What follows from a call: any 2xx is good; 410 says that there is nobody any more; all else, redirects included, is
 * tried again until the policy's repetitions are used up. An endpoint at which nothing at all came through for that
 * long is given up.
 */
export function outcomeOf({ retry }: Endpoint, { status, retryAfter }: Answer, situation: Situation): Outcome {
  const { beganAt, failingSince, now, random, tries } = situation;
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered', dueAt: null, disable: null };
  if (status === 410) return { state: 'failed', dueAt: null, disable: 'gone' };
  const asked = readRetryAfter(retryAfter, now);
  const wait = nextWait(retry, tries + 1, { random, ...(asked === undefined ? {} : { asked }) });
  if (wait !== null) return { state: 'pending', dueAt: new Date(now.getTime() + wait), disable: null };
  const nothingCameThrough = tries > 0 && failingSince !== null && failingSince <= beganAt;
  return { state: 'failed', dueAt: null, disable: nothingCameThrough ? 'failing' : null };
}
