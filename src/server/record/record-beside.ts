import { insertDomainEvents } from '../../db/domain-events.ts';
import type { Ids } from '../../host/contract.ts';
import type { RecordBeside, Trail } from '../trail.ts';
import { toEvents } from './write-record.ts';

/** Writes an entry for each thing that was done beside requests, and an event for each change. */
export function recordBeside({ trail, ids }: { readonly trail: Trail | null; readonly ids: Ids }): RecordBeside {
  return async (tx, done) => {
    if (done.length === 0) return;
    await trail?.writeBeside(tx, done);
    const events = done.flatMap(({ action, actor, changed, environmentId, now }) =>
      toEvents(action, changed, null).map(({ payload, ...event }) => ({
        ...event,
        payload: { ...payload, author: actor.id },
        id: ids.next('evt'),
        environmentId,
        createdAt: now,
      })),
    );
    await insertDomainEvents({ tx }, events);
  };
}
