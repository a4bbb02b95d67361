import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { testRandom, useDatabases } from '../../../support/databases.ts';
import { isUnsealed, readSeals, write } from './support/chains.ts';

// Of PostgreSQL alone: the embedded database has one transaction at a time.
const databases = useDatabases('postgres');

it('seals what was held back by a slow transaction as soon as that has ended', async () => {
  const database = await databases.shared();
  const worker = createSealer({ host: { random: testRandom }, masterKey: null });
  const [begun, enough] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`SELECT pg_current_xact_id()`);
    begun.resolve();
    await enough.promise;
  });
  await begun.promise;
  const ids = await write(database, 'globex', 'globex');
  let looks = 0;
  const watched: Pick<Database, 'kind' | 'withControlPlane' | 'withEnvironment'> = {
    kind: database.kind,
    withEnvironment: database.withEnvironment.bind(database),
    withControlPlane: (isolation, work) => {
      if (isolation === 'write') looks += 1;
      // It has looked twice in vain by then.
      if (looks === 3) enough.resolve();
      return database.withControlPlane(isolation, work);
    },
  };
  const context = { database: watched, now: new Date(), signal: new AbortController().signal, report: () => {} };
  expect(await worker.round(context)).toBe('done');
  expect(looks).toBeGreaterThanOrEqual(3);
  await slow;
  // Transactions of other tests on the same server may hold it back for longer than one round lasts.
  while (await isUnsealed(database)) await worker.round(context);
  expect((await readSeals(database)).map(({ id }) => id)).toEqual(ids);
});
