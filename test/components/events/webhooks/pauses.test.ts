import { expect, it } from 'vitest';
import { allowance, waitOf } from '../../../../src/components/events/webhooks/calling/pick.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startWorld } from './world.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

eachDatabase((databases) => {
  it('P05 an endpoint that asks to be left alone is sent nothing else either, until the time is over', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/tired', 'busy', 'good');
    await world.endpoint('tired');
    await world.endpoint('other');
    await world.happen('a.first');
    await world.deliver('tired');
    for (const type of ['a.second', 'a.third', 'a.fourth']) {
      await world.happen(type);
      await world.deliver('tired');
    }
    await world.deliver('other');
    world.test.clock.advance(hour - minute);
    await world.deliver('tired');
    expect(world.receiver.calls('/tired')).toHaveLength(1);
    expect(world.receiver.calls('/other')).toHaveLength(4);
    world.test.clock.advance(minute);
    await world.deliver('tired');
    expect(world.receiver.calls('/tired')).toHaveLength(5);
  });

  it('P05 whoever asks for a delivery again does not wait for an endpoint that asked to be left alone', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/tired', 'busy', 'good');
    await world.endpoint('tired');
    await world.happen('a.first');
    await world.deliver('tired');
    const { data } = await world.admin('GET', '/v1/webhook-endpoints/tired/deliveries');
    const [{ id }] = data as unknown as readonly [{ readonly id: string }];
    await world.admin('POST', `/v1/webhook-deliveries/${id}/replay`);
    await world.deliver('tired');
    expect(world.receiver.calls('/tired').length).toBeGreaterThan(1);
  });

  it('P05 what waited for its next call goes on at once when the endpoint is enabled', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/hook', 'busy', 'good');
    await world.endpoint('hook', { events: ['a.*'] });
    await world.happen('a.first');
    await world.deliver('hook');
    await world.admin('POST', '/v1/webhook-endpoints/hook/disable');
    await world.admin('POST', '/v1/webhook-endpoints/hook/enable');
    await world.deliver('hook');
    expect((await world.deliveries('hook')).map(({ calls, state }) => ({ calls, state }))).toStrictEqual([
      { calls: 2, state: 'delivered' },
    ]);
  });

  it('P05 an endpoint is told of what happens after it, whatever the clocks of the servers say', async () => {
    const world = await startWorld(await databases.shared());
    world.test.clock.advance(hour);
    await world.endpoint('hook', { events: ['a.*'] });
    // Another server, whose clock is behind that of the one that made the endpoint.
    world.test.clock.advance(-2 * hour);
    const event = await world.happen('a.after');
    await world.deliver('hook');
    expect((await world.deliveries('hook')).map((delivery) => delivery.event)).toStrictEqual([event]);
  });

  it('P05 an endpoint is told of nothing that happened before it, whatever the clocks of the servers say', async () => {
    const world = await startWorld(await databases.shared());
    world.test.clock.advance(hour);
    await world.happen('a.before');
    world.test.clock.advance(-2 * hour);
    const body = { url: `${world.receiver.url}/hook`, secret: '${secrets.HOOK}', events: ['a.*'] };
    await world.admin('PUT', '/v1/resources/WebhookEndpoint/hook', { body });
    await world.fanOut();
    expect(await world.deliveries('hook')).toStrictEqual([]);
  });
});

it.each([
  ['nobody asked', null, 0],
  ['it is over', -1, 0],
  ['an hour is left', hour, hour],
  ['a day is left', day, day],
  ['a day is left by the clock of who was asked, which is ahead a little', day + minute, day + minute],
  ['longer than anybody can ask for, so a clock was wrong', day + minute + 1, 0],
])('P05 how long an endpoint is left alone: %s', (_what, ahead, wait) => {
  const now = new Date('2026-11-20T09:00:00Z');
  expect(waitOf(ahead === null ? null : new Date(now.getTime() + ahead), now)).toBe(wait);
});

it.each([
  ['none has begun', null, 5],
  ['one is under way', -1, 2],
  ['one is over', -hour, 5],
  ['one was begun by a server whose clock is ahead a little', minute, 2],
  ['one was begun by a clock that was wrong', minute + 1, 5],
])('P05 how many calls a rate allows, in windows of which %s', (_what, ahead, most) => {
  const now = new Date('2026-11-20T09:00:00Z');
  const since = ahead === null ? null : new Date(now.getTime() + ahead);
  expect(allowance({ atMost: 5, within: hour }, { since, calls: 3 }, now).most).toBe(most);
});
