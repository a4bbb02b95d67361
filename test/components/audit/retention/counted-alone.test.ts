import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { countMonth } from '../../../../src/components/audit/retention/months/queries.ts';
import type { Database, Transaction } from '../../../../src/db/contract.ts';
import { useDatabases } from '../../../support/databases.ts';
import { countingMonth, month } from './counting-month.ts';

/** Does something while another transaction, that has done the first, has not ended. */
async function meanwhile(
  database: Database,
  first: (tx: Transaction) => Promise<unknown>,
  second: () => Promise<void>,
): Promise<void> {
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const open = database.withControlPlane('write', async (tx) => {
    await first(tx);
    begun.resolve();
    await ended.promise;
  });
  try {
    await Promise.race([begun.promise, open]);
    await second();
  } finally {
    ended.resolve();
    await open;
  }
}

describe('while a month is counted', () => {
  // The embedded one has one transaction at a time.
  const databases = useDatabases('postgres');

  it('FR-A004 nobody writes of it until that transaction ends, while everybody reads it and writes of others', async () => {
    const { adding, database } = await countingMonth(await databases.open());
    const write = (at: string) =>
      database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL lock_timeout = '200ms'`);
        await adding(tx, 'globex', { at });
      });
    await meanwhile(
      database,
      (tx) => countMonth(tx, month),
      async () => {
        await write('2025-05-02');
        await expect(write('2025-03-02')).rejects.toMatchObject({ cause: { code: '55P03' } });
        const { rows } = await database.withControlPlane('read', (tx) =>
          tx.execute(
            sql`SELECT count(*)::int AS entries FROM audit_entries WHERE recorded_at < ${month.end.toISOString()}`,
          ),
        );
        expect(rows).toEqual([{ entries: 4 }]);
      },
    );
    await write('2025-03-02');
  });

  it('FR-A004 nothing is counted of one in which somebody is writing', async () => {
    const { adding, database, tried } = await countingMonth(await databases.open());
    await meanwhile(
      database,
      (tx) => adding(tx, 'globex'),
      async () => expect(await tried((tx) => countMonth(tx, month))).toEqual([]),
    );
  });
});
