import type { Session } from '../../../../db/contract.ts';
import { retryAfterMilliseconds } from './retry-after.ts';
import type { SinkOutcome } from '../sinks/outcome.ts';
import { isInError, waitAfter } from './backoff.ts';
import { type Claimed, moveOf } from './claim.ts';
import { awaitState, movePlaces, updateState } from './queries.ts';

/**
 * Writes down what became of a batch. One that somebody else has meanwhile taken for abandoned is theirs: then it is
 * sent twice, and counted once.
 */
export async function settle(
  session: Session,
  { batch, failingSince, failures, hasMore, lease, most, stream }: Claimed,
  outcome: SinkOutcome,
  { now, random }: { readonly now: Date; readonly random: number },
): Promise<void> {
  const state = await awaitState(session, stream.key);
  if (state?.lease !== lease) return;
  const free = { lease: null, leasedUntil: null };
  if (outcome === 'taken') {
    await movePlaces(session, stream.key, batch.parts.map(moveOf), now);
    const dueAt = hasMore ? now : new Date(now.getTime() + stream.within);
    const larger = most === null || 2 * most >= stream.atMost ? null : 2 * most;
    const good = { failures: 0, failingSince: null, lastError: null, deliveredAt: now, most: larger };
    await updateState(session, stream.key, { ...free, ...good, dueAt });
    return;
  }
  const entries = batch.parts.reduce((sum, part) => sum + part.entries.length, 0);
  // What has begun cannot begin later.
  const since = failingSince === null || failingSince > now ? now : failingSince;
  const asked = retryAfterMilliseconds(outcome.retryAfter, now);
  const wait = waitAfter(failures + 1, { asked, isInError: isInError(since, now), random });
  await updateState(session, stream.key, {
    ...free,
    failures: failures + 1,
    failingSince: since,
    lastError: outcome.error.slice(0, 500),
    dueAt: new Date(now.getTime() + wait),
    ...(outcome.tooLarge === true ? { most: Math.max(1, Math.floor(entries / 2)) } : {}),
  });
}

/** Somebody else may send the batch at once. */
export async function giveBack(session: Session, { lease, stream }: Claimed): Promise<void> {
  const state = await awaitState(session, stream.key);
  if (state?.lease === lease) await updateState(session, stream.key, { lease: null, leasedUntil: null });
}
