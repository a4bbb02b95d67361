import { describe, expect, it } from 'vitest';
import type { ExperimentResults } from '../../../../src/components/features/experiments/results.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type Headers, startSignedIn } from '../../../support/signed-in.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';

const metrics = [
  { key: 'orders', event: 'ordered' },
  { key: 'times', event: 'ordered', measure: 'count' },
  { key: 'revenue', event: 'ordered', measure: 'sum', property: 'total' },
  { key: 'basket', event: 'ordered', measure: 'mean', property: 'total' },
];

const flags = {
  'EventSchema/ordered': { properties: { total: 'number' } },
  'Flag/plain': { variations: { on: true, off: false } },
  'Flag/layout': {
    variations: { classic: 1, single: 2 },
    fallthrough: { rollout: { classic: 50, single: 50 } },
    experiment: { control: 'classic', metrics, end: '2100-01-01' },
  },
};

async function start(database: Database) {
  const { admin, call, clock } = await startServer(database, { operations: wholeTable });
  const headers = admin();
  await seedsOn({ call, headers }).resources(flags);
  clock.advance(2 * 3_600_000);
  const now = clock.now().getTime();
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  const send = async (path: string, body: JsonObject) => (await call('POST', path, { headers, body })).json;
  return {
    at,
    expose: (exposures: readonly (readonly [unit: string, variation: string, minutes: number])[]) =>
      send('/v1/flag-reports', {
        exposures: exposures.map(([unit, variation, minutes]) => ({
          flag: 'layout',
          variation,
          by: 'user.key',
          unit,
          at: at(minutes),
        })),
      }),
    reported: (exposures: readonly JsonObject[]) => send('/v1/flag-reports', { exposures: [...exposures] }),
    observe: (observations: readonly JsonObject[]) =>
      send('/v1/experiments/observations', {
        observations: observations.map((one) => ({ by: 'user.key', event: 'ordered', ...one })),
      }),
    results: async (flag = 'layout') => {
      const { code, json } = await call('GET', `/v1/experiments/${flag}/results`, { headers });
      return { code, found: json as unknown as ExperimentResults };
    },
  };
}

anyDatabase((databases) => {
  describe('results of experiments', () => {
    it('FR-F008 count each unit once, from its first exposure on, and none that was dealt two variations', async () => {
      const { at, expose, observe, results } = await start(await databases.shared());
      await expose([
        ['ada', 'classic', -60],
        ['bob', 'single', -60],
        ['cy', 'single', -60],
        ['dee', 'classic', -60],
        ['eve', 'classic', -60],
        ['eve', 'single', -30],
      ]);
      await expose([
        ['ada', 'classic', -90],
        ['bob', 'single', -10],
        ['nobody', 'gone', -10],
      ]);
      const twice = { unit: 'bob', properties: { total: 30 }, at: at(-20), id: 'order-1' };
      await observe([
        { unit: 'ada', properties: { total: 10 }, at: at(-80) },
        { unit: 'ada', properties: { total: 99 }, at: at(-91) },
        { unit: 'bob', properties: { total: 10 }, at: at(-50) },
        { unit: 'cy', at: at(-50) },
        { unit: 'dee', event: 'opened', at: at(-50) },
        { unit: 'eve', properties: { total: 500 }, at: at(-50) },
        twice,
      ]);
      expect(await observe([twice])).toEqual({ accepted: 1, dropped: 0 });

      const { found } = await results();
      expect(found).toMatchObject({
        control: 'classic',
        end: '2100-01-01T00:00:00.000Z',
        units: 4,
        quarantined: 1,
        variations: [
          { variation: 'classic', units: 2, expectedShare: 0.5 },
          { variation: 'single', units: 2, expectedShare: 0.5 },
        ],
        sampleRatio: { statistic: 0, degrees: 1, pValue: 1, mismatch: false },
      });
      const means = found.metrics.map(({ key, variations }) => [
        key,
        ...variations.map(({ mean, units }) => [units, mean]),
      ]);
      expect(means).toEqual([
        ['orders', [2, 0.5], [2, 1]],
        ['times', [2, 0.5], [2, 1.5]],
        ['revenue', [2, 5], [2, 20]],
        ['basket', [1, 10], [1, 20]],
      ]);
    });

    it('FR-F008 decide by the goal once the evidence holds at any time, and tell of a split that is no chance', async () => {
      const { expose, observe, results } = await start(await databases.shared());
      const units = Array.from({ length: 900 }, (_, index) => `u${index}`);
      await expose(units.map((unit, index) => [unit, index < 600 ? 'classic' : 'single', -60] as const));
      await observe(
        units
          .filter((_, index) => (index < 600 ? index % 10 === 0 : index % 2 === 0))
          .map((unit) => ({ unit, id: `order of ${unit}`, properties: { total: 5 } })),
      );
      const { found } = await results();
      expect(found.sampleRatio).toMatchObject({ statistic: 100, mismatch: true });
      const [orders] = found.metrics;
      expect(orders?.variations.map(({ mean, verdict }) => [mean.toFixed(9), verdict])).toEqual([
        ['0.100000000', 'control'],
        ['0.500000000', 'better'],
      ]);
      const { comparison, once } = orders?.variations[1] ?? {};
      expect(comparison?.difference).toBeCloseTo(0.4, 12);
      expect(comparison?.lift).toBeCloseTo(4, 12);
      expect(comparison?.correctedPValue).toBeGreaterThanOrEqual(comparison?.pValue ?? 1);
      expect(once?.chiSquare?.pValue).toBeLessThan(1e-20);
      expect(comparison?.interval.from).toBeLessThan(once?.welch?.interval.from ?? 0);
    });

    it('FR-F008 stand whatever a publishable key tells of what a secret key or the user told of', async () => {
      const server = await startSignedIn(await databases.shared());
      await server.seed.resources(flags);
      const { headers: key } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
      const user = { ...(await server.as('ada')), ...key };
      const expose = async (headers: Headers, unit: string, variation: string) => {
        const body = { exposures: [{ flag: 'layout', variation, by: 'user.key', unit }] };
        expect((await server.call('POST', '/v1/flag-reports', { headers, body })).json).toEqual(taken);
      };
      const taken = { accepted: 1, dropped: 0 };
      const order = async (headers: Headers, total: number) => {
        const one = { by: 'user.key', unit: 'bob', event: 'ordered', id: 'order-1', properties: { total } };
        const body = { observations: [one] };
        expect((await server.call('POST', '/v1/experiments/observations', { headers, body })).json).toEqual(taken);
      };
      await expose(server.admin(), 'bob', 'classic');
      await expose(user, 'ada', 'single');
      for (const unit of ['ada', 'bob', 'eve']) {
        await expose(key, unit, 'classic');
        await expose(key, unit, 'single');
      }
      await order(key, 99);
      await order(server.admin(), 10);
      const { json } = await server.call('GET', '/v1/experiments/layout/results', { headers: server.admin() });
      expect(json).toMatchObject({
        quarantined: 1,
        variations: [
          { variation: 'classic', units: 1 },
          { variation: 'single', units: 1 },
        ],
      });
      const { metrics: measured } = json as unknown as ExperimentResults;
      expect(measured.map(({ variations }) => variations[0]?.mean)).toEqual([1, 1, 10, 10]);
    });

    it('FR-F008 hold nothing that could not be kept or measured, and all that came with it', async () => {
      const { expose, observe, reported, results } = await start(await databases.shared());
      await expose([['ada', 'classic', -60]]);
      const far = '\u{20000}'.repeat(1000);
      const moments = ['2016-12-31T23:59:60Z', '0000-01-01T00:00:00Z'];
      const odd = [{ unit: far }, ...moments.map((at) => ({ unit: 'ada', at }))];
      const one = { by: 'user.key', flag: 'layout', variation: 'classic' };
      expect(await reported([...odd, { unit: 'bob' }].map((told) => ({ ...one, ...told })))).toEqual({
        accepted: 1,
        dropped: 3,
      });
      const huge = [1.7e308, 1.7e308, -1e16].map((total) => ({ unit: 'ada', properties: { total } }));
      const good = { unit: 'ada', properties: { total: 10 } };
      expect(await observe([...odd, ...huge, good])).toEqual({ accepted: 1, dropped: 6 });
      const { found } = await results();
      expect(found.metrics[2]?.variations[0]).toMatchObject({ units: 2, mean: 5 });
    });

    it('FR-F008 are of a live flag with an experiment, and empty before anybody takes part', async () => {
      const { results } = await start(await databases.shared());
      expect((await results('plain')).code).toBe('experiments/unknown');
      expect((await results('nowhere')).code).toBe('experiments/unknown');
      expect((await results()).found).toMatchObject({
        units: 0,
        sampleRatio: null,
        metrics: metrics.map(({ key }) => ({ key, variations: [{ verdict: 'control' }, { verdict: 'undecided' }] })),
      });
    });
  });
});
