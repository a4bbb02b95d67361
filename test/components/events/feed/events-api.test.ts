import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { longRun } from '../../../support/long-run.ts';
import { textOf } from '../../../support/test-server.ts';
import { startWorld } from '../webhooks/world.ts';

const idsOf = (answer: JsonObject): readonly string[] =>
  (answer['data'] as readonly { id: string }[]).map(({ id }) => id);
const get = 'GET';

anyDatabase((databases) => {
  it('P14 pages through all events by cursor, and goes on from the end later', async () => {
    const { admin, happen, settled } = await startWorld(await databases.shared());
    const ids: string[] = [];
    await settled();
    const start = await admin(get, '/v1/events');
    for (let count = 0; count < 5; count += 1) ids.push(await happen('a.b', { data: { count } }));
    const after = textOf(start['nextCursor']);
    const first = await admin(get, `/v1/events?limit=3&after=${after}`);
    expect([idsOf(first), first['hasMore']]).toStrictEqual([ids.slice(0, 3), true]);
    const second = await admin(get, `/v1/events?limit=3&after=${textOf(first['nextCursor'])}`);
    expect([idsOf(second), second['hasMore']]).toStrictEqual([ids.slice(3), false]);
    const nothing = await admin(get, `/v1/events?after=${textOf(second['nextCursor'])}`);
    expect(nothing).toStrictEqual({ data: [], hasMore: false, nextCursor: second['nextCursor'] });
    const later = await happen('a.b');
    expect(idsOf(await admin(get, `/v1/events?after=${textOf(nothing['nextCursor'])}`))).toStrictEqual([later]);
    expect(idsOf(await admin(get, `/v1/events?after=${ids[3] ?? ''}`))).toStrictEqual([ids[4], later]);
  });

  it('tells only types, times and tenants that were asked for', async () => {
    const { admin, happen, test } = await startWorld(await databases.shared());
    const flag = await happen('flag.updated');
    await happen('flagging');
    test.clock.advance(60_000);
    const plan = await happen('billing.plan.changed');
    const since = test.clock.now().toISOString();
    expect(idsOf(await admin(get, '/v1/events?types=flag.*,billing.*.changed'))).toStrictEqual([flag, plan]);
    expect(idsOf(await admin(get, `/v1/events?types=flag.*,billing.*&since=${since}`))).toStrictEqual([plan]);
    expect(await admin(get, `/v1/events/${plan}`)).toMatchObject({ id: plan, type: 'billing.plan.changed' });
    const wrong = await Promise.all(
      ['events/evt_NONE', 'events?after=nonsense', 'events?after=evt_NONE', 'events?since=yesterday'].map(
        async (path) => {
          const { code, status } = await test.call('GET', `/v1/${path}`, { headers: test.admin() });
          return `${status} ${code}`;
        },
      ),
    );
    expect(wrong).toStrictEqual([
      '404 events/not-found',
      '400 events/unknown-cursor',
      '400 events/unknown-cursor',
      '400 events/unreadable-date',
    ]);
  });

  it('P14 refuses a place that this database has not reached, as after it was restored from a backup', async () => {
    const { admin, happen, test } = await startWorld(await databases.shared());
    const last = await happen('a.b');
    const { nextCursor } = await admin(get, '/v1/events');
    const [transaction = ''] = textOf(nextCursor).split('-');
    for (const ahead of [`${BigInt(transaction) + 1_000_000n}-${last}`, '9999999999999999999-']) {
      const listed = await test.call(get, `/v1/events?after=${ahead}`, { headers: test.admin() });
      const streamed = await test.call(get, '/v1/events/stream', {
        headers: { ...test.admin(), 'last-event-id': ahead },
      });
      expect([listed.code, streamed.code]).toStrictEqual(['events/unknown-cursor', 'events/unknown-cursor']);
      expect(listed.text).toContain('is ahead of all that has happened in this database');
    }
  });

  it('finds rare events among many in parts of bounded work', async () => {
    const database = await databases.shared();
    const { admin, happen, scope } = await startWorld(database);
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`INSERT INTO domain_events (id, environment_id, type, subject, payload, created_at)
        SELECT 'evt_' || lpad(i::text, 26, '0'), ${scope.environmentId}, 'common', 'thing/1', '{}', '2026-11-20'
        FROM generate_series(1, 1000) i`),
    );
    const rare = await happen('rare');
    const first = await admin(get, '/v1/events?types=rare');
    expect([first['data'], first['hasMore']]).toStrictEqual([[], true]);
    expect(idsOf(await admin(get, `/v1/events?types=rare&after=${textOf(first['nextCursor'])}`))).toStrictEqual([rare]);
  });

  it('P14 names a place to go on from at the end, whatever was asked for, and where nothing has happened yet', async () => {
    const database = await databases.open();
    const { admin, happen, settled } = await startWorld(database);
    await database.withControlPlane('write', (tx) => tx.execute(sql`DELETE FROM domain_events`));
    const empty = await admin(get, '/v1/events');
    expect(empty).toMatchObject({ data: [], hasMore: false });
    const first = await happen('common');
    await settled();
    expect(idsOf(await admin(get, `/v1/events?after=${textOf(empty['nextCursor'])}`))).toStrictEqual([first]);
    const all = await admin(get, '/v1/events');
    const none = await admin(get, '/v1/events?types=none.x');
    expect(none).toStrictEqual({ data: [], hasMore: false, nextCursor: all['nextCursor'] });
    const rare = await happen('none.x');
    await happen('common');
    await settled();
    const found = await admin(get, `/v1/events?types=none.x&after=${textOf(none['nextCursor'])}`);
    expect(idsOf(found)).toStrictEqual([rare]);
    // What was looked at is not looked at again, although something else came last.
    expect(found['nextCursor']).toBe((await admin(get, '/v1/events'))['nextCursor']);
    const next = await admin(get, `/v1/events?types=none.x&after=${textOf(found['nextCursor'])}`);
    expect(next).toStrictEqual({ data: [], hasMore: false, nextCursor: found['nextCursor'] });
  });

  it('P14 shows each event once by cursor and by stream, whatever 16 writers do, some of them slow', async () => {
    const database = await databases.open();
    const world = await startWorld(database);
    const { address, stop } = await listening(world);
    const seen: string[] = [];
    const enough = new AbortController();
    // Only what is written here: events of the world itself may still be on their way.
    const reading = readStream(
      `${address}/v1/events/stream?types=written`,
      world.test.admin(),
      enough.signal,
      ({ id }) => seen.push(id),
    );
    await reading.open;
    const rounds = longRun ? 100 : 4;
    const written: string[] = [];
    const write = async (writer: number): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) {
        const id = world.test.host.ids.next('evt');
        await database.withEnvironment(world.scope, 'write', async ({ tx }) => {
          await tx.execute(sql`INSERT INTO domain_events (id, environment_id, type, subject, payload, created_at)
            VALUES (${id}, ${world.scope.environmentId}, 'written', 'thing/1', '{}', now())`);
          if ((writer + round) % 5 === 0) await pause(15);
        });
        written.push(id);
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
    await world.settled();
    const paged: string[] = [];
    let next = '/v1/events?types=written&limit=7';
    for (;;) {
      const part = await world.admin(get, next);
      paged.push(...idsOf(part));
      if (part['hasMore'] !== true) break;
      next = `/v1/events?types=written&limit=7&after=${textOf(part['nextCursor'])}`;
    }
    while (seen.length < written.length) await pause(20);
    enough.abort();
    await reading.done;
    await stop();
    expect(paged.toSorted()).toStrictEqual(written.toSorted());
    expect(seen).toStrictEqual(paged);
  });

  it('P14 goes on behind Last-Event-ID after a stream broke', async () => {
    const world = await startWorld(await databases.shared());
    const { address, stop } = await listening(world);
    const first = await world.happen('a.b');
    const all: { readonly id: string; readonly cursor: string }[] = [];
    const read = async (headers: Readonly<Record<string, string>>, count: number): Promise<void> => {
      const end = new AbortController();
      let left = count;
      await readStream(`${address}/v1/events/stream?types=a.*&since=2026-01-01`, headers, end.signal, (event) => {
        all.push(event);
        left -= 1;
        if (left === 0) end.abort();
      }).done;
    };
    await read(world.test.admin(), 1);
    const second = await world.happen('a.b');
    const third = await world.happen('a.b');
    await read({ ...world.test.admin(), 'last-event-id': all[0]?.cursor ?? '' }, 2);
    expect(all.map(({ id }) => id)).toStrictEqual([first, second, third]);
    await stop();
  });
});

async function listening({ test }: Awaited<ReturnType<typeof startWorld>>) {
  const address = await test.server.listen({ host: '127.0.0.1', port: 0 });
  return { address, stop: () => test.server.close() };
}

function readStream(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  told: (event: { readonly id: string; readonly cursor: string }) => void,
): { readonly open: Promise<void>; readonly done: Promise<void> } {
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const read = async (): Promise<void> => {
    const answer = await fetch(url, { headers, signal });
    let text = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      resolve();
      text += chunk;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      for (const event of whole) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        const cursor = /^id: (.*)$/m.exec(event)?.[1] ?? '';
        if (data !== undefined) told({ id: (JSON.parse(data) as { id: string }).id, cursor });
      }
    }
  };
  const done = read().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return { open, done };
}

// The embedded database has one transaction at a time.
describe('on postgres', () => {
  const databases = useDatabases('postgres');

  it('P14 takes back every place that it gave, also one that an older transaction still holds back', async () => {
    const database = await databases.shared();
    const { admin, happen, scope, settled, test } = await startWorld(database);
    await settled();
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = database.withEnvironment(scope, 'write', async ({ tx }) => {
      await tx.execute(sql`SELECT dream_transaction()`);
      begun.resolve();
      await held.promise;
    });
    await begun.promise;
    test.clock.advance(60_000);
    const since = test.clock.now().toISOString();
    const written = happen('a.b');
    // It begins with the transaction of the event, of which nothing may be told yet.
    const placed = async (): Promise<string> => textOf((await admin(get, `/v1/events?since=${since}`))['nextCursor']);
    await expect.poll(placed).toMatch(/^\d+-$/);
    const after = await placed();
    expect(await admin(get, `/v1/events?after=${after}`)).toMatchObject({ data: [], hasMore: false });
    held.resolve();
    await slow;
    const id = await written;
    expect(idsOf(await admin(get, `/v1/events?after=${after}`))).toStrictEqual([id]);
  });
});
