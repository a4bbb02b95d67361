import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../../src/db/contract.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { retaining, verified } from './retaining.ts';

/** Whether the month is there, and how many transactions have said of chains that something of them is gone. */
async function state(database: Database): Promise<unknown> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute(sql`
      SELECT to_regclass('audit_entries_2025_03') IS NOT NULL AS "isThere", count(*)::int AS prunings,
        count(DISTINCT xmin::text)::int AS transactions
      FROM audit_prunings`),
  );
  return rows[0];
}

eachDatabase((databases) => {
  it('FR-A004 drops a month in which no policy tells chains apart, and says so in every chain at once', async () => {
    // Its own: months come and go.
    const { add, apply, database, exported, left, prune, seal } = await retaining(await databases.open());
    await database.withControlPlane('write', (tx) => tx.execute(sql`SELECT dream_open_month('2025-03-01')`));
    await apply({ all: { keep: '365d' } });
    await add([
      ['2025-03-02', 'globex', 'auth.login', 'ada'],
      ['2025-03-03', 'initech', 'auth.login'],
      ['2025-03-04', 'globex', 'auth.logout'],
      ['2026-10-01', 'globex', 'auth.login'],
    ]);
    expect(await prune()).toEqual([]);
    expect(await state(database)).toEqual({ isThere: false, prunings: 2, transactions: 1 });
    await seal();
    expect(await left('globex')).toEqual(['3 auth.login', '4 audit.pruned']);
    expect(await left('initech')).toEqual(['2 audit.pruned']);
    expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 2, first: 3, last: 4 });
  });

  it('FR-A004 keeps a month that has an entry of an environment without any policy', async () => {
    // Its own: months come and go.
    const { add, apply, database, left, prune } = await retaining(await databases.open());
    await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`SELECT dream_open_month('2025-03-01')`);
      await tx.execute(sql`
        INSERT INTO environments (id, project_id, key, mode, created_at)
        SELECT 'env_other', project_id, 'other', 'test', created_at FROM environments`);
      await tx.execute(sql`
        INSERT INTO audit_entries
          (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
        SELECT 'aud_other', 'env_other', 'hooli', at, at, 'auth.login', 'success', 'user', 'ada', '{}'
        FROM (SELECT '2025-03-05'::timestamptz AS at) AS moment`);
    });
    await apply({ all: { keep: '365d' } });
    await add([['2025-03-02', 'globex', 'auth.login']]);
    expect(await prune()).toEqual([]);
    expect(await state(database)).toMatchObject({ isThere: true });
    expect(await left('hooli')).toEqual(['1 auth.login']);
  });

  it('FR-A004 keeps a month, and reports it, in which an entry has no place though the sealer has gone past it', async () => {
    // Its own: months come and go.
    const { add, apply, database, left, prune } = await retaining(await databases.open());
    await database.withControlPlane('write', (tx) => tx.execute(sql`SELECT dream_open_month('2025-03-01')`));
    await apply({ all: { keep: '365d' } });
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-03', 'globex', 'auth.logout'],
    ]);
    await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`RESET ROLE`);
      await tx.execute(sql`DELETE FROM audit_seals WHERE tenant_id = 'globex' AND sequence = 1`);
    });
    expect(await prune()).toMatchObject([
      { message: expect.stringContaining('has 2 entries, of which 1 have a place') },
    ]);
    expect(await state(database)).toMatchObject({ isThere: true, prunings: 0 });
    expect(await left('globex')).toEqual(['2 auth.logout']);
  });

  it('FR-A004 drops a month the second time of which places were lost from the count', async () => {
    // Its own: months come and go.
    const { add, apply, database, prune } = await retaining(await databases.open());
    await database.withControlPlane('write', (tx) => tx.execute(sql`SELECT dream_open_month('2025-03-01')`));
    await apply({ all: { keep: '365d' } });
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-03', 'initech', 'auth.logout'],
    ]);
    await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`RESET ROLE`);
      await tx.execute(sql`DELETE FROM audit_month_counts WHERE tenant_id = 'globex'`);
    });
    expect(await prune()).toMatchObject([{ message: expect.stringContaining('2 entries, of which 1 have a place') }]);
    expect(await state(database)).toMatchObject({ isThere: true, prunings: 0 });
    expect(await prune()).toEqual([]);
    expect(await state(database)).toMatchObject({ isThere: false, prunings: 2 });
  });
});
