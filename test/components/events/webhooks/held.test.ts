import { sql } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import { claim } from '../../../../src/components/events/webhooks/calling/claim.ts';
import { holdTaken, lease } from '../../../../src/components/events/webhooks/calling/hold-taken.ts';
import { secretValues } from '../../../../src/app/control-plane/secret-values/secret-values.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { Egress } from '../../../../src/host/contract.ts';
import type { JobRun } from '../../../../src/jobs/contract.ts';
import { eachDatabase, testRandom } from '../../../support/databases.ts';
import { startWorld, type WebhookWorld } from './world.ts';

afterEach(() => void vi.useRealTimers());

/** Takes what is due, as a server does that is killed right after it. */
async function takeAndDie(database: Database, { scope, test }: WebhookWorld): Promise<readonly string[]> {
  const { host, masterKey } = test;
  const sources = { host, masterKey, secrets: secretValues(masterKey), random: testRandom };
  const claimed = await database.withEnvironment(scope, 'write', (session) =>
    claim(session, 'slow', host.clock, sources),
  );
  return claimed?.deliveries.map(({ id }) => id) ?? [];
}

/** A world in which a call of each event is due to an endpoint that may take a minute. */
async function worldWithCalls(database: Database, ...events: readonly string[]): Promise<WebhookWorld> {
  const world = await startWorld(database);
  await world.endpoint('slow', { timeout: '60s' });
  for (const event of events) await world.happen(event);
  await world.fanOut();
  return world;
}

eachDatabase((databases) => {
  it('P05 what a killed server was calling is called again after ten seconds, however long a call may take', async () => {
    const database = await databases.shared();
    const world = await worldWithCalls(database, 'a.b');
    expect(await takeAndDie(database, world)).toHaveLength(1);
    world.test.clock.advance(lease - 1);
    await world.deliver('slow');
    expect(world.receiver.calls()).toHaveLength(0);
    world.test.clock.advance(1);
    await world.deliver('slow');
    expect(world.receiver.calls()).toHaveLength(1);
  });

  it('P05 what is called after a long wait for a connection is called by nobody besides', async () => {
    const database = await databases.shared();
    const world = await worldWithCalls(database, 'a.b');
    const { clock } = world.test;
    // Of a pool of which others had all connections.
    const waiting: JobRun['database'] = {
      withControlPlane: (...asked) => database.withControlPlane(...asked),
      withEnvironment: (...asked) => {
        clock.advance(lease);
        return database.withEnvironment(...asked);
      },
    };
    let elsewhere: Promise<readonly string[]> | undefined;
    const egress: Egress = {
      ...world.egress,
      call: async (call) => {
        elsewhere ??= takeAndDie(database, world);
        await elsewhere;
        return world.egress.call(call);
      },
    };
    await world.handlerWith(egress).run({ ...world.job('slow'), database: waiting });
    expect(await elsewhere).toEqual([]);
    expect(world.receiver.calls()).toHaveLength(1);
  });

  it('P05 what was taken so long ago that somebody else may have it is not called', async () => {
    const database = await databases.shared();
    const world = await worldWithCalls(database, 'a.b');
    const { clock } = world.test;
    let elsewhere: readonly string[] | undefined;
    const slow: JobRun['database'] = {
      withControlPlane: (...asked) => database.withControlPlane(...asked),
      async withEnvironment(...asked) {
        const done = await database.withEnvironment(...asked);
        clock.advance(lease);
        elsewhere ??= await takeAndDie(database, world);
        return done;
      },
    };
    await world.handlerWith(world.egress).run({ ...world.job('slow'), database: slow });
    expect(elsewhere).toHaveLength(1);
    expect(world.receiver.calls()).toHaveLength(0);
  });

  it('P05 what a server that lives is calling is called by nobody besides, and by somebody once it is killed', async () => {
    const database = await databases.shared();
    const world = await worldWithCalls(database, 'a.b', 'a.c');
    const { clock } = world.test;
    const [first = '', second = ''] = await takeAndDie(database, world);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const held = holdTaken(database, world.scope, [first, second], clock);
    const until = async (): Promise<readonly number[]> => {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ at: number }>(
          sql`SELECT extract(epoch FROM taken_until)::float8 * 1000 AS at FROM webhook_deliveries
            WHERE id IN (${first}, ${second}) ORDER BY id = ${second}`,
        ),
      );
      return rows.map(({ at }) => Math.round(Number(at)));
    };
    const began = clock.now().getTime();
    expect(await until()).toEqual([began + lease, began + lease]);
    clock.advance(lease - 1);
    vi.advanceTimersByTime(3_000);
    await expect.poll(until, { timeout: 60_000 }).toEqual([began + 2 * lease - 1, began + 2 * lease - 1]);
    // The first has been written down; only the other is still held.
    held.settled(first);
    clock.advance(lease - 1);
    vi.advanceTimersByTime(3_000);
    await expect.poll(until, { timeout: 60_000 }).toEqual([began + 2 * lease - 1, began + 3 * lease - 2]);
    held.end();
    clock.advance(lease);
    vi.advanceTimersByTime(30_000);
    await world.deliver('slow');
    expect(world.receiver.calls()).toHaveLength(2);
  });
});
