import type pg from 'pg';
import type { BeginOptions } from './begin.ts';
import { ConnectionInTransaction } from './connection-in-transaction.ts';
import type { Transaction } from './contract.ts';
import { poolProblem } from './pool-problem.ts';

/** Runs `work` in one transaction on a connection of the pool, and gives the connection back clean or not at all. */
export async function runTransaction<T>(
  pool: pg.Pool,
  options: BeginOptions,
  work: (tx: Transaction, connection: ConnectionInTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw poolProblem(error);
  });
  let broken: Error | undefined;
  // A checked-out connection that dies must not end the process; the statement under way reports it.
  const remember = (error: Error): void => {
    broken = error;
  };
  client.on('error', remember);
  const connection = new ConnectionInTransaction(client, options);
  try {
    try {
      const result = await work(connection.toTransaction(), connection);
      await connection.commit();
      return result;
    } catch (error) {
      if (isReadTimeout(error)) broken ??= error;
      if (broken === undefined) {
        // The first error is the one worth hearing; a connection that cannot roll back is thrown away.
        await connection.rollBack().catch(remember);
      }
      throw error;
    }
  } finally {
    client.off('error', remember);
    client.release(broken);
  }
}

/** `pg` reports its own timeout by a message alone; the statement is still running, so the connection is of no more use. */
function isReadTimeout(error: unknown): error is Error {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.message === 'Query read timeout') return true;
  }
  return false;
}
