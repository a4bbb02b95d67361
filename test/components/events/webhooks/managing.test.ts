import { sql } from 'drizzle-orm';
import Stripe from 'stripe';
import { expect, it } from 'vitest';
import { webhookCalls } from '../../../../src/components/events/webhooks/fan-out/tell-endpoint.ts';
import { insertDomainEvents } from '../../../../src/db/domain-events.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { textOf } from '../../../support/test-server.ts';
import { startWorld, type WebhookWorld } from './world.ts';

const { webhooks } = new Stripe('sk_test_unused');
const hour = 3_600_000;

const dataOf = (answer: JsonObject): readonly JsonObject[] => answer['data'] as readonly JsonObject[];
const codeOf = async (
  { test }: WebhookWorld,
  method: 'GET' | 'POST',
  path: string,
  body?: JsonObject,
): Promise<string> => {
  const answer = await test.call(method, path, { headers: test.admin(), ...(body === undefined ? {} : { body }) });
  return `${answer.status} ${answer.code}`;
};

anyDatabase((databases) => {
  it('shows how endpoints and deliveries stand', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/half', 'good', 'down');
    await world.endpoint('half', { name: 'Half', events: ['a.*'] });
    const first = await world.happen('a.b', { tenant: 'north' });
    await world.deliver('half');
    const second = await world.happen('a.c');
    await world.deliver('half');
    const now = '2026-11-20T09:00:00.000Z';
    expect(dataOf(await world.admin('GET', '/v1/webhook-endpoints'))).toStrictEqual([
      {
        key: 'half',
        name: 'Half',
        url: `${world.receiver.url}/half`,
        events: ['a.*'],
        status: 'active',
        disabledAt: null,
        disabledBecause: null,
        failingSince: now,
        pending: 1,
        secret: 'configured',
      },
    ]);
    const list = await world.admin('GET', '/v1/webhook-endpoints/half/deliveries');
    const delivered = { eventId: first, eventType: 'a.b', tenantId: 'north', state: 'delivered', lastStatus: 200 };
    const failed = { eventId: second, eventType: 'a.c', tenantId: null, state: 'pending', lastProblem: 'answered 500' };
    expect(dataOf(list)).toHaveLength(2);
    expect(dataOf(list)).toEqual(
      expect.arrayContaining([delivered, failed].map((row) => expect.objectContaining(row))),
    );
    const pending = await world.admin('GET', '/v1/webhook-endpoints/half/deliveries?state=pending');
    expect(dataOf(pending)).toMatchObject([{ ...failed, calls: 1, createdAt: now, finishedAt: null }]);
    const id = textOf(dataOf(pending)[0]?.['id']);
    expect(await world.admin('GET', `/v1/webhook-deliveries/${id}`)).toMatchObject({
      ...failed,
      attempts: [{ at: now, status: 500, problem: 'answered 500' }],
    });
    expect(
      await Promise.all([
        codeOf(world, 'GET', '/v1/webhook-endpoints/none/deliveries'),
        codeOf(world, 'GET', '/v1/webhook-deliveries/whd_none'),
        codeOf(world, 'POST', '/v1/webhook-deliveries/whd_none/replay'),
        codeOf(world, 'POST', '/v1/webhook-endpoints/none/enable'),
      ]),
    ).toStrictEqual([
      '404 webhooks/unknown-endpoint',
      '404 webhooks/unknown-delivery',
      '404 webhooks/unknown-delivery',
      '404 webhooks/unknown-endpoint',
    ]);
  });

  it('calls nobody that was disabled, and goes on with what was pending once enabled', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('hook');
    await world.happen('before');
    await world.fanOut();
    expect(await world.admin('POST', '/v1/webhook-endpoints/hook/disable')).toMatchObject({
      status: 'disabled',
      disabledBecause: 'asked',
      pending: 1,
    });
    await world.happen('meanwhile');
    await world.deliver('hook');
    expect(world.receiver.calls()).toStrictEqual([]);
    expect(await world.admin('POST', '/v1/webhook-endpoints/hook/enable')).toMatchObject({ status: 'active' });
    await world.deliver('hook');
    // That the endpoint is enabled again is something that has happened, too.
    expect(typesTold(world)).toStrictEqual(['before', 'webhook.enabled']);
  });

  it('P05 replays one delivery, or all that happened in a time', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('hook', { events: ['a.*'] });
    world.receiver.behave('/hook', 'gone', 'good');
    await world.happen('a.first');
    await world.deliver('hook');
    world.test.clock.advance(hour);
    await world.happen('a.second');
    await world.happen('b.other');
    await world.fanOut();
    world.test.clock.advance(hour);
    await world.admin('POST', '/v1/webhook-endpoints/hook/enable');
    await world.deliver('hook');
    expect(typesTold(world)).toStrictEqual(['a.first']);
    const replay = (body: JsonObject) => world.admin('POST', '/v1/webhook-endpoints/hook/replay', body);
    const since = '2026-11-20T09:00:00Z';
    expect(await replay({ since, until: '2026-11-20T09:30:00Z', undeliveredOnly: true })).toStrictEqual({
      replayed: 1,
      endpointStatus: 'active',
    });
    await world.deliver('hook');
    expect(await replay({ since, undeliveredOnly: true })).toStrictEqual({ replayed: 1, endpointStatus: 'active' });
    await world.deliver('hook');
    expect(await replay({ since, types: ['b.*'] })).toStrictEqual({ replayed: 1, endpointStatus: 'active' });
    await world.deliver('hook');
    expect(typesTold(world)).toStrictEqual(['a.first', 'a.first', 'a.second', 'b.other']);
    const [{ id = null } = {}] = dataOf(await world.admin('GET', '/v1/webhook-endpoints/hook/deliveries?limit=1'));
    await world.admin('POST', `/v1/webhook-deliveries/${textOf(id)}/replay`);
    await world.deliver('hook');
    expect(world.receiver.calls()).toHaveLength(5);
    expect((await world.deliveries('hook')).map(({ state }) => state)).toStrictEqual([
      'delivered',
      'delivered',
      'delivered',
    ]);
    expect(await codeOf(world, 'POST', '/v1/webhook-endpoints/hook/replay', { since: 'soon' })).toBe(
      '400 events/unreadable-date',
    );
  });

  it('P05 counts for the limit of a replay what it would deliver, and nothing else that has happened', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    await world.endpoint('hook', { events: ['a.*'], tenants: ['north'] });
    const many = (name: string, type: string, tenant: string | null) =>
      database.withEnvironment(world.scope, 'write', ({ tx }) =>
        tx.execute(sql`
          INSERT INTO domain_events (id, environment_id, tenant_id, type, subject, payload, created_at)
          SELECT 'evt_' || ${name} || n, ${world.scope.environmentId}, ${tenant}, ${type}, 'thing/1', '{}',
            ${world.test.clock.now().toISOString()}::timestamptz
          FROM generate_series(1, 10001) AS n`),
      );
    await many('type', 'b.other', 'north');
    await many('tenant', 'a.first', 'south');
    await many('none', 'a.first', null);
    for (let made = 0; made < 3; made += 1) await world.happen('a.first', { tenant: 'north' });
    world.test.clock.advance(hour);
    const replay = (body: JsonObject) => world.admin('POST', '/v1/webhook-endpoints/hook/replay', body);
    const refusal = (body: JsonObject) => codeOf(world, 'POST', '/v1/webhook-endpoints/hook/replay', body);
    const since = '2026-11-20T09:00:00Z';
    expect(await replay({ since })).toMatchObject({ replayed: 3 });
    expect(await refusal({ since, types: ['b.*'] })).toBe('400 webhooks/too-many-events');
    // Where most of it came through, the rest is little.
    await many('told', 'a.told', 'north');
    world.test.clock.advance(hour);
    expect(await refusal({ since, undeliveredOnly: true })).toBe('400 webhooks/too-many-events');
    await database.withEnvironment(world.scope, 'write', ({ tx }) =>
      tx.execute(sql`
        INSERT INTO webhook_deliveries (id, environment_id, endpoint, tenant_id, event_id, event_type, event_transaction, state, created_at)
        SELECT 'whd_' || id, environment_id, 'hook', tenant_id, id, type, transaction, 'delivered', created_at
        FROM domain_events WHERE type = 'a.told'`),
    );
    expect(await refusal({ since })).toBe('400 webhooks/too-many-events');
    expect(await replay({ since, undeliveredOnly: true })).toMatchObject({ replayed: 3 });
  });

  it('P06 says of a time to replay which end of it cannot be', async () => {
    const world = await startWorld(await databases.shared());
    const refused = async (body: JsonObject) => {
      const { json, status } = await world.test.call('POST', '/v1/webhook-endpoints/hook/replay', {
        headers: world.test.admin(),
        body,
      });
      return { status, error: json['error'] };
    };
    const since = '2099-01-01T00:00:00Z';
    const problem = (message: string, param: string) => ({
      status: 400,
      error: expect.objectContaining({ code: 'events/unreadable-date', message, param }),
    });
    expect(await refused({ since })).toEqual(problem('`since` lies in the future.', '/since'));
    expect(await refused({ since, until: '2098-01-01T00:00:00Z' })).toEqual(
      problem('`until` lies before `since`.', '/until'),
    );
  });

  it('P06 signs with two secrets while one is exchanged for the other', async () => {
    const world = await startWorld(await databases.shared());
    await world.admin('PUT', '/v1/resources/WebhookEndpoint/own', {
      body: { url: `${world.receiver.url}/own`, events: ['a.b'] },
    });
    const rotate = () => world.admin('POST', '/v1/webhook-endpoints/own/secret', { keepPreviousFor: '1h' });
    const first = textOf((await rotate())['secret']);
    expect(first).toMatch(/^whsec_[\w-]{43}$/);
    const { previousUntil, secret } = await rotate();
    expect(previousUntil).toBe('2026-11-20T10:00:00.000Z');
    const verifies = async (): Promise<readonly boolean[]> => {
      await world.happen('a.b');
      await world.deliver('own');
      const { body = '', headers = {} } = world.receiver.calls().at(-1) ?? {};
      const now = world.test.clock.now().getTime();
      return [first, textOf(secret)].map((held) => {
        try {
          webhooks.constructEvent(body, String(headers['x-platform-signature']), held, 300, undefined, now);
          return true;
        } catch {
          return false;
        }
      });
    };
    expect(await verifies()).toStrictEqual([true, true]);
    const path = '/v1/webhook-endpoints/own/secret';
    expect(await codeOf(world, 'POST', path, { keepPreviousFor: '1h' })).toBe('409 webhooks/secret-still-valid');
    expect(await verifies()).toStrictEqual([true, true]);
    world.test.clock.advance(hour);
    expect(await verifies()).toStrictEqual([false, true]);
    await rotate();
    expect(await verifies()).toStrictEqual([false, true]);
    await world.admin('POST', path, { keepPreviousFor: '0' });
    expect(await verifies()).toStrictEqual([false, false]);
    await world.endpoint('named');
    expect(await codeOf(world, 'POST', '/v1/webhook-endpoints/named/secret', {})).toBe(
      '409 webhooks/secret-is-configured',
    );
    await world.admin('PUT', '/v1/secrets/HOOK', { value: 'whsec_new whsec_old' });
    await world.happen('a.b');
    await world.deliver('named');
    expect(String(world.receiver.calls('/named').at(-1)?.headers['x-platform-signature'])).toMatch(
      /^t=\d+,v1=\w{64},v1=\w{64}$/,
    );
  });

  it('calls an endpoint that is named, once, whatever it asks for', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    await world.endpoint('quiet', { events: [] });
    await world.endpoint('curious', { events: ['*'] });
    const { environmentId } = world.scope;
    const { ids } = world.test.host;
    const now = world.test.clock.now();
    const event = { id: ids.next('evt'), type: 'alert.fired', tenantId: null };
    const told = await database.withEnvironment(world.scope, 'write', async (session) => {
      await insertDomainEvents(session, [
        { ...event, environmentId, subject: 'AlertRule/x', payload: {}, createdAt: now },
      ]);
      const answers: string[] = [];
      for (const key of ['quiet', 'curious', 'none']) {
        answers.push(await webhookCalls.tell(session.tx, { environmentId, key }, event, { ids, now }));
      }
      return answers;
    });
    expect(told).toStrictEqual(['called', 'called', 'no such endpoint']);
    for (const key of ['quiet', 'curious']) await world.deliver(key);
    expect(world.receiver.calls().map(({ path }) => path)).toStrictEqual(['/quiet', '/curious']);
  });

  it('FR-F009 a changed flag is announced through the webhooks', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('flags', { events: ['flag.*'] });
    await world.admin('POST', '/v1/flags', { key: 'beta', body: { variations: { on: true, off: false } } });
    await world.admin('PUT', '/v1/flags/beta', { body: { variations: { on: true, off: false }, fallthrough: 'on' } });
    await world.deliver('flags');
    const told = world.receiver.calls().map(({ body }) => JSON.parse(body) as JsonObject);
    expect(told).toMatchObject([
      { type: 'flag.created', subject: 'Flag/beta', tenantId: null },
      { type: 'flag.updated', subject: 'Flag/beta', tenantId: null },
    ]);
  });

  it('P05 keeps events and deliveries for 90 days, and no longer', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    await world.endpoint('hook');
    const old = await world.happen('a.b');
    await world.deliver('hook');
    world.test.clock.advance(60 * 24 * hour);
    const young = await world.happen('a.b');
    await world.deliver('hook');
    const forget = async (days: number): Promise<readonly unknown[]> => {
      world.test.clock.advance(days * 24 * hour);
      await world.forgetOld();
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute(sql`SELECT 'event' AS what, id FROM domain_events UNION ALL
          SELECT 'delivery', event_id FROM webhook_deliveries ORDER BY 1, 2`),
      );
      return rows.map(({ id, what }) => `${String(what)} ${String(id)}`);
    };
    const both = (what: string) => [old, young].map((id) => `${what} ${id}`);
    expect(await forget(30)).toStrictEqual([...both('delivery'), ...both('event')]);
    expect(await forget(1)).toStrictEqual([`delivery ${young}`, `event ${young}`]);
  });
});

function typesTold({ receiver }: WebhookWorld): readonly unknown[] {
  return receiver.calls().map(({ body }) => (JSON.parse(body) as JsonObject)['type']);
}
