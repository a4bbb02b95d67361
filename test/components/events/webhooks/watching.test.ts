import { expect, it } from 'vitest';
import { endpointHealth } from '../../../../src/components/events/webhooks/managing/endpoint-health.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { insertDomainEvents } from '../../../../src/db/domain-events.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { startWorld, type WebhookWorld } from './world.ts';

const health = (database: Database, { scope }: WebhookWorld) =>
  database.withEnvironment(scope, 'read', (session) => endpointHealth(session));

const behind = ({ worker }: WebhookWorld): number =>
  worker.gauges?.find(({ name }) => name === 'dream_webhooks_behind_seconds')?.read() ?? Number.NaN;

anyDatabase((databases) => {
  it('each endpoint has a line in the status: what is pending, since when nothing comes through, that it is called no more', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    world.receiver.behave('/half', 'good', 'down');
    await world.endpoint('half');
    await world.endpoint('silent', { enabled: false });
    await world.happen('a.b');
    await world.deliver('half');
    const type = 'WebhookEndpoint/half';
    expect(await health(database, world)).toEqual([
      { type, status: 'true', reason: 'Active', message: 'has everything' },
    ]);
    await world.happen('a.c');
    await world.fanOut();
    expect(await health(database, world)).toMatchObject([{ status: 'true', message: '1 delivery is pending' }]);
    await world.deliver('half');
    expect(await health(database, world)).toEqual([
      {
        type,
        status: 'false',
        reason: 'Failing',
        message: 'no call came through since 2026-11-20T09:00:00.000Z; 1 delivery is pending',
      },
    ]);
    await world.admin('POST', '/v1/webhook-endpoints/half/disable');
    expect(await health(database, world)).toEqual([
      {
        type,
        status: 'false',
        reason: 'Disabled',
        message:
          'is called no more since 2026-11-20T09:00:00.000Z (somebody asked for it); 1 delivery is pending until `dream webhooks enable half`',
      },
    ]);
  });
});

const databases = useDatabases('postgres');

it('says by how much webhooks are behind what happens, also while a transaction under way holds them up', async () => {
  const database = await databases.shared();
  const world = await startWorld(database);
  const { clock } = world.test;
  const look = async (): Promise<number> => {
    clock.advance(2_000);
    await world.worker.round({
      database,
      now: clock.now(),
      report: () => undefined,
      signal: new AbortController().signal,
    });
    return behind(world);
  };
  await world.endpoint('main');
  await world.fanOut();
  await expect.poll(look).toBe(0);
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = database.withControlPlane('write', async (tx) => {
    await tx.execute('SELECT dream_transaction()');
    begun.resolve();
    await ended.promise;
  });
  await begun.promise;
  const createdAt = clock.now();
  const { environmentId } = world.scope;
  const event = { id: 'evt_1', environmentId, tenantId: null, type: 'a.b', subject: 'a/1', payload: {}, createdAt };
  await database.withEnvironment(world.scope, 'write', (session) => insertDomainEvents(session, [event]));
  expect(await look()).toBe(2);
  expect(await look()).toBe(4);
  ended.resolve();
  await slow;
  await expect.poll(look).toBe(0);
});
