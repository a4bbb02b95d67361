import { sendJob } from '../../../../jobs/send-job.ts';
import type { Worker } from '../../../../server/worker.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import { selectOverdue } from './queries.ts';

const pause = 3_000;
/** Milliseconds by which a delivery may be late before anybody is surprised. */
const patience = 1_000;

/**
 * Sends a job for every endpoint that should have been called: those of a server that died, and of a database whose rows
 * were copied without its jobs. A delivery itself says when it is due; jobs only save looking.
 */
export function overdueWorker(): Worker {
  return {
    name: 'webhook-overdue',
    recordedAs: { nothing: 'it only wakes whoever calls endpoints' },
    pause,
    async round({ database, now }) {
      const before = new Date(now.getTime() - patience);
      const overdue = await database.withControlPlane('read', (tx) => selectOverdue(tx, before));
      for (const { endpoint, environmentId, projectId } of overdue) {
        const scope = { projectId, environmentId };
        await database.withEnvironment(scope, 'write', (session) =>
          sendJob(session, deliverKind, deliverJob(scope, endpoint)),
        );
      }
      return 'done';
    },
  };
}
