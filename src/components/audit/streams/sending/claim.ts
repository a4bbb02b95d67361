import type { Session } from '../../../../db/contract.ts';
import type { Ids } from '../../../../host/contract.ts';
import type { ConditionTests, SecretValues } from '../../../ports.ts';
import { compileFilter } from '../../alerts/filter/compile-filter.ts';
import type { Batch, BatchPart } from '../batch.ts';
import { type Destination, type Stream, toStream } from '../stream.ts';
import { openDestination } from './open-destination.ts';
import { gather } from './gather.ts';
import { isTime } from './is-time.ts';
import { lease, longestLease } from './lease.ts';
import { holdState, type Move, movePlaces, selectConfigured, updateState } from './queries.ts';

export interface ClaimSources {
  readonly conditions: ConditionTests;
  readonly secrets: SecretValues;
  readonly ids: Ids;
  /** Of the program. */
  readonly version: string;
}

/** A batch that is this server's to send, until the lease is over. */
export interface Claimed {
  readonly lease: string;
  readonly stream: Stream;
  readonly batch: Batch;
  /** Where it goes; or why it cannot be sent. */
  readonly to: Destination | { readonly missing: string };
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly most: number | null;
  /** More than is in the batch was waiting when it was taken. */
  readonly hasMore: boolean;
}

/**
 * Takes the next batch of a stream. `nothing`: there is none, it is not time, or somebody else has it. `passed`: the
 * filter leaves out all that was looked at.
 */
export async function claim(
  session: Session,
  key: string,
  now: Date,
  sources: ClaimSources,
): Promise<Claimed | 'passed' | 'nothing'> {
  const state = await holdState(session, key);
  const configured = await selectConfigured(session, key);
  if (state === undefined || configured === undefined) return 'nothing';
  if (!isTime(state, now)) return 'nothing';
  const stream = toStream(key, configured.body);
  if (!stream.enabled) return 'nothing';
  const filter = stream.only === undefined ? null : compileFilter(stream.only, sources.conditions);
  const atMost = Math.min(stream.atMost, state.most ?? stream.atMost);
  const { hasMore, parts } = await gather(session, { ...stream, atMost }, filter);
  // A checkpoint without entries is worth sending only where no filter has left any out.
  const isNews = (part: BatchPart): boolean => part.entries.length > 0 || part.pruned > 0 || filter === null;
  const sent = parts.filter(isNews);
  const passed = parts.filter((part) => !isNews(part));
  await movePlaces(session, key, passed.map(moveOf), now);
  if (sent.length === 0) return passed.length === 0 ? 'nothing' : 'passed';
  const { environment, mode, project } = configured;
  const acknowledged = stream.to.type === 'splunk' && stream.to.acknowledgement;
  const name = sources.ids.next('lse');
  const leasedUntil = new Date(now.getTime() + (acknowledged ? longestLease : lease));
  await updateState(session, key, { lease: name, leasedUntil });
  const source = { version: sources.version, host: `${project}/${environment}` };
  return {
    lease: name,
    stream,
    batch: { stream: key, project, environment, format: stream.format, parts: sent, source, at: now },
    to: isInClear(stream.to) && mode === 'live' ? inClear : await openDestination(session, stream.to, sources.secrets),
    failures: state.failures,
    failingSince: state.failingSince,
    most: state.most,
    hasMore,
  };
}

export function moveOf({ pruned, signed, tenantId, upTo }: BatchPart): Move {
  return { tenantId, sequence: upTo, checkpoint: signed, pruned };
}

const inClear = { missing: 'refused: a live environment calls https addresses only' };

function isInClear(to: Destination): boolean {
  return to.type !== 'syslog' && !to.url.startsWith('https:');
}
