import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { placeToBegin } from '../../../../src/components/events/feed/read-feed.ts';
import { streamFeed } from '../../../../src/components/events/feed/stream-feed.ts';
import { EventTail } from '../../../../src/components/events/feed/tail.ts';
import type { Session, SessionScope } from '../../../../src/db/contract.ts';
import { beginning } from '../../../../src/db/follow/place.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startWorld } from '../webhooks/world.ts';

eachDatabase((databases) => {
  it('tells every reader what they ask for, whoever reads along and however late they are', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    await world.endpoint('nobody', { events: [] });
    const { environmentId, projectId } = world.scope;
    const background = {
      read: <T>(scope: SessionScope, work: (session: Session) => Promise<T>) =>
        database.withEnvironment(scope, 'read', work),
      report: () => undefined,
    };
    const tail = new EventTail({ environmentId, projectId }, background);
    const end = new AbortController();
    const follow = (types: readonly string[] | null, tenantId: string | null) => {
      const asked = { types, tenantId, since: null };
      const reader = { once: false, signal: end.signal, background: background, tail, from: beginning, asked };
      const scope = tenantId === null ? world.scope : { ...world.scope, tenantId };
      return streamFeed({ ...reader, scope })[Symbol.asyncIterator]();
    };
    const readers = { all: follow(null, null), flags: follow(['flag.*'], null), north: follow(null, 'north') };
    const made = {
      all: [] as string[],
      flags: [] as string[],
      north: [] as string[],
    };
    const happen = async (type: string, tenant?: string): Promise<void> => {
      const id = await world.happen(type, tenant === undefined ? {} : { tenant });
      made.all.push(id);
      if (type.startsWith('flag.')) made.flags.push(id);
      if (tenant === 'north') made.north.push(id);
    };
    await happen('flag.made');
    await happen('other', 'north');
    const seen = { all: [] as string[], flags: [] as string[], north: [] as string[] };
    const names = ['all', 'flags', 'north'] as const;
    const catchUp = async (which: readonly (keyof typeof readers)[]): Promise<void> => {
      for (const name of which) {
        while (seen[name].length < made[name].length) {
          const { value } = await readers[name].next();
          seen[name].push((JSON.parse(value?.data ?? '{}') as { id: string }).id);
        }
      }
    };
    await catchUp(names);
    for (let round = 0; round < 6; round += 1) {
      await happen('flag.changed', round % 2 === 0 ? 'north' : 'south');
      await happen('other');
      // One of them is late for some rounds, and reads from the table.
      await catchUp(round < 4 ? ['all', 'north'] : names);
    }
    end.abort();
    expect(seen).toStrictEqual(made);
  });

  it('leads nobody through what happened while nobody followed before they hear of anything new', async () => {
    const database = await databases.shared();
    const world = await startWorld(database);
    await world.endpoint('nobody', { events: [] });
    const { scope } = world;
    const read = <T>(of: SessionScope, work: (session: Session) => Promise<T>) =>
      database.withEnvironment(of, 'read', work);
    let partsRead = 0;
    const tail = new EventTail(scope, {
      async read(of, work) {
        const found = await read(of, work);
        // It says whether there may be more.
        if (found === true) partsRead += 1;
        return found;
      },
      report: () => undefined,
    });
    const follow = async (end: AbortSignal, type: string) => {
      const from = await read(scope, (session) => placeToBegin(session, { after: null, since: null }, 'the end'));
      const asked = { types: null, tenantId: null, since: null };
      const background = { read, report: () => undefined };
      const stream = streamFeed({ once: false, signal: end, background, scope, tail, from, asked });
      const next = stream[Symbol.asyncIterator]().next();
      // By then it waits for what is new.
      while (tail.place === null) await pause(10);
      await world.happen(type);
      const { value } = await next;
      return value?.event;
    };
    const [first, second] = [new AbortController(), new AbortController()];
    expect(await follow(first.signal, 'first')).toBe('first');
    first.abort();
    await database.withEnvironment(scope, 'write', async ({ tx }) => {
      await tx.execute(sql`
        INSERT INTO domain_events (id, environment_id, type, subject, payload, created_at)
        SELECT 'evt_' || lpad(n::text, 26, '0'), ${scope.environmentId}, 'meanwhile', 'thing/1', '{}', now()
        FROM generate_series(1, 3000) AS n`);
    });
    await world.settled();
    for (let looks = 0; looks < 300 && tail.place !== null; looks += 1) await pause(10);
    expect(await follow(second.signal, 'second')).toBe('second');
    second.abort();
    expect(partsRead).toBe(0);
  });
});
