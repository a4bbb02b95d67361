import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseProblem } from './problem.ts';

interface OpenTransaction {
  readonly owner: object;
  readonly outer: OpenTransaction | undefined;
  open: boolean;
}

// Not state of a control plane: what it holds belongs to one chain of calls, and names its owner.
const current = new AsyncLocalStorage<OpenTransaction>();

/**
 * Runs `work` marked as a transaction of `owner`, and refuses one inside another of the same owner: on the
 * embedded database, which has one connection, it would wait for itself forever; on PostgreSQL it would
 * see another state and commit on its own.
 */
export async function insideTransaction<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const outer = current.getStore();
  for (let at = outer; at !== undefined; at = at.outer) {
    if (at.open && at.owner === owner) {
      throw new DatabaseProblem(
        'db/nested-transaction',
        'A transaction was opened inside an open transaction of the same database.',
        {
          hint: 'Use the session that was handed to the surrounding work, or wait until it has ended.',
        },
      );
    }
  }
  const transaction: OpenTransaction = { owner, outer, open: true };
  try {
    return await current.run(transaction, work);
  } finally {
    transaction.open = false;
  }
}
