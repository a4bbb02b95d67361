import type { SessionScope, Transaction } from '../../../../db/contract.ts';
import { movePlace, takePlace } from '../../../../db/follow/take-place.ts';
import type { Ids } from '../../../../host/contract.ts';
import { sendJobAsControlPlane } from '../../../../jobs/send-job.ts';
import type { Worker } from '../../../../server/worker.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import { toEndpoint } from '../endpoint.ts';
import { insertDeliveries, type NewDelivery, selectBehind, selectEndpoints, selectEventsBeyond } from './queries.ts';
import { wants } from './wants.ts';

/** Milliseconds between two looks at what has happened. */
const pause = 100;
const eventsInARound = 500;
const follower = 'webhooks';
/** Milliseconds after which it is seen anew how far behind this is. */
const measuringPause = 1_000;

/** Turns what happens into deliveries, each event once, whichever server does it. */
export function fanOutWorker(ids: Ids): Worker {
  let [behind, measuredAt] = [0, 0];
  return {
    name: 'webhook-fan-out',
    recordedAs: { nothing: 'deliveries are a stream that lasts by itself' },
    pause,
    gauges: [
      {
        name: 'dream_webhooks_behind_seconds',
        help: 'Age of the oldest event of which it is not known yet which endpoints are to be called; 0 when there is none.',
        read: () => behind,
      },
    ],
    async round({ database, now }) {
      // Whichever server is at it, and also while a transaction under way holds it up. A clock may be set back.
      if (Math.abs(now.getTime() - measuredAt) >= measuringPause) {
        measuredAt = now.getTime();
        behind = await database.withControlPlane('read', (tx) => selectBehind(tx, follower, now));
      }
      const { isMore, scope } = await database.withControlPlane('write', (tx) => fanOut(tx, ids, now));
      // Wakes whoever does jobs, in all servers; those too that others have sent for what has happened here.
      if (scope !== null) {
        await database.withEnvironment(scope, 'write', (session) => Promise.resolve(session.announce('jobs')));
      }
      return isMore ? 'more' : 'done';
    },
  };
}

interface Round {
  /** An environment with an endpoint in which something has happened; null: there is none. */
  readonly scope: SessionScope | null;
  readonly isMore: boolean;
}

async function fanOut(tx: Transaction, ids: Ids, now: Date): Promise<Round> {
  const place = await takePlace(tx, follower);
  const events = place === null ? [] : await selectEventsBeyond(tx, place, eventsInARound);
  const last = events.at(-1);
  if (last === undefined) return { scope: null, isMore: false };
  const endpoints = await selectEndpoints(tx, [...new Set(events.map(({ environmentId }) => environmentId))]);
  const rows: NewDelivery[] = [];
  for (const { begun, body, createdAt, disabledAt, environmentId, key, projectId } of endpoints) {
    if (disabledAt !== null) continue;
    const endpoint = toEndpoint(key, body);
    const since = { begun, createdAt };
    const wanted = events.filter((event) => event.environmentId === environmentId && wants(endpoint, since, event));
    if (wanted.length === 0) continue;
    for (const event of wanted) {
      rows.push({
        id: ids.next('whd'),
        environmentId,
        endpoint: key,
        tenantId: event.tenantId ?? '',
        eventId: event.id,
        eventType: event.type,
        eventTransaction: event.transaction,
        state: 'pending',
        dueAt: now,
        createdAt: now,
      });
    }
    await sendJobAsControlPlane(tx, deliverKind, deliverJob({ projectId, environmentId }, key));
  }
  await insertDeliveries(tx, rows);
  await movePlace(tx, follower, last);
  const [first] = endpoints;
  const scope = first === undefined ? null : { projectId: first.projectId, environmentId: first.environmentId };
  return { scope, isMore: events.length === eventsInARound };
}
