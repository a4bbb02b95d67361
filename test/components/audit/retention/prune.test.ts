import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { dropWhole, selectAlike, selectNewest } from '../../../../src/components/audit/retention/months/queries.ts';
import { sealerName } from '../../../../src/components/audit/sealing/sealer-name.ts';
import type { RecordBeside } from '../../../../src/server/trail.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { recordingBeside } from '../../../support/whole-table.ts';
import { beforeReadingBack, kept, retaining, verified } from './retaining.ts';

anyDatabase((databases) => {
  describe('retention', () => {
    it('FR-A004 archives what is past its time, and what is left still verifies, as does the archive', async () => {
      const { add, apply, archives, exported, left, prune, seal, written } = await retaining(await databases.shared());
      await apply({
        all: { keep: '365d', archive: { to: archives } },
        bills: { keep: '2557d', appliesTo: { actions: ['billing.*'] } },
      });
      await add([
        ['2025-03-02', 'globex', 'auth.login'],
        ['2025-03-03', 'globex', 'billing.paid'],
        ['2025-03-04', 'globex', 'auth.login', 'ada'],
        ['2026-10-01', 'globex', 'auth.login'],
        ['2026-10-01', 'initech', 'auth.login'],
      ]);
      expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 4, first: 1, last: 4 });
      expect(await prune()).toEqual([]);
      expect(await left('initech')).toEqual(['1 auth.login']);
      const [[name, archive] = ['', ''], ...more] = written();
      expect(more).toEqual([]);
      expect(name).toMatch(/^acme\/development\/globex\/1-3-arc_[0-9A-Z]+\.ndjson\.gz$/u);
      expect(await verified(archive)).toEqual({ valid: true, entries: 2, first: 1, last: 3 });
      expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 2, first: 2, last: 4 });
      await seal();
      expect(await left('globex')).toEqual(['2 billing.paid', '4 auth.login', '5 audit.pruned']);
      const rest = await exported('tenant=globex');
      expect(rest).toContain(`"entries":2,"first":1,"last":3,"policies":["all"]`);
      expect(await prune()).toEqual([]);
      expect(written().size).toBe(1);
    });

    it('IN-5 archives what an immutable policy promised to, though a more specific one decides that names no archive', async () => {
      const { add, apply, archives, exported, left, prune, seal, server, written } = await retaining(
        await databases.shared(),
      );
      await apply({
        promise: { keep: '90d', immutable: true, archive: { to: archives } },
        mine: { keep: '100d', appliesTo: { tenants: ['globex'] } },
      });
      await add([
        ['2025-03-02', 'globex', 'auth.login'],
        ['2026-11-19', 'globex', 'auth.login'],
      ]);
      expect(await prune()).toEqual([]);
      const [[name, archive] = ['', ''], ...more] = written();
      expect(more).toEqual([]);
      expect(name).toMatch(/^acme\/development\/globex\/1-1-arc_/u);
      expect(await verified(archive)).toEqual({ valid: true, entries: 1, first: 1, last: 1 });
      await seal();
      expect(await left('globex')).toEqual(['2 auth.login', '3 audit.pruned']);
      expect(await exported('tenant=globex')).toContain(`"policies":["promise"]`);
      const { json } = await server.call('GET', '/v1/audit/archives', { headers: server.admin() });
      expect(json['data']).toMatchObject([{ location: `${archives}/${name}` }]);
    });

    it('FR-A004 deletes where no archive is named, with what was kept apart, and drops the months in which nothing is left', async () => {
      // Its own: months come and go.
      const { add, apply, database, exported, left, prune, seal } = await retaining(await databases.open());
      const months = async () => {
        const { rows } = await database.withControlPlane('read', (tx) =>
          tx.execute<{ name: string | null }>(
            sql`SELECT to_regclass('audit_entries_2025_03')::text AS name UNION ALL SELECT to_regclass('audit_seals_2025_05')::text`,
          ),
        );
        return rows.map(({ name }) => name);
      };
      await database.withControlPlane('write', async (tx) => {
        for (const month of ['2025-03-01', '2025-05-01']) await tx.execute(sql`SELECT dream_open_month(${month})`);
      });
      expect(await months()).toEqual(['audit_entries_2025_03', 'audit_seals_2025_05']);
      await apply({
        all: { keep: '365d' },
        held: { keep: '90d', legalHold: true, appliesTo: { actions: ['auth.held'] } },
      });
      await add([
        ['2025-03-02', 'globex', 'auth.login', 'ada'],
        ['2025-03-03', 'globex', 'auth.login'],
        ['2025-05-03', 'globex', 'auth.held'],
      ]);
      expect(await prune()).toEqual([]);
      await seal();
      expect(await left('globex')).toEqual(['3 auth.held', '4 audit.pruned']);
      expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 2, first: 3, last: 4 });
      expect(await months()).toEqual([null, 'audit_seals_2025_05']);
      const { rows } = await database.withControlPlane('read', (tx) => tx.execute(sql`SELECT FROM audit_personal`));
      expect(rows).toEqual([]);
    });

    it('FR-A004 drops a month whole, once archives hold all of it and every chain says so, and not before', async () => {
      // Its own: months come and go.
      const all = await retaining(await databases.open());
      const { add, apply, archives, database, environmentId, exported, left, prune, seal, server, written } = all;
      const dropNow = () =>
        database.withControlPlane('write', (tx) =>
          dropWhole(tx, { begin: new Date('2025-03-01'), end: new Date() }, { newest: '9999999', written: 4 }),
        );
      await database.withControlPlane('write', (tx) => tx.execute(sql`SELECT dream_open_month('2025-03-01')`));
      const policies = {
        all: { keep: '365d', archive: { to: archives } },
        brief: { keep: '90d', appliesTo: { tenants: ['initech'] } },
      };
      await apply(policies);
      await add([
        ['2025-03-02', 'globex', 'auth.login', 'ada'],
        ['2025-03-03', 'initech', 'auth.login'],
        ['2025-03-04', 'globex', 'auth.logout'],
        ['2026-10-01', 'globex', 'auth.login'],
      ]);
      // No transaction says of them that they are gone.
      expect(await dropNow()).toBe(false);
      const asControlPlane = database.withControlPlane('write', (tx) =>
        tx.execute(sql`SELECT dream_drop_whole_month('2025-03-01', '9999999')`),
      );
      await expect(asControlPlane).rejects.toMatchObject({ cause: { code: '42501' } });
      const month = { begin: new Date('2025-03-01'), end: new Date('2025-04-01') };
      const told = await database.withControlPlane('read', (tx) => selectAlike(tx, month, 10));
      expect(told).toEqual([
        { environmentId, tenantId: 'globex', action: 'auth.login' },
        { environmentId, tenantId: 'globex', action: 'auth.logout' },
        { environmentId, tenantId: 'initech', action: 'auth.login' },
      ]);
      // The server is stopped, and then there is a hold, each while archives are written. Nothing is taken away, by either way.
      const stopping = new AbortController();
      const stop = () => Promise.resolve(stopping.abort());
      expect(await prune(beforeReadingBack(all, stop), stopping.signal)).toEqual([]);
      const hold = { keep: '90d', legalHold: true, appliesTo: { actions: ['auth.logout'] } };
      const problems = await prune(beforeReadingBack(all, () => apply({ ...policies, hold })));
      expect(problems.map(String)).toEqual([expect.stringContaining('have changed since they were read')]);
      expect(await kept(all)).toEqual({ entries: 3, personal: 1, prunings: 0, turns: 0 });
      expect(written().size).toBe(2);
      await apply(policies);
      // Killed when the month is gone, before what is personal is: the next deletes it, though nothing else is left to do.
      const killing = new AbortController();
      const record: RecordBeside = async (...given) => {
        killing.abort();
        return recordingBeside(server.host)(...given);
      };
      expect(await prune({ record }, killing.signal)).toEqual([]);
      expect(await kept(all)).toEqual({ entries: 0, personal: 1, prunings: 2, turns: 1 });
      expect(await prune()).toEqual([]);
      expect(await database.withControlPlane('read', (tx) => selectNewest(tx, month, sealerName))).toBe(null);
      const [[name, archive] = ['', ''], ...more] = written();
      expect(more).toHaveLength(2);
      expect(name).toMatch(/globex\/1-2-arc_/u);
      expect(await verified(archive)).toEqual({ valid: true, entries: 2, first: 1, last: 2 });
      await seal();
      expect(await left('globex')).toEqual(['3 auth.login', '4 audit.pruned']);
      expect(await left('initech')).toEqual(['2 audit.pruned']);
      expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 2, first: 3, last: 4 });
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute(
          sql`SELECT to_regclass('audit_entries_2025_03') AS month, (SELECT count(*)::int FROM audit_personal) AS personal, (SELECT count(*)::int FROM audit_turns) AS turns,
          (SELECT count(DISTINCT xmin::text)::int FROM audit_prunings) AS transactions`,
        ),
      );
      expect(rows).toEqual([{ month: null, personal: 0, turns: 0, transactions: 1 }]);
    });
  });
});
