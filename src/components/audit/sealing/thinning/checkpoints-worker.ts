import type { Worker } from '../../../../server/worker.ts';
import { endTurn, keepTurn, takeTurn } from '../../retention/queries.ts';
import { selectWithPassing, thinOut } from './queries.ts';

const day = 86_400_000;
/** Days for which every checkpoint is there, besides the one that has begun. */
const wholeDays = 7;
/** Checkpoints looked at in one transaction. */
const most = 10_000;
/** Milliseconds that a turn lasts unless it is kept. */
const turn = 10 * 60 * 1000;
const name = 'audit-checkpoints';

/**
 * Thins out the checkpoints of chains, of which there is one a second where much happens: those of the last days all stay,
 * and of every day before the last one of each chain. So the newest of a chain always does. None is needed to verify an
 * export, an archive or what a stream sent, which bring their own: those that stay say what there was at the end of a day.
 */
export const checkpointsWorker: Worker = {
  name,
  recordedAs: {
    nothing: 'what was signed is in the tree; who has a checkpoint can hold it against the chain as before',
  },
  pause: 60 * 60 * 1000,
  async round({ database, now, signal }) {
    const before = new Date((Math.floor(now.getTime() / day) - wholeDays) * day);
    const environments = await database.withControlPlane('read', (tx) => selectWithPassing(tx, before));
    if (environments.length === 0) return 'done';
    if (!(await database.withControlPlane('write', (tx) => takeTurn(tx, name, turn)))) return 'done';
    try {
      for (const scope of environments) {
        for (let seen = most; seen === most && !signal.aborted; ) {
          seen = await database.withEnvironment(scope, 'write', (session) => thinOut(session, before, most));
          await database.withControlPlane('write', (tx) => keepTurn(tx, name, turn));
        }
      }
    } finally {
      await database.withControlPlane('write', (tx) => endTurn(tx, name));
    }
    return 'done';
  },
};
