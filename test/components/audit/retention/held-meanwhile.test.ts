import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import type { Files } from '../../../../src/host/contract.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { type Retaining, retaining } from './retaining.ts';

const real = createHost();

/** Has an archive read back as it was written only once something else has been done. */
function afterWriting({ server }: Retaining, work: () => Promise<void>) {
  const files: Files = {
    ...real.files,
    readBytes: async (path, ...more) => {
      await work();
      return real.files.readBytes(path, ...more);
    },
  };
  return { host: { ...real, clock: server.clock, files } };
}

async function kept({ database }: Retaining): Promise<unknown> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute(sql`SELECT (SELECT count(*)::int FROM audit_entries WHERE recorded_at < '2025-06-01') AS entries,
      (SELECT count(*)::int FROM audit_personal) AS personal, (SELECT count(*)::int FROM audit_prunings) AS prunings,
      (SELECT count(*)::int FROM audit_turns) AS turns`),
  );
  return rows[0];
}

eachDatabase((databases) => {
  describe('retention, while an apply comes in between', () => {
    it('FR-A004 drops no month that a hold came for while it was archived, nor archives it a second time', async () => {
      // Its own: months come and go.
      const all = await retaining(await databases.open());
      const { add, apply, archives, database, left, prune, written } = all;
      await database.withControlPlane('write', (tx) => tx.execute(sql`SELECT dream_open_month('2025-03-01')`));
      const everything: JsonObject = { keep: '365d', archive: { to: archives } };
      await apply({ all: everything });
      await add([
        ['2025-03-02', 'globex', 'auth.login', 'ada'],
        ['2025-03-03', 'globex', 'auth.logout'],
      ]);
      const hold: JsonObject = { keep: '90d', legalHold: true, appliesTo: { actions: ['auth.logout'] } };
      const [problem, ...more] = await prune(afterWriting(all, () => apply({ all: everything, hold })));
      expect(String(problem)).toContain('have changed since they were read');
      expect(more).toEqual([]);
      expect(written().size).toBe(1);
      expect(await kept(all)).toEqual({ entries: 2, personal: 1, prunings: 0, turns: 0 });
      expect(await prune()).toEqual([]);
      expect(await left('globex')).toContain('2 auth.logout');
      expect(await kept(all)).toEqual({ entries: 1, personal: 0, prunings: 1, turns: 0 });
    });

    it('FR-A004 deletes nothing one by one that a hold came for while it was archived', async () => {
      const all = await retaining(await databases.shared());
      const { add, apply, archives, prune } = all;
      const everything: JsonObject = { keep: '365d', archive: { to: archives } };
      await apply({ all: everything });
      await add([['2025-03-02', 'globex', 'auth.login', 'ada']]);
      const held = { all: { ...everything, legalHold: true } };
      const problems = await prune(afterWriting(all, () => apply(held)));
      expect(problems.map(String)).toEqual([expect.stringContaining('have changed since they were read')]);
      expect(await prune()).toEqual([]);
      expect(await kept(all)).toEqual({ entries: 1, personal: 1, prunings: 0, turns: 0 });
    });
  });
});
