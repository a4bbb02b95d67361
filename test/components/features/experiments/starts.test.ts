import { describe, expect, it } from 'vitest';
import type { ExperimentResults } from '../../../../src/components/features/experiments/results.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const day = 86_400_000;
const plain = { variations: { a: 1, b: 2 }, fallthrough: { rollout: { a: 50, b: 50 } } };
const experiment = { control: 'a', metrics: [{ key: 'orders', event: 'ordered', measure: 'count' }] };
const measured = { ...plain, experiment };

async function start(database: Database) {
  const { admin, call, clock } = await startServer(database, { operations: wholeTable });
  const headers = admin();
  const began = clock.now().getTime();
  const daysOn = (days: number): string => new Date(began + days * day).toISOString();
  const send = async (method: 'POST' | 'PUT', path: string, body: JsonObject) => {
    const answer = await call(method, path, { headers, body });
    if (answer.status >= 300) throw new Error(answer.text);
  };
  const apply = async (flags: { readonly [key: string]: JsonObject }) => {
    const resources = Object.entries(flags).map(([key, { movedFrom, ...body }]) => ({
      kind: 'Flag',
      key,
      body,
      ...(typeof movedFrom === 'string' ? { movedFrom } : {}),
    }));
    const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
    const schema = { kind: 'EventSchema', key: 'ordered', body: {} };
    const desired = { project: 'acme', environment: 'development', settings, resources: [schema, ...resources] };
    await send('POST', '/v1/revisions', { desired, adopt: true, dryRun: false, author: 'ada@acme.com' });
  };
  const to = (days: number): void => clock.advance(began + days * day - clock.now().getTime());
  return {
    apply,
    daysOn,
    put: (flag: string, body: JsonObject) => send('PUT', `/v1/flags/${flag}`, { body }),
    create: async (key: string, body: JsonObject) => {
      await seedsOn({ call, headers }).resources({ 'EventSchema/ordered': {} });
      await send('POST', '/v1/flags', { key, body });
    },
    to,
    /** On the n-th day. */
    expose: (flag: string, unit: string, variation: string, days: number) =>
      send('POST', '/v1/flag-reports', {
        exposures: [{ flag, variation, by: 'user.key', unit, at: daysOn(days) }],
      }),
    observe: (unit: string, days: number) =>
      send('POST', '/v1/experiments/observations', {
        observations: [{ by: 'user.key', unit, event: 'ordered', at: daysOn(days) }],
      }),
    results: async (flag: string) => {
      const { json } = await call('GET', `/v1/experiments/${flag}/results`, { headers });
      const { metrics, quarantined, start: from, variations } = json as unknown as ExperimentResults;
      const units = variations.map(({ variation, units: some }) => `${variation} ${some}`).join(', ');
      return { from, units, quarantined, means: metrics[0]?.variations.map(({ mean }) => mean) };
    },
  };
}

anyDatabase((databases) => {
  describe('FR-F008 an experiment without a start', () => {
    it('counts nothing from before the apply that added it', async () => {
      const { apply, daysOn, expose, observe, results, to } = await start(await databases.shared());
      await apply({ layout: plain });
      to(20);
      await apply({ layout: measured });
      await expose('layout', 'ada', 'a', 10);
      await observe('ada', 11);
      expect(await results('layout')).toEqual({ from: daysOn(20), units: 'a 0, b 0', quarantined: 0, means: [0, 0] });
      to(30);
      await expose('layout', 'ada', 'a', 25);
      await observe('ada', 24);
      await observe('ada', 26);
      // Told late, and of an exposure from before: the one since stands.
      await expose('layout', 'ada', 'a', 19);
      expect(await results('layout')).toEqual({ from: daysOn(20), units: 'a 1, b 0', quarantined: 0, means: [1, 0] });
      await expose('layout', 'ada', 'a', 23);
      expect(await results('layout')).toMatchObject({ means: [2, 0] });
    });

    it('begins anew where it was taken away and added again, with everybody who comes back', async () => {
      const { create, daysOn, expose, observe, put, results, to } = await start(await databases.shared());
      await create('layout', measured);
      await expose('layout', 'ada', 'a', 0);
      await expose('layout', 'bob', 'a', 0);
      await observe('ada', 1);
      to(5);
      expect(await results('layout')).toMatchObject({ from: daysOn(0), units: 'a 2, b 0', means: [0.5, 0] });
      await put('layout', plain);
      to(6);
      await put('layout', measured);
      expect(await results('layout')).toMatchObject({ from: daysOn(6), units: 'a 0, b 0' });
      to(8);
      await expose('layout', 'ada', 'a', 7);
      await expose('layout', 'bob', 'b', 7);
      await observe('bob', 8);
      expect(await results('layout')).toEqual({
        from: daysOn(6),
        units: 'a 1, b 1',
        quarantined: 0,
        means: [0, 1],
      });
    });

    it('goes on whatever else is changed about the flag, under another key too', async () => {
      const { apply, daysOn, results, to } = await start(await databases.shared());
      await apply({ first: measured, other: plain });
      to(1);
      await apply({ first: { ...measured, experiment: { ...experiment, end: '2100-01-01' } }, other: measured });
      to(2);
      await apply({
        second: { ...measured, movedFrom: 'first' },
        third: { ...measured, movedFrom: 'other' },
        new: measured,
      });
      expect((await results('second')).from).toBe(daysOn(0));
      expect((await results('third')).from).toBe(daysOn(1));
      expect((await results('new')).from).toBe(daysOn(2));
      to(3);
      await apply({});
      to(4);
      await apply({ second: measured });
      expect((await results('second')).from).toBe(daysOn(4));
    });

    it('counts who comes back after a start that was moved on', async () => {
      const { create, daysOn, expose, put, results, to } = await start(await databases.shared());
      await create('layout', { ...plain, experiment: { ...experiment, start: daysOn(-5) } });
      await expose('layout', 'ada', 'a', -6);
      await expose('layout', 'bob', 'b', -4);
      expect(await results('layout')).toMatchObject({ from: daysOn(-5), units: 'a 0, b 1' });
      await put('layout', { ...plain, experiment: { ...experiment, start: daysOn(3) } });
      to(4);
      await expose('layout', 'bob', 'b', 4);
      expect(await results('layout')).toMatchObject({ from: daysOn(3), units: 'a 0, b 1' });
    });
  });
});
