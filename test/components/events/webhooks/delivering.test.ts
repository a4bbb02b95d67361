import Stripe from 'stripe';
import { expect, it, onTestFinished } from 'vitest';
import { anyDatabase } from '../../../support/databases.ts';
import { type KeptDelivery, startWorld } from './world.ts';

const { webhooks } = new Stripe('sk_test_unused');
const day = 86_400_000;
const states = (deliveries: readonly KeptDelivery[]) => deliveries.map(({ state, tries }) => `${state} ${tries}`);

anyDatabase((databases) => {
  it('P05 P06 calls an endpoint with what it asks for, signed', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('main', { events: ['flag.*'], headers: { Authorization: 'Bearer ${secrets.HOOK}' } });
    const event = await world.happen('flag.updated', { tenant: 'acme', data: { number: 1, text: 'ü' } });
    await world.happen('tenant.created');
    await world.deliver('main');
    const [call, ...others] = world.receiver.calls();
    expect(others).toStrictEqual([]);
    expect(call?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Dream-Webhooks/1',
      'x-platform-attempt': '1',
      'x-platform-event-version': '2026-11-01',
      authorization: 'Bearer whsec_of_the_hook',
    });
    const signature = String(call?.headers['x-platform-signature']);
    const now = world.test.clock.now().getTime();
    const read = webhooks.constructEvent(call?.body ?? '', signature, 'whsec_of_the_hook', 300, undefined, now);
    expect(read).toStrictEqual({
      id: event,
      type: 'flag.updated',
      tenantId: 'acme',
      subject: 'thing/1',
      createdAt: '2026-11-20T09:00:00.000Z',
      data: { number: 1, text: 'ü' },
    });
    expect(await world.deliveries('main')).toMatchObject([
      { event, state: 'delivered', calls: 1, due: null, attempts: [{ status: 200, problem: null, excerpt: 'thanks' }] },
    ]);
    await world.deliver('main');
    expect(world.receiver.calls()).toHaveLength(1);
  });

  it('P05 a receiver that is down for the whole schedule is called again six times over three days, then given up, and the endpoint with it', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/down', 'down');
    await world.endpoint('down');
    await world.happen('a.b');
    await world.deliver('down');
    const began = world.test.clock.now().getTime();
    const waits: number[] = [];
    for (;;) {
      const [delivery] = await world.deliveries('down');
      if (delivery?.state !== 'pending' || delivery.due === null) break;
      const due = new Date(delivery.due).getTime();
      const before = world.test.clock.now().getTime();
      world.test.clock.advance(due - before - 1);
      await world.deliver('down');
      expect(await world.deliveries('down')).toStrictEqual([delivery]);
      world.test.clock.advance(1);
      await world.deliver('down');
      waits.push(due - before);
    }
    expect(waits).toHaveLength(6);
    expect(waits.every((wait, index) => wait > 2 * (waits[index - 1] ?? 0))).toBe(true);
    expect(world.test.clock.now().getTime() - began).toBeLessThanOrEqual(3 * day + 6);
    expect(world.receiver.calls()).toHaveLength(7);
    expect(world.receiver.calls().map(({ headers }) => headers['x-platform-attempt'])).toStrictEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(await world.deliveries('down')).toMatchObject([{ state: 'failed', tries: 7, calls: 7, due: null }]);
    await world.happen('a.b');
    await world.deliver('down');
    expect(world.receiver.calls()).toHaveLength(7);
    const { data } = await world.admin('GET', '/v1/events?types=webhook.*');
    expect(data).toMatchObject([
      {
        type: 'webhook.disabled',
        subject: 'WebhookEndpoint/down',
        data: { before: { status: 'active' }, after: { status: 'disabled', disabledBecause: 'failing' } },
      },
    ]);
  });

  it('P05 goes on where it was once the receiver is back', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/flaky', 'down', 'reset', 'good');
    await world.endpoint('flaky');
    await world.happen('a.b');
    for (let round = 0; round < 3; round += 1) {
      await world.deliver('flaky');
      world.test.clock.advance(day);
    }
    expect(await world.deliveries('flaky')).toMatchObject([
      {
        state: 'delivered',
        attempts: [
          { status: 500, problem: 'answered 500', excerpt: 'out of order\ufffd\ufffd[31m' },
          { status: null, excerpt: '' },
          { status: 200, problem: null },
        ],
      },
    ]);
  });

  it('P05 a receiver that is slow, hanging, redirecting, dripping, busy, gone, or returns 200 late costs its timeout at most, and what it said is heeded', async () => {
    const world = await startWorld(await databases.shared());
    for (const behaviour of ['gone', 'busy', 'redirecting', 'hanging', 'late', 'dripping', 'slow'] as const) {
      world.receiver.behave(`/${behaviour}`, behaviour);
      await world.endpoint(behaviour, { timeout: '200ms' });
    }
    await world.happen('a.b');
    const outcomes: Record<string, unknown> = {};
    const now = world.test.clock.now().getTime();
    for (const behaviour of ['gone', 'busy', 'redirecting', 'hanging', 'late', 'dripping', 'slow']) {
      await world.deliver(behaviour);
      const [delivery] = await world.deliveries(behaviour);
      const [call] = delivery?.attempts ?? [];
      const due = delivery?.due ?? null;
      const minutes = due === null ? null : Math.round((new Date(due).getTime() - now) / 60_000);
      outcomes[behaviour] = [delivery?.state, call?.status, call?.problem, minutes];
    }
    const silent = 'timeout: no answer within 200 ms';
    expect(outcomes).toStrictEqual({
      gone: ['failed', 410, 'answered 410', null],
      busy: ['pending', 503, 'answered 503', 60],
      redirecting: ['pending', 302, 'redirects are not followed', 1],
      hanging: ['pending', null, silent, 1],
      late: ['pending', null, silent, 1],
      dripping: ['delivered', 200, null, null],
      slow: ['delivered', 200, null, null],
    });
  });

  it('P05 a receiver that is lying, which says 200 of what it then forgets, gets the same again when asked to', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/lying', 'lying', 'good');
    await world.endpoint('lying', { events: ['a.*'] });
    const event = await world.happen('a.b');
    await world.deliver('lying');
    expect(world.receiver.calls()).toStrictEqual([]);
    expect(states(await world.deliveries('lying'))).toStrictEqual(['delivered 1']);
    world.test.clock.advance(1_000);
    await world.admin('POST', '/v1/webhook-endpoints/lying/replay', { since: '2026-11-20T00:00:00Z' });
    await world.deliver('lying');
    const told = world.receiver.calls().map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect(told).toStrictEqual([event]);
  });

  it('a dead endpoint delays no other', async () => {
    const dead: Promise<void>[] = [];
    // Last of all that is done at the end: it ends when nobody can be called any more, and must not go on into another test.
    onTestFinished(async () => void (await Promise.all(dead)));
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/dead', 'hanging');
    await world.endpoint('dead', { timeout: '60s' });
    await world.endpoint('well');
    for (let count = 0; count < 20; count += 1) await world.happen('a.b');
    dead.push(world.deliver('dead').catch(() => undefined));
    await world.receiver.called('/dead', 8);
    await world.deliver('well');
    expect(states(await world.deliveries('well'))).toStrictEqual(Array.from({ length: 20 }, () => 'delivered 1'));
    expect(states(await world.deliveries('dead'))).toStrictEqual(Array.from({ length: 20 }, () => 'pending 0'));
  });

  it('keeps the order of each tenant where it is asked to, and lets no tenant wait for another', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('orderly', { ordered: true });
    world.receiver.behave('/orderly', 'down', 'good');
    const first = await world.happen('a.b', { tenant: 'north' });
    await world.deliver('orderly');
    const second = await world.happen('a.b', { tenant: 'north' });
    const other = await world.happen('a.b', { tenant: 'south' });
    await world.deliver('orderly');
    const told = () => world.receiver.calls().map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect(told()).toStrictEqual([first, other]);
    world.test.clock.advance(60_000);
    await world.deliver('orderly');
    expect(told()).toStrictEqual([first, other, first, second]);
  });

  it('calls no more often than the rate allows', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('careful', { rate: { atMost: 2, within: '1m' } });
    for (let count = 0; count < 5; count += 1) await world.happen('a.b');
    const counts: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      await world.deliver('careful');
      await world.deliver('careful');
      counts.push(world.receiver.calls().length);
      world.test.clock.advance(60_000);
    }
    expect(counts).toStrictEqual([2, 4, 5, 5]);
  });

  it('tells only the tenants that were asked for, nothing from before there was the endpoint, and thinly where asked to', async () => {
    const world = await startWorld(await databases.shared());
    const before = await world.happen('a.b', { tenant: 'north' });
    world.test.clock.advance(1_000);
    await world.endpoint('thin', { tenants: ['north'], payload: 'thin' });
    await world.happen('a.b', { tenant: 'south' });
    await world.happen('a.b');
    const event = await world.happen('a.b', { tenant: 'north' });
    await world.deliver('thin');
    expect(world.receiver.calls().map(({ body }) => body)).toStrictEqual([`{"id":"${event}","type":"a.b"}`]);
    expect(before).not.toBe(event);
  });

  it('says what is missing where a secret is not set', async () => {
    const world = await startWorld(await databases.shared());
    await world.endpoint('secretive', { headers: { Authorization: '${secrets.NOWHERE}' } });
    await world.happen('a.b');
    await world.deliver('secretive');
    expect(world.receiver.calls()).toStrictEqual([]);
    expect(await world.deliveries('secretive')).toMatchObject([
      { state: 'pending', attempts: [{ problem: 'the secret of the header Authorization is not set on this server' }] },
    ]);
  });

  it('says so where the signing secret was sealed with another master key', async () => {
    const world = await startWorld(await databases.shared());
    const url = `${world.receiver.url}/own`;
    await world.admin('PUT', '/v1/resources/WebhookEndpoint/own', { body: { url, events: ['a.b', 'a.c'] } });
    await world.happen('a.b');
    await world.deliver('own');
    await world.happen('a.c');
    await world.settled();
    await world.fanOut();
    await world.handlerWith(world.egress, new Uint8Array(32)).run(world.job('own'));
    expect(world.receiver.calls()).toHaveLength(1);
    expect((await world.deliveries('own')).at(-1)).toMatchObject({
      state: 'pending',
      attempts: [
        {
          problem:
            'the signing secret was sealed with another master key than that of this server: give it that key, or rotate the secret',
        },
      ],
    });
  });
});
