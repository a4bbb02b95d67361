import { expect, it } from 'vitest';
import { secretValues } from '../../../../src/app/control-plane/secret-values/secret-values.ts';
import { deliverHandler } from '../../../../src/components/events/webhooks/calling/deliver.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { recordingBeside } from '../../../support/whole-table.ts';
import { startWorld, type WebhookWorld } from './world.ts';

const minute = 60_000;

/** Makes the calls that are due, each of which begins a moment after its delivery was taken, as it does outside tests. */
async function deliver({ egress, fanOut, job, settled, test }: WebhookWorld, endpoint: string): Promise<void> {
  const { host, masterKey } = test;
  const clock = { ...host.clock, now: () => new Date(host.clock.now().getTime() + 5) };
  const tools = { host, clock, egress, secrets: secretValues(masterKey), masterKey, record: recordingBeside(host) };
  await settled();
  await fanOut();
  await deliverHandler(tools).run(job(endpoint));
}

async function statusOf({ admin }: WebhookWorld): Promise<readonly unknown[]> {
  const { data } = await admin('GET', '/v1/webhook-endpoints');
  return listOf(data)
    .map(objectOf)
    .map(({ disabledBecause, status }) => [status, disabledBecause]);
}

anyDatabase((databases) => {
  it('P05 an endpoint is given up with the last repetition of the only event there is', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/down', 'down');
    await world.endpoint('down', { retry: { times: 2, within: '1h' } });
    await world.happen('a.b');
    await deliver(world, 'down');
    world.test.clock.advance(60 * minute);
    await deliver(world, 'down');
    expect(await statusOf(world)).toEqual([['active', null]]);
    world.test.clock.advance(60 * minute);
    await deliver(world, 'down');
    expect(world.receiver.calls()).toHaveLength(3);
    expect(await statusOf(world)).toEqual([['disabled', 'failing']]);
  });

  it('P05 it is not given up for one event that nobody takes, as long as others come through', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/picky', 'down', 'good', 'down');
    await world.endpoint('picky', { retry: { times: 1, within: '1h' } });
    await world.happen('a.b');
    await deliver(world, 'picky');
    await world.happen('a.c');
    await deliver(world, 'picky');
    world.test.clock.advance(60 * minute);
    await deliver(world, 'picky');
    expect(await world.deliveries('picky')).toMatchObject([{ state: 'failed', tries: 2 }, { state: 'delivered' }]);
    expect(await statusOf(world)).toEqual([['active', null]]);
  });

  it('P05 where nothing is repeated it is given up when nothing came through for the time of the policy', async () => {
    const world = await startWorld(await databases.shared());
    world.receiver.behave('/once', 'down', 'good', 'down');
    await world.endpoint('once', { retry: { times: 0, within: '1h' } });
    const fail = async (): Promise<readonly unknown[]> => {
      await world.happen('a.b');
      await deliver(world, 'once');
      return statusOf(world);
    };
    await fail();
    await fail();
    world.test.clock.advance(60 * minute);
    expect(await fail()).toEqual([['active', null]]);
    world.test.clock.advance(59 * minute);
    expect(await fail()).toEqual([['active', null]]);
    world.test.clock.advance(minute + 5);
    expect(await fail()).toEqual([['disabled', 'failing']]);
    expect(world.receiver.calls()).toHaveLength(5);
  });
});
