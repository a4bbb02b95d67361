import type { Worker } from '../../../server/worker.ts';
import { openMonths } from './queries.ts';

/** Milliseconds between looks whether the next month has its partitions. */
const pause = 6 * 60 * 60 * 1000;

/** Has the partitions of the present month and of the next ready long before anything is written in them. */
export const monthsWorker: Worker = {
  name: 'audit-months',
  recordedAs: { nothing: 'it makes room for what is written, and changes nothing of anybody' },
  pause,
  async round({ database, now }) {
    await openMonths(database, now);
    return 'done';
  },
};
