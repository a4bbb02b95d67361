import { describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { bounds } from '../../../../src/components/features/experiments/keeping/forget-some.ts';
import { keepingWorker } from '../../../../src/components/features/experiments/keeping/keeping-worker.ts';
import type { ExperimentResults } from '../../../../src/components/features/experiments/results.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const day = 86_400_000;
const rollout = {
  variations: { on: true, off: false },
  fallthrough: { rollout: { on: 50, off: 50 } },
};
const experiment = { control: 'off', metrics: [{ key: 'orders', event: 'ordered', measure: 'count' }] };
const flags: { readonly [name: string]: JsonObject } = {
  'EventSchema/ordered': {},
  'Flag/running': { ...rollout, experiment },
  'Flag/ending': { ...rollout, experiment: { ...experiment, end: '2026-12-01' } },
};

async function start(database: Database, within = bounds) {
  const { admin, call, clock, server, key } = await startServer(database, {
    operations: wholeTable,
    workers: [keepingWorker(within)],
  });
  const headers = admin();
  const seed = seedsOn({ call, headers });
  await seed.resources(flags);
  const seedIn = (as: typeof headers) => seedsOn({ call, headers: as }).resources(flags);
  const send = async (path: string, body: JsonObject, as = headers) =>
    (await call('POST', path, { headers: as, body })).json;
  return {
    seed,
    admin,
    clock,
    key,
    seedIn,
    work: () => server.work(),
    expose: (flag: string, units: readonly string[], as = headers, at = clock.now()) =>
      send(
        '/v1/flag-reports',
        {
          exposures: units.map((unit) => ({
            flag,
            variation: 'on',
            by: 'user.key',
            unit,
            at: at.toISOString(),
          })),
        },
        as,
      ),
    observe: (units: readonly string[], as = headers) =>
      send(
        '/v1/experiments/observations',
        {
          observations: units.map((unit) => ({
            by: 'user.key',
            unit,
            event: 'ordered',
            at: clock.now().toISOString(),
          })),
        },
        as,
      ),
    results: async (flag: string): Promise<ExperimentResults> =>
      (await call('GET', `/v1/experiments/${flag}/results`, { headers })).json as unknown as ExperimentResults,
    rows: async (table: 'exposures' | 'observations') => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ unit: string }>(sql`select unit from ${sql.identifier(table)}
          where environment_id in (select id from environments where project_id in (select id from projects where key = 'acme'))
          order by unit`),
      );
      return rows.map(({ unit }) => unit.replace('user.key=', ''));
    },
  };
}

anyDatabase((databases) => {
  describe('what is kept of experiments', () => {
    it('FR-F008 is all of one that goes on, and of one that is over what is not 90 days old', async () => {
      const { clock, expose, observe, results, rows, work } = await start(await databases.shared());
      await expose('ending', ['ada']);
      await expose('running', ['bob']);
      await observe(['ada', 'bob']);
      expect(await results('running')).toMatchObject({ keptUntil: null });
      expect(await results('ending')).toMatchObject({ keptUntil: '2027-03-01T00:00:00.000Z', units: 1 });
      clock.advance(Date.parse('2027-02-28T23:00:00Z') - clock.now().getTime());
      await work();
      expect(await rows('exposures')).toEqual(['ada', 'bob']);
      clock.advance(2 * 3_600_000);
      await work();
      expect(await rows('exposures')).toEqual(['bob']);
      // What was after the first exposure that is kept may still count.
      expect(await rows('observations')).toEqual(['ada', 'bob']);
      expect(await results('ending')).toMatchObject({ keptUntil: '2027-03-01T00:00:00.000Z', units: 0 });
      expect((await results('running')).metrics[0]?.variations[1]).toMatchObject({ units: 1, mean: 1 });
    });

    it('FR-F008 is of an archived flag what came in 90 days, and of one that is gone what is not 90 days old', async () => {
      const { clock, expose, results, rows, seed, work } = await start(await databases.shared());
      await expose('running', ['ada']);
      await expose('ending', ['bob']);
      clock.advance(60 * day);
      await seed.resources({
        'Flag/running': { ...rollout, experiment, state: 'archived' },
        'Flag/ending': rollout,
      });
      await expose('running', ['cy']);
      await expose('ending', ['dee']);
      clock.advance(31 * day);
      await work();
      // Archived 31 days ago; no experiment any more, and told of 91 days ago.
      expect(await rows('exposures')).toEqual(['ada', 'cy', 'dee']);
      expect((await results('running')).keptUntil).toBe(new Date(clock.now().getTime() + 59 * day).toISOString());
      clock.advance(60 * day);
      await work();
      expect(await rows('exposures')).toEqual([]);
    });

    it('FR-F008 begins to be over when a schedule archives the flag', async () => {
      const { results, seed, clock } = await start(await databases.shared());
      const schedule = [
        { at: '2027-01-07', state: 'archived' },
        { at: '2027-02-01', state: 'on' },
      ];
      await seed.resources({ 'Flag/running': { ...rollout, experiment, schedule } });
      expect((await results('running')).keptUntil).toBeNull();
      clock.advance(60 * day);
      expect((await results('running')).keptUntil).toBe('2027-04-07T00:00:00.000Z');
      clock.advance(30 * day);
      expect((await results('running')).keptUntil).toBeNull();
    });

    it('FR-F008 is no more than the cap, the oldest cut away and the results saying so', async () => {
      const { clock, expose, key, observe, results, rows, seed, work } = await start(await databases.shared(), {
        most: 4,
        atOnce: 2,
      });
      const { headers: publishable } = await key({ type: 'publishable', scopes: ['flags:read'] });
      const began = clock.now().getTime();
      const everyHour = async (units: readonly string[], as?: typeof publishable): Promise<void> => {
        for (const unit of units) {
          clock.advance(3_600_000);
          await expose('running', [unit], as);
          await observe([unit], as);
        }
      };
      await everyHour(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9']);
      expect((await results('running')).cut).toEqual({ exposures: null, observations: null });
      await work();
      const upTo = new Date(began + 5 * 3_600_000).toISOString();
      expect(await rows('exposures')).toEqual(['a6', 'a7', 'a8', 'a9']);
      expect(await rows('observations')).toEqual(['a6', 'a7', 'a8', 'a9']);
      expect(await results('running')).toMatchObject({ units: 4, cut: { exposures: upTo, observations: upTo } });

      // Whoever has a publishable key pushes out nothing that a secret key told of.
      await everyHour(['p1', 'p2', 'p3', 'p4', 'p5', 'p6'], publishable);
      await work();
      const kept = ['a6', 'a7', 'a8', 'a9', 'p3', 'p4', 'p5', 'p6'];
      expect(await rows('exposures')).toEqual(kept);
      expect(await rows('observations')).toEqual(kept);

      // An experiment that began later lost nothing.
      await seed.resources({ 'Flag/later': { ...rollout, experiment } });
      expect((await results('later')).cut).toEqual({ exposures: null, observations: null });
    });

    it('FR-F008 is another environment’s own, and a clock that is 90 days slow is not believed', async () => {
      const { admin, clock, expose, rows, seedIn, work } = await start(await databases.shared(), {
        most: 2,
        atOnce: 100,
      });
      const [headers, elsewhere] = [admin(), admin('staging')];
      await seedIn(elsewhere);
      expect(await expose('running', ['late'], headers, new Date(clock.now().getTime() - 91 * day))).toEqual({
        accepted: 0,
        dropped: 1,
      });
      await expose('running', ['ada', 'bob']);
      await expose('running', ['cy', 'dee'], elsewhere);
      await work();
      expect(await rows('exposures')).toEqual(['ada', 'bob', 'cy', 'dee']);
    });
  });
});
