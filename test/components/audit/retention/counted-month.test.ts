import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  countMonth,
  dropWhole,
  selectChainsIn,
  selectRange,
} from '../../../../src/components/audit/retention/months/queries.ts';
import type { Transaction } from '../../../../src/db/contract.ts';
import { anyDatabase, eachDatabase } from '../../../support/databases.ts';
import { countingMonth, month, newest } from './counting-month.ts';

const all = { globex: 3, initech: 1 };
const dropped = (tx: Transaction): Promise<boolean> => dropWhole(tx, month, newest);

eachDatabase((databases) => {
  it('FR-A004 drops a month only if its transaction says of every chain as much as it has counted of it', async () => {
    const { counted, database, saying, scope, tried } = await countingMonth(await databases.open());
    const chains = await database.withControlPlane('read', (tx) => selectChainsIn(tx, month));
    expect(chains).toEqual(counted.map(({ environmentId, tenantId }) => ({ environmentId, tenantId })));
    const range = (tenantId: string) =>
      database.withEnvironment(scope, 'read', (session) => selectRange(session, tenantId, month));
    expect(await range('globex')).toEqual({ first: 3, last: 9 });
    expect(await range('hooli')).toBe(null);
    const found = await tried((tx) => countMonth(tx, month));
    expect(found?.toSorted((one, other) => one.tenantId.localeCompare(other.tenantId))).toEqual(counted);
    const isDropped = (said: { readonly [tenant: string]: number }) =>
      tried(async (tx) => {
        await countMonth(tx, month);
        await saying(tx, said);
        return dropped(tx);
      });
    expect(await isDropped(all)).toBe(true);
    expect(await isDropped({})).toBe(false);
    expect(await isDropped({ globex: 3 })).toBe(false);
    expect(await isDropped({ globex: 2, initech: 2 })).toBe(false);
    // As many as would be between its first and its last.
    expect(await isDropped({ ...all, globex: 7 })).toBe(false);
  });

  it('FR-A004 leaves nothing of a month that is dropped, nor of what was counted', async () => {
    const { database, saying } = await countingMonth(await databases.open());
    await database.withControlPlane('write', async (tx) => {
      await countMonth(tx, month);
      await saying(tx, all);
      expect(await dropped(tx)).toBe(true);
    });
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT relname FROM pg_class WHERE relname ~ '2025_03'`),
    );
    expect(rows).toEqual([]);
    expect(await database.withControlPlane('write', (tx) => countMonth(tx, month))).toEqual([]);
  });
});

anyDatabase((databases) => {
  it('FR-A004 drops no month that its transaction has not counted, though another has', async () => {
    const { database, saying, tried } = await countingMonth(await databases.open());
    const uncounted = (tx: Transaction) => saying(tx, all).then(() => dropped(tx));
    expect(await tried(uncounted)).toBe(false);
    await database.withControlPlane('write', (tx) => countMonth(tx, month));
    expect(await tried(uncounted)).toBe(false);
    const asControlPlane = database.withControlPlane('write', (tx) =>
      tx.execute(sql`SELECT dream_count_month('2025-03-01')`),
    );
    await expect(asControlPlane).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('FR-A004 drops no month into which something came after it was counted, or in which something has no place', async () => {
    const { adding, saying, tried } = await countingMonth(await databases.open());
    const isDroppedAfter = (by: string) =>
      tried(async (tx) => {
        await countMonth(tx, month);
        await saying(tx, all);
        await adding(tx, 'globex', { by });
        return dropped(tx);
      });
    expect(await isDroppedAfter('9000000000001')).toBe(false);
    // Given back from an archive.
    expect(await isDroppedAfter('0')).toBe(false);
    const unplaced = async (tx: Transaction) => {
      await adding(tx, 'globex');
      const found = await countMonth(tx, month);
      await saying(tx, all);
      return { found, isDropped: await dropped(tx) };
    };
    expect(await tried(unplaced)).toEqual({ found: [], isDropped: false });
  });
});
