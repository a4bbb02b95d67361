import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { countMonth, dropWhole } from '../../../../src/components/audit/retention/months/queries.ts';
import type { Database, Transaction } from '../../../../src/db/contract.ts';
import { longRun } from '../../../support/long-run.ts';
import { useDatabases } from '../../../support/databases.ts';
import { countingMonth, month, newest } from './counting-month.ts';

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

  it('FR-A004 nobody writes of it who would make untrue what was held against what is said', async () => {
    const { adding, database } = await countingMonth(await databases.open());
    const write = (at: string) =>
      database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL lock_timeout = '200ms'`);
        await adding(tx, 'globex', { at });
      });
    await meanwhile(
      database,
      async (tx) => expect(await dropWhole(tx, month, { newest, written: 4 })).toBe(false),
      () => expect(write('2025-03-02')).rejects.toMatchObject({ cause: { code: '55P03' } }),
    );
  });

  it('FR-A004 nobody waits in a circle who gives and takes places of the same chains', async () => {
    const { database, scope } = await countingMonth(await databases.open());
    const tenants = Array.from({ length: 12 }, (_, number) => `tenant-${number}`);
    const months = ['2025-05-01', '2025-06-01', '2025-07-01', '2025-08-01'];
    let sequence = 100;
    const end = performance.now() + (longRun ? 8_000 : 1_500);
    const until = async (work: (tx: Transaction) => Promise<unknown>): Promise<void> => {
      while (performance.now() < end) await database.withControlPlane('write', work);
    };
    const give = (tx: Transaction) => {
      sequence += 1;
      return tx.execute(sql`
        INSERT INTO audit_seals (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
        SELECT ${scope.environmentId}, tenant, ${sequence}, tenant || at || ${sequence}::text, at::timestamptz, '\\x00', '\\x00', '\\x00'
        FROM unnest(${sql.param(tenants)}::text[]) AS tenant CROSS JOIN unnest(${sql.param(months)}::text[]) AS at`);
    };
    const take = async (tx: Transaction) => {
      await tx.execute(
        sql`SELECT set_config('role', 'dream_retention', true), set_config('dream.environment_id', ${scope.environmentId}, true)`,
      );
      await tx.execute(sql`DELETE FROM audit_seals WHERE sequence >= 100`);
    };
    await Promise.all([until(give), until(take), until(give), until(take)]);
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`),
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
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
