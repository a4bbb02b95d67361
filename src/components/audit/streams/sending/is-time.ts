import { longestAsked } from './backoff.ts';
import { longestLease } from './lease.ts';

/** What is kept of a stream, as far as it says when something may be sent. */
export interface SendingTimes {
  readonly dueAt: Date;
  readonly leasedUntil: Date | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly deliveredAt: Date | null;
}

/*
 * A moment further away than anybody waits was written by a clock that was ahead, and so was one of what is said to have
 * happened and has not come yet. Nobody waits for those, or a stream stood still until then. The clocks of two servers
 * always disagree a little, though, and what one has just taken for as long as it may is not the other's to take.
 * `selectStreams` says the same to the database.
 */

/** Milliseconds by which the clocks of servers may disagree and none of them is wrong. */
export const disagreement = 60_000;

/** Whether it is time to send a stream that nobody else is sending. */
export function isTime({ deliveredAt, dueAt, failingSince, failures, leasedUntil }: SendingTimes, now: Date): boolean {
  const isFree = leasedUntil === null || leasedUntil <= now || isBeyond(leasedUntil, now, longestLease);
  // Whoever fails is not tried at once again and again for what was sent before.
  const last = failures === 0 ? deliveredAt : failingSince;
  const isDue = dueAt <= now || isBeyond(dueAt, now, longestAsked) || (last !== null && isBeyond(last, now, 0));
  return isFree && isDue;
}

function isBeyond(moment: Date, now: Date, most: number): boolean {
  return moment.getTime() > now.getTime() + most + disagreement;
}
