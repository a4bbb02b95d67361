import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import { testRandom, useDatabases } from '../../../support/databases.ts';
import { readSeals, write } from './support/chains.ts';

// Of PostgreSQL alone: the embedded database has one transaction at a time.
const databases = useDatabases('postgres');

it('seals what was held back by a slow transaction as soon as that has ended', async () => {
  const database = await databases.shared();
  const worker = createSealer({ host: { random: testRandom }, masterKey: null });
  const context = { database, now: new Date(), signal: new AbortController().signal, report: () => {} };
  let begun = (): void => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`SELECT pg_current_xact_id()`);
    begun();
    await pause(100);
  });
  await hasBegun;
  const ids = await write(database, 'globex', 'globex');
  while ((await worker.round(context)) === 'more');
  await slow;
  expect((await readSeals(database)).map(({ id }) => id)).toEqual(ids);
});
