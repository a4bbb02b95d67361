import type { Worker } from '../../../server/worker.ts';
import { deleteReceiptsBefore } from './queries.ts';

/** Milliseconds for which a key is remembered: long enough for whatever sends again what it is not sure of. */
const lifetime = 30 * 24 * 60 * 60 * 1000;

/** Receipts forgotten at once: whoever records entries meanwhile waits for no more than these. */
const atOnce = 5_000;

/** Forgets the keys of entries that were recorded long ago. */
export const receiptsWorker: Worker = {
  name: 'audit-receipts',
  recordedAs: { nothing: 'it forgets under which keys entries were sent; the entries stay' },
  pause: 60 * 60 * 1000,
  async round({ database, now }) {
    const before = new Date(now.getTime() - lifetime);
    const forgotten = await database.withControlPlane('write', (tx) => deleteReceiptsBefore(tx, before, atOnce));
    return forgotten < atOnce ? 'done' : 'more';
  },
};
