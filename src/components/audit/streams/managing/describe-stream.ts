import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { textOf } from '../../../../engine/json-fields.ts';
import { isInError } from '../sending/backoff.ts';
import type { StateRow } from '../sending/queries.ts';
import { type Stream, toStream } from '../stream.ts';
import { type Backlog, selectBacklog, selectStates } from './queries.ts';

export type StreamState = 'active' | 'failing' | 'error' | 'disabled';

/** How a stream is doing. */
export interface DescribedStream {
  readonly stream: Stream;
  readonly name: string | null;
  readonly state: StreamState;
  readonly kept: StateRow | undefined;
  readonly backlog: Backlog;
}

export async function describeStreams(
  session: Session,
  streams: readonly { readonly key: string; readonly body: JsonObject }[],
  now: Date,
): Promise<readonly DescribedStream[]> {
  const states = await selectStates(
    session,
    streams.map(({ key }) => key),
  );
  const described: DescribedStream[] = [];
  for (const { body, key } of streams) {
    const stream = toStream(key, body);
    const kept = states.get(key);
    const backlog = await selectBacklog(session, key, stream.tenants);
    described.push({ stream, name: textOf(body['name']) ?? null, state: stateOf(stream, kept, now), kept, backlog });
  }
  return described;
}

function stateOf({ enabled }: Stream, kept: StateRow | undefined, now: Date): StreamState {
  if (!enabled) return 'disabled';
  if (kept === undefined || kept.failures === 0) return 'active';
  return isInError(kept.failingSince, now) ? 'error' : 'failing';
}

export function toApiStream({ backlog, kept, name, state, stream }: DescribedStream, now: Date): JsonObject {
  const isFailing = state === 'failing' || state === 'error';
  return {
    key: stream.key,
    name,
    to: stream.to.type,
    state,
    lastError: kept?.lastError ?? null,
    failingSince: kept?.failingSince?.toISOString() ?? null,
    failures: kept?.failures ?? 0,
    nextAt: isFailing ? (kept?.dueAt.toISOString() ?? null) : null,
    deliveredAt: kept?.deliveredAt?.toISOString() ?? null,
    behind: { entries: backlog.entries, seconds: secondsSince(backlog.since, now) },
    pruned: backlog.pruned,
  };
}

export function secondsSince(since: Date | null, now: Date): number {
  return since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000);
}
