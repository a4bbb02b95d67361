import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { checkpointsWorker } from '../../../../src/components/audit/sealing/thinning/checkpoints-worker.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { retaining, verified } from '../retention/retaining.ts';

eachDatabase((databases) => {
  it('FR-A007 keeps every checkpoint of seven days, and of each day before the last of every chain, and all still verifies', async () => {
    const { add, database, environmentId, exported } = await retaining(await databases.shared());
    const thinOut = async (now: string) => {
      const problems: unknown[] = [];
      const context = { database, signal: new AbortController().signal, report: (one: unknown) => problems.push(one) };
      expect(await checkpointsWorker.round({ ...context, now: new Date(now) })).toBe('done');
      expect(problems).toEqual([]);
    };
    const left = async (tenant: string) => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ size: number }>(
          sql`SELECT size::int AS size FROM audit_checkpoints WHERE tenant_id = ${tenant} ORDER BY size`,
        ),
      );
      return rows.map(({ size }) => size);
    };
    await add(Array.from({ length: 6 }, () => ['2026-10-01', 'globex', 'auth.login'] as const));
    const before = await exported('tenant=globex');
    // What was signed of it, and of another, long ago.
    const signed = [
      ['globex', 1, '2020-01-01T10:00:00Z'],
      ['initech', 1, '2020-01-01T11:00:00Z'],
      ['globex', 2, '2020-01-01T23:59:59.999Z'],
      ['globex', 3, '2020-01-02T00:00:00Z'],
      ['globex', 4, '2020-01-02T12:00:00Z'],
      ['initech', 2, '2020-01-02T13:00:00Z'],
      ['globex', 5, '2020-01-03T05:00:00Z'],
    ] as const;
    await database.withControlPlane('write', async (tx) => {
      for (const [tenant, size, at] of signed)
        await tx.execute(sql`INSERT INTO audit_checkpoints (environment_id, tenant_id, size, root, note, signed_at)
          VALUES (${environmentId}, ${tenant}, ${size}, '\\x00', 'note', ${at})`);
    });
    await thinOut('2020-01-08T23:59:59.999Z');
    expect([await left('globex'), await left('initech')]).toEqual([
      [1, 2, 3, 4, 5, 6],
      [1, 2],
    ]);
    await thinOut('2020-01-09T00:00:00Z');
    expect([await left('globex'), await left('initech')]).toEqual([
      [2, 3, 4, 5, 6],
      [1, 2],
    ]);
    await thinOut('2020-01-20T00:00:00Z');
    expect(await left('globex')).toEqual([2, 4, 5, 6]);
    await add([['2026-10-01', 'globex', 'auth.logout']]);
    await thinOut('2999-01-01T00:00:00Z');
    expect((await left('globex')).at(-1)).toBe(7);
    expect((await left('globex')).slice(0, 3)).toEqual([2, 4, 5]);
    expect(await left('initech')).toEqual([1, 2]);
    await thinOut('2999-01-01T00:00:00Z');
    expect(await verified(before)).toEqual({ valid: true, entries: 6, first: 1, last: 6 });
    expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 7, first: 1, last: 7 });
    // Nobody else may: neither who serves requests nor who seals.
    for (const role of ['dream_app', 'dream_control_plane'])
      await expect(
        database.withControlPlane('write', async (tx) => {
          await tx.execute(sql`SELECT set_config('role', ${role}, true)`);
          await tx.execute(sql`DELETE FROM audit_checkpoints`);
        }),
      ).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
