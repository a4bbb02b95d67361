import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEndpoints } from '../../../../src/components/events/impact/compare-endpoints.ts';
import { toEndpoint } from '../../../../src/components/events/webhooks/endpoint.ts';
import { wants } from '../../../../src/components/events/webhooks/fan-out/wants.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startWorld } from '../webhooks/world.ts';

const endpoint = (body: JsonObject) => toEndpoint('main', { url: 'https://a.acme.com', ...body });
const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

describe('what a changed endpoint is told of', () => {
  const events = [
    { tenantId: 'globex', type: 'invoice.paid', count: 5 },
    { tenantId: 'initech', type: 'invoice.paid', count: 2 },
    { tenantId: null, type: 'flag.updated', count: 3 },
  ];
  const all = endpoint({ events: ['*'] });

  it.each([
    ['a new one', null, all, {}, { 'invoice.paid': 7, 'flag.updated': 3 }, {}],
    ['one that goes', all, null, { 'invoice.paid': 7, 'flag.updated': 3 }, {}, {}],
    [
      'one that is switched off',
      all,
      endpoint({ events: ['*'], enabled: false }),
      { 'invoice.paid': 7, 'flag.updated': 3 },
      {},
      {},
    ],
    ['fewer patterns', all, endpoint({ events: ['flag.*'] }), { 'invoice.paid': 7 }, {}, {}],
    [
      'one of the tenants',
      all,
      endpoint({ events: ['*'], tenants: ['initech'] }),
      { 'invoice.paid': 5, 'flag.updated': 3 },
      {},
      {},
    ],
    [
      'another tenant',
      endpoint({ events: ['*'], tenants: ['globex'] }),
      endpoint({ events: ['*'], tenants: ['initech'] }),
      { 'invoice.paid': 5 },
      { 'invoice.paid': 2 },
      {},
    ],
    [
      'another address',
      all,
      endpoint({ events: ['flag.*'], url: 'https://b' }),
      { 'invoice.paid': 7 },
      {},
      { 'flag.updated': 3 },
    ],
    ['nothing of this', all, endpoint({ events: ['*'], timeout: '3s' }), {}, {}, {}],
  ] as const)('%s', (_, before, after, stopped, started, moved) => {
    const found = compareEndpoints(before, after, events);
    expect(Object.fromEntries(found.stopped)).toEqual(stopped);
    expect(Object.fromEntries(found.started)).toEqual(started);
    expect(Object.fromEntries(found.moved)).toEqual(moved);
  });

  it('is what fan-out then does with each event', () => {
    const tenant = fc.constantFrom('globex', 'initech', 'hooli');
    const body = fc.record(
      {
        events: fc.array(fc.constantFrom('*', 'a.*', '*.b', 'a.b', 'c'), { maxLength: 3 }),
        tenants: fc.uniqueArray(tenant, { minLength: 1 }),
        enabled: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const event = fc.record({
      tenantId: fc.option(tenant),
      type: fc.constantFrom('a.b', 'a.c', 'c', 'd.b'),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.option(body), fc.option(body), fc.array(event), (before, after, happened) => {
        const [was, is] = [before, after].map((one) => (one === null ? null : endpoint(one)));
        const found = compareEndpoints(was ?? null, is ?? null, happened);
        const at = new Date(0);
        const told = (one: typeof was, given: (typeof happened)[number]): number =>
          one !== null &&
          one !== undefined &&
          wants(one, { begun: '5', createdAt: at }, { ...given, transaction: '5', createdAt: at })
            ? given.count
            : 0;
        const sums = happened.map((given) => told(is, given) - told(was, given));
        expect(total(found.started)).toBe(sums.filter((sum) => sum > 0).reduce((sum, one) => sum + one, 0));
        expect(total(found.stopped)).toBe(sums.filter((sum) => sum < 0).reduce((sum, one) => sum - one, 0));
      }),
    );
  });
});

eachDatabase((databases) => {
  it('a plan says which types of events an endpoint stops and starts to get, and which calls are dropped', async () => {
    const world = await startWorld(await databases.shared());
    const impactOf = async (resources: JsonObject): Promise<JsonObject> => {
      const list = Object.entries(resources).map(([key, body]) => ({ kind: 'WebhookEndpoint', key, body }));
      const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
      const desired = { project: 'acme', environment: 'development', settings, resources: list };
      const { changes } = await world.admin('POST', '/v1/changesets', { desired, adopt: true });
      return objectOf(objectOf(listOf(changes)[0])['impact']);
    };
    const main = { url: `${world.receiver.url}/main`, secret: '${secrets.HOOK}', events: ['invoice.*'] };
    await world.endpoint('main', main);
    await world.happen('invoice.paid', { tenant: 'globex' });
    world.test.clock.advance(31 * 86_400_000);
    await world.happen('invoice.paid', { tenant: 'globex' });
    await world.happen('invoice.sent', { tenant: 'globex' });
    await world.happen('flag.updated');
    await world.fanOut();
    expect(await impactOf({ main: { ...main, events: ['invoice.sent', 'flag.*'] } })).toMatchObject({
      status: 'some',
      figures: { eventTypesStopped: 1, eventTypesStarted: 1 },
      effects: [
        {
          text: '1 type of event is not sent any more, 1 event in the last 30 days',
          affected: [{ name: 'invoice.paid (1)', subject: { type: 'event', id: 'invoice.paid' } }],
        },
        {
          text: '1 type of event is sent from now on, 1 event in the last 30 days',
          affected: [{ name: 'flag.updated (1)' }],
        },
      ],
    });
    expect(await impactOf({ main: { ...main, timeout: '3s' } })).toMatchObject({
      status: 'none',
      reason: 'what it is told of stays, of all that happened in the last 30 days',
    });
    const gone = await world.admin('DELETE', '/v1/resources/WebhookEndpoint/main');
    expect(objectOf(gone['changeset'])['changes']).toMatchObject([
      {
        impact: {
          figures: { eventTypesDropped: 2, eventTypesStopped: 2 },
          effects: [
            {
              figure: 'eventTypesStopped',
              text: '2 types of events are not sent any more, 2 events in the last 30 days',
            },
            {
              figure: 'eventTypesDropped',
              text: '3 events that waited are never sent, of 2 types of events',
              affected: [{ name: 'invoice.paid (2)' }, { name: 'invoice.sent (1)' }],
            },
          ],
        },
      },
    ]);
  });
});
