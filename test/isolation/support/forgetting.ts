// A database on which everything happens and nothing stays, so that each request meets what the one before met.
import type { Database, SessionScope, Transaction } from '../../../src/db/contract.ts';
import type { PreparedStatement } from '../../../src/db/prepared-statement.ts';
import { runPrepared } from '../../../src/db/run-prepared.ts';
import { sql } from 'drizzle-orm';

class Forgotten<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('taken back');
    this.result = result;
  }
}

/**
 * Takes back every transaction within an environment after its work is done, as if that had never been. Just before,
 * `look` sees what the work wrote, as the control plane sees it.
 */
export function forgetting(database: Database, look: (tx: Transaction) => Promise<void>): Database {
  return {
    kind: database.kind,
    async withEnvironment(scope: SessionScope, isolation, work) {
      const outcome = await database
        .withEnvironment(scope, isolation, async (session): Promise<never> => {
          const last: (readonly [PreparedStatement, readonly unknown[]])[] = [];
          const result = await work({
            ...session,
            leaveForTheEnd: (statement, params) => last.push([statement, params]),
          });
          // There is no commit that they could go with.
          for (const [statement, params] of last) await runPrepared(session, statement, params);
          if (isolation !== 'read') {
            await session.tx.execute(sql`SET CONSTRAINTS ALL IMMEDIATE`);
            await session.tx.execute(sql`SET LOCAL ROLE dream_control_plane`);
            await look(session.tx);
          }
          throw new Forgotten(result);
        })
        .catch((error: unknown) => {
          if (error instanceof Forgotten) return error as Forgotten<Awaited<ReturnType<typeof work>>>;
          throw error;
        });
      return outcome.result;
    },
    withControlPlane: (isolation, work) => database.withControlPlane(isolation, work),
    subscribe: (handler) => database.subscribe(handler),
    connections: () => database.connections(),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}
