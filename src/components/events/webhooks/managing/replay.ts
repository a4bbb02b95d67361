import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Ids } from '../../../../host/contract.ts';
import { sendJob } from '../../../../jobs/send-job.ts';
import { webhookErrors } from '../../errors.ts';
import { updateState } from '../calling/queries.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import { toEndpoint } from '../endpoint.ts';
import { findDelivery, findEndpoint } from './find.ts';
import { type DeliveryRow, type Meant, replayMany, replayOne, selectCameThrough, selectMeant } from './queries.ts';

/** Events of one request. */
const mostEvents = 10_000;
/** Parts of so many events that are looked through for those that did not come through: all in one transaction. */
const mostParts = 20;

/** Lets one delivery be made again, at once, whatever came of it. */
export async function replayDelivery(session: Session, id: string, now: Date): Promise<DeliveryRow> {
  const before = await findDelivery(session, id);
  const after = (await replayOne(session, id, now)) ?? before;
  await updateState(session, after.endpoint, { heldUntil: null });
  await sendJob(session, deliverKind, deliverJob(session, after.endpoint));
  return after;
}

export interface Range {
  readonly from: Date;
  readonly until: Date;
  /** Patterns; absent: those that the endpoint asks for. */
  readonly types?: readonly string[];
  readonly undeliveredOnly: boolean;
}

/**
 * Lets everything that happened in a time be delivered again, or for the first time.
 *
 * @throws ValidationError `webhooks/too-many-events`
 */
export async function replayRange(
  session: Session,
  key: string,
  range: Range,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<number> {
  const { events, tenants } = toEndpoint(key, (await findEndpoint(session, key)).body);
  const { from, types, undeliveredOnly, until } = range;
  const meant = await findMeant(session, key, { from, until, patterns: types ?? events, tenants, undeliveredOnly });
  if (meant.length > mostEvents) {
    throw tooMany(`More than ${mostEvents} events of that time would be delivered again`);
  }
  const deliveries = meant.map((event) => ({
    id: ids.next('whd'),
    endpoint: key,
    tenantId: event.tenantId ?? '',
    eventId: event.id,
    eventType: event.type,
    eventTransaction: event.transaction,
  }));
  const replayed = await replayMany(session, deliveries, { now, undeliveredOnly });
  if (replayed > 0) await sendJob(session, deliverKind, deliverJob(session, key));
  return replayed;
}

function tooMany(message: string): Error {
  return makeError(webhookErrors.tooManyEvents, { message: `${message}: name a shorter one.`, param: '/since' });
}

/** All that a replay would deliver, or one more at least than it may. */
async function findMeant(
  session: Session,
  key: string,
  { undeliveredOnly, ...meant }: Meant & Pick<Range, 'undeliveredOnly'>,
): Promise<Awaited<ReturnType<typeof selectMeant>>> {
  const found: Awaited<ReturnType<typeof selectMeant>> = [];
  const limit = mostEvents + 1;
  let behind: { readonly at: string; readonly id: string } | null = null;
  for (let parts = 0; found.length < limit; parts += 1) {
    if (parts === mostParts) throw tooMany(`More than ${mostParts * limit} events happened in that time`);
    const part: typeof found = await selectMeant(session, meant, { behind, limit });
    const ids = part.map(({ id }) => id);
    // Apart: together with the events, PostgreSQL may compare all with all.
    const cameThrough = undeliveredOnly ? await selectCameThrough(session, key, ids) : new Set();
    found.push(...part.filter(({ id }) => !cameThrough.has(id)));
    behind = part.at(-1) ?? null;
    if (part.length < limit) break;
  }
  return found;
}
