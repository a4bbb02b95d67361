import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { anyDatabase } from '../../../support/databases.ts';
import { retaining, verified } from './retaining.ts';

const day = 86_400_000;

anyDatabase((databases) => {
  it('FR-A004 entries are given back until the moment that was said last, and never for longer than a year', async () => {
    const { add, apply, archives, database, exported, left, prune, seal, server, written } = await retaining(
      await databases.shared(),
    );
    await apply({ all: { keep: '365d', archive: { to: archives } } });
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-03', 'globex', 'auth.logout'],
      ['2026-10-01', 'globex', 'auth.login'],
    ]);
    await prune();
    const lines = [...written().values()].flatMap((text) => text.trimEnd().split('\n').slice(0, -1));
    const until = (days: number) => new Date(server.clock.now().getTime() + days * day).toISOString();
    const restore = (days: number, some = lines) =>
      server.call('POST', '/v1/audit/restored', {
        headers: server.admin(),
        body: { tenant: 'globex', until: until(days), lines: some },
      });
    const ends = async () => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ until: Date | string | null }>(sql`
          SELECT restored_until AS until FROM audit_entries WHERE recorded_at < '2026-11-01' ORDER BY recorded_at`),
      );
      return rows.map((row) => (row.until === null ? null : new Date(row.until).toISOString()));
    };
    const tooLong = await restore(367);
    expect([tooLong.status, tooLong.code]).toEqual([400, 'audit/until-too-late']);
    expect(await ends()).toEqual([null]);
    expect((await restore(366)).json).toMatchObject({ restored: 2, present: 0 });
    expect(await ends()).toEqual([until(366), until(366), null]);
    // Sooner for one of them, and for both later than that.
    expect((await restore(7, lines.slice(0, 1))).json).toMatchObject({ restored: 0, present: 1 });
    expect(await ends()).toEqual([until(7), until(366), null]);
    expect((await restore(30)).json).toMatchObject({ restored: 0, present: 2, until: until(30) });
    expect(await ends()).toEqual([until(30), until(30), null]);
    await seal();
    expect(await verified(await exported('tenant=globex'))).toMatchObject({ valid: true, first: 1 });
    // One that is to end.
    expect((await restore(1 / 1440)).json).toMatchObject({ restored: 0, present: 2 });
    server.clock.advance(day / 24);
    expect(await prune()).toEqual([]);
    expect(await ends()).toEqual([null]);
    expect(await left('globex')).toContain('3 auth.login');
    await seal();
    expect(await verified(await exported('tenant=globex'))).toMatchObject({ valid: true, first: 3 });
  });
});
