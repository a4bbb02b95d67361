import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { HealthFact } from '../../../contract.ts';
import { type DescribedStream, describeStreams, secondsSince } from './describe-stream.ts';

/** What `dream status` says of each stream. */
export async function streamHealth(session: Session, now: Date): Promise<readonly HealthFact[]> {
  const streams = await describeStreams(session, await readLiveResources(session, ['AuditStream']), now);
  return streams.filter(({ state }) => state !== 'disabled').map((described) => factOf(described, now));
}

function factOf({ backlog, kept, state, stream }: DescribedStream, now: Date): HealthFact {
  const type = `AuditStream/${stream.key}`;
  const seconds = Math.round(secondsSince(backlog.since, now));
  const behind = backlog.entries === 0 ? 'has sent everything' : `is ${count(backlog.entries)} and ${seconds} s behind`;
  const last = kept?.deliveredAt ?? null;
  const sent = last === null ? 'nothing was sent yet' : `last sent ${last.toISOString()}`;
  const pruned = backlog.pruned === 0 ? '' : `; ${count(backlog.pruned)} deleted before being sent`;
  if (state === 'active') {
    return { type, status: 'true', reason: 'Active', message: `${behind}, ${sent}${pruned}` };
  }
  const since = kept?.failingSince?.toISOString() ?? '';
  const message = `${kept?.lastError ?? 'the last batch could not be sent'}, since ${since}; ${behind}, ${sent}${pruned}`;
  return { type, status: 'false', reason: state === 'error' ? 'Error' : 'Failing', message };
}

function count(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
}
