import type { Session } from '../../../db/contract.ts';

/** Carries the result out of a transaction that must not last. */
class RolledBack<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rolled back on purpose');
    this.result = result;
  }
}

/** Does all of `work`, writes included, and takes every write back: what a dry run shows is what apply does. */
export async function dryRun<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await session.tx.transaction(async (tx) => {
      throw new RolledBack(await work({ ...session, tx }));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    throw error;
  }
}
