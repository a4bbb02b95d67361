import type { Session, Transaction } from '../db/contract.ts';
import type { JobKind, JobToSend } from './contract.ts';
import { hastenJob, insertJob } from './queries.ts';

/** Asks for a job in the session's own transaction: what is rolled back was never asked for. */
export async function sendJob(session: Session, kind: JobKind, job: JobToSend): Promise<void> {
  await sendJobAsControlPlane(session.tx, kind, job);
  session.announce('jobs');
}

/** The same in a transaction of the control plane; whoever does jobs in this process is to be woken after its commit. */
export async function sendJobAsControlPlane(tx: Transaction, kind: JobKind, job: JobToSend): Promise<void> {
  // One that waits under the same key may begin between both statements; then the next turn adds one.
  for (let turn = 0; turn < 3; turn += 1) {
    if (await insertJob(tx, kind, job)) return;
    if (await hastenJob(tx, kind, job)) return;
  }
}
