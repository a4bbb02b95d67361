import type { Transaction } from '../../../db/contract.ts';
import type { Worker } from '../../../server/worker.ts';
import { deleteDeliveries, deleteEvents, deleteReceived, selectEnvironmentIds } from './queries.ts';

/** Milliseconds for which events, and what was delivered of them, can be read again. */
const keptFor = 90 * 86_400_000;
const hour = 3_600_000;
/** Rows that one transaction deletes of a table. */
const most = 2_000;

/** Forgets once an hour what is older than 90 days, a bounded number of rows in a round. */
export function eventKeepingWorker(): Worker {
  return {
    name: 'event-keeping',
    recordedAs: {
      nothing: 'it forgets events and deliveries after their 90 days; what they told of stands in the record',
    },
    pause: hour,
    round: ({ database, now }) =>
      database.withControlPlane('write', async (tx) => {
        const before = new Date(now.getTime() - keptFor);
        await deleteReceived(tx, before);
        const isMore = (await deleteDeliveries(tx, before, most)) === most || (await forgetEvents(tx, before));
        return isMore ? 'more' : 'done';
      }),
  };
}

async function forgetEvents(tx: Transaction, before: Date): Promise<boolean> {
  for (const environmentId of await selectEnvironmentIds(tx)) {
    if ((await deleteEvents(tx, environmentId, before, most)) === most) return true;
  }
  return false;
}
