import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  countMonth,
  dropWhole,
  recountMonth,
  selectChainsIn,
  selectRange,
} from '../../../../src/components/audit/retention/months/queries.ts';
import type { Transaction } from '../../../../src/db/contract.ts';
import { anyDatabase, eachDatabase } from '../../../support/databases.ts';
import { countingMonth, month, newest } from './counting-month.ts';

const all = { globex: 3, initech: 1 };
const dropped = (tx: Transaction, written = 4): Promise<boolean> => dropWhole(tx, month, { newest, written });

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
    expect(found).toEqual(counted);
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
      tx.execute(sql`
        SELECT relname AS left FROM pg_class WHERE relname ~ '2025_03'
        UNION ALL SELECT tenant_id FROM audit_month_counts WHERE month = '2025-03-01'`),
    );
    expect(rows).toEqual([]);
    expect(await database.withControlPlane('write', (tx) => countMonth(tx, month))).toEqual([]);
  });
});

anyDatabase((databases) => {
  it('FR-A004 lets nobody say how many entries a month has but who gives and takes their places', async () => {
    const { database } = await countingMonth(await databases.open());
    const asControlPlane = (statement: SQL) =>
      expect(database.withControlPlane('write', (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    await asControlPlane(sql`SELECT dream_count_month('2025-03-01')`);
    await asControlPlane(sql`UPDATE audit_month_counts SET entries = 0`);
    await asControlPlane(sql`DELETE FROM audit_month_counts`);
    await asControlPlane(sql`INSERT INTO audit_month_counts VALUES ('2025-03-01', '', '', 1, 1, 1)`);
  });

  it('FR-A004 drops no month of which more was written than it says, or that has lost places since it was counted', async () => {
    const { saying, tried } = await countingMonth(await databases.open());
    const isDropped = (written: number, taken: SQL) =>
      tried(async (tx) => {
        await countMonth(tx, month);
        await saying(tx, all);
        await tx.execute(sql`RESET ROLE`);
        await tx.execute(sql`DELETE FROM audit_seals WHERE ${taken}`);
        await tx.execute(sql`SET LOCAL ROLE dream_control_plane`);
        return dropped(tx, written);
      });
    expect(await isDropped(4, sql`false`)).toBe(true);
    expect(await isDropped(5, sql`false`)).toBe(false);
    expect(await isDropped(4, sql`tenant_id = 'initech'`)).toBe(false);
    // As a server of a version before asks for it.
    const older = await tried(async (tx) => {
      await countMonth(tx, month);
      await saying(tx, all);
      await tx.execute(sql`SET LOCAL ROLE dream_retention`);
      const { rows } = await tx.execute(sql`SELECT dream_drop_whole_month('2025-03-01', ${newest}::xid8) AS dropped`);
      return rows;
    });
    expect(older).toEqual([{ dropped: false }]);
  });

  it('FR-A004 counts a month anew where what was counted is not what there is', async () => {
    const { counted, tried } = await countingMonth(await databases.open());
    const found = (wrong: SQL) =>
      tried(async (tx) => {
        await tx.execute(sql`RESET ROLE`);
        await tx.execute(wrong);
        await tx.execute(sql`SET LOCAL ROLE dream_control_plane`);
        const before = await countMonth(tx, month);
        await recountMonth(tx, month);
        return { before, after: await countMonth(tx, month) };
      });
    const [globex, initech] = counted;
    expect(await found(sql`UPDATE audit_month_counts SET entries = 7 WHERE tenant_id = 'globex'`)).toEqual({
      before: [{ ...globex, entries: 7 }, initech],
      after: counted,
    });
    expect(await found(sql`DELETE FROM audit_month_counts WHERE tenant_id = 'globex'`)).toEqual({
      before: [initech],
      after: counted,
    });
    expect(await found(sql`DELETE FROM audit_month_counts`)).toEqual({ before: counted, after: counted });
  });

  it('FR-A004 counts anew what has lost places, and what has none left no more', async () => {
    const { counted, saying, tried } = await countingMonth(await databases.open());
    const found = (taken: SQL) =>
      tried(async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE dream_retention`);
        await tx.execute(sql`SELECT set_config('dream.environment_id', ${counted[0]?.environmentId ?? ''}, true)`);
        await tx.execute(sql`DELETE FROM audit_seals WHERE ${taken}`);
        await tx.execute(sql`SET LOCAL ROLE dream_control_plane`);
        const left = await countMonth(tx, month);
        await saying(tx, Object.fromEntries(left.map(({ entries, tenantId }) => [tenantId, entries])));
        return {
          left,
          isDropped: await dropped(
            tx,
            left.reduce((sum, { entries }) => sum + entries, 0),
          ),
        };
      });
    const [globex, initech] = counted;
    expect(await found(sql`sequence = 9`)).toEqual({
      left: [{ ...globex, last: 4, entries: 2 }, initech],
      isDropped: true,
    });
    expect(await found(sql`tenant_id = 'initech'`)).toEqual({ left: [globex], isDropped: true });
    expect(await found(sql`sequence IN (1, 3)`)).toEqual({
      left: [{ ...globex, first: 4, entries: 2 }],
      isDropped: true,
    });
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
