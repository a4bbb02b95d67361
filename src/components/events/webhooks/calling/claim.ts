import type { Session } from '../../../../db/contract.ts';
import type { Clock } from '../../../../host/contract.ts';
import { sendJob } from '../../../../jobs/send-job.ts';
import type { PlacedEvent } from '../../feed/queries.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import { type Endpoint, toEndpoint } from '../endpoint.ts';
import { type Credentials, type CredentialSources, readCredentials } from './credentials.ts';
import { lease } from './hold-taken.ts';
import { allowance, pick, waitOf } from './pick.ts';
import {
  failPending,
  holdState,
  selectConfigured,
  selectEventsOf,
  selectHeads,
  selectNext,
  takeDeliveries,
  type TakenRow,
  updateState,
} from './queries.ts';

/** Calls of one endpoint that are under way at once, in one server. */
const atOnce = 8;

/** What is to be called now. */
export interface Claimed {
  readonly endpoint: Endpoint;
  readonly mode: 'test' | 'live';
  readonly credentials: Credentials | { readonly missing: string };
  readonly deliveries: readonly (TakenRow & { readonly event: PlacedEvent | undefined })[];
  /** From when on somebody else may call them, unless told otherwise. */
  readonly until: Date;
}

/**
 * Takes the deliveries of an endpoint that are due. Null when there are none: then a job is sent for when the next is,
 * in the same transaction, so that nothing that comes later is overlooked.
 */
export async function claim(
  session: Session,
  key: string,
  clock: Pick<Clock, 'now'>,
  sources: CredentialSources,
): Promise<Claimed | null> {
  const configured = await selectConfigured(session, key);
  if (configured === undefined) {
    await failPending(session, key, clock.now());
    return null;
  }
  const endpoint = toEndpoint(key, configured.body);
  const state = await holdState(session, key);
  // Not before: however long was waited for a connection and for others who called, it is no part of the lease.
  const now = clock.now();
  if (!endpoint.enabled || state.disabledAt !== null) return null;
  const heldFor = waitOf(state.heldUntil, now);
  if (heldFor > 0) {
    await sendJob(session, deliverKind, deliverJob(session, key, heldFor));
    return null;
  }
  const allowed = allowance(endpoint.rate, { since: state.ratedSince, calls: state.rated }, now);
  const candidates = endpoint.ordered ? await selectHeads(session, key) : await selectNext(session, key, 8 * atOnce);
  const { ids, nextAt } = pick(candidates, Math.min(atOnce, allowed.most), now);
  if (ids.length === 0) {
    const at = nextAt !== null && allowed.most === 0 ? Math.max(nextAt.getTime(), allowed.until.getTime()) : nextAt;
    if (at !== null) await sendJob(session, deliverKind, deliverJob(session, key, Number(at) - now.getTime()));
    return null;
  }
  if (endpoint.rate !== null) {
    await updateState(session, key, { ratedSince: allowed.since, rated: allowed.calls + ids.length });
  }
  const until = new Date(now.getTime() + lease);
  const taken = await takeDeliveries(session, ids, until);
  const credentials = await readCredentials(session, endpoint, state, now, sources);
  const events = await selectEventsOf(
    session,
    taken.map(({ eventId }) => eventId),
  );
  const byId = new Map(events.map((event) => [event.id, event]));
  const deliveries = taken.map((delivery) => ({ ...delivery, event: byId.get(delivery.eventId) }));
  return { endpoint, mode: configured.mode, credentials, deliveries, until };
}
