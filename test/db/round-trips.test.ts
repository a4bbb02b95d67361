import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database, Session, SessionScope } from '../../src/db/contract.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { runPrepared } from '../../src/db/run-prepared.ts';
import { sqlState } from '../../src/db/sql-state.ts';
import { resources } from '../../src/db/tables/index.ts';
import { eachDatabase, newPostgresDatabase, testRandom } from '../support/databases.ts';
import { addProject, aResource } from './rows.ts';

const add = {
  name: 'test_add',
  text: `insert into resources (environment_id, kind, key, body, hash, owner, revision, updated_by, created_at, updated_at)
    values ($1, 'Plan', $2, '{}', '', 'files', 1, 'ada', now(), now())`,
};
const divide = { name: 'test_divide', text: 'select 1 / $1::integer as result' };
const conflict = {
  name: 'test_conflict',
  text: 'select dream_refuse_stale_access()',
};
const countOn = { name: 'test_count_on', text: 'update environments set revision = $2::bigint + 1 where id = $1' };
const sleep = { name: 'test_sleep', text: 'select pg_sleep($1::float)' };

const keysIn = async (database: Database): Promise<readonly string[]> => {
  const rows = await database.withControlPlane('read', (tx) => tx.select({ key: resources.key }).from(resources));
  return rows.map(({ key }) => key).toSorted();
};

async function environmentOf(database: Database): Promise<SessionScope> {
  const [scope] = await addProject(database, 'acme', ['production']);
  if (scope === undefined) throw new Error('No scope.');
  return scope;
}

const addAtEnd = (session: Session, key: string): void => session.leaveForTheEnd(add, [session.environmentId, key]);

eachDatabase((databases) => {
  it('does what was left for the end after everything else, and keeps it', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    const seen = await database.withEnvironment(scope, 'prepared', async (session) => {
      addAtEnd(session, 'b');
      await session.tx.insert(resources).values(aResource(scope.environmentId, 'a'));
      addAtEnd(session, 'c');
      return session.tx.select({ key: resources.key }).from(resources);
    });
    expect(seen).toEqual([{ key: 'a' }]);
    // With nothing before it, all of the transaction goes at once.
    await database.withEnvironment(scope, 'prepared', async (session) => addAtEnd(session, 'd'));
    expect(await keysIn(database)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps nothing of a transaction whose end fails, whose commit was on its way by then', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    const work = database.withEnvironment(scope, 'prepared', async (session) => {
      await session.tx.insert(resources).values(aResource(scope.environmentId, 'a'));
      addAtEnd(session, 'b');
      session.leaveForTheEnd(divide, [0]);
      // Never read by the connection, since the one before it fails; nor is its commit.
      session.leaveForTheEnd(countOn, [scope.environmentId, 7]);
      return 'answer';
    });
    await expect(work).rejects.toSatisfy((error) => sqlState(error) === '22012');
    const atOnce = database.withEnvironment(scope, 'write', async (session) => {
      addAtEnd(session, 'c');
      addAtEnd(session, 'c');
    });
    await expect(atOnce).rejects.toSatisfy((error) => sqlState(error) === '23505');
    expect(await keysIn(database)).toEqual([]);
    // The same connection goes on, and reads anew what it skipped.
    await database.withEnvironment(scope, 'prepared', async (session) => {
      await runPrepared(session, countOn, [scope.environmentId, 7]);
      addAtEnd(session, 'd');
    });
    expect(await keysIn(database)).toEqual(['d']);
  });

  it('tells whoever left the statement that failed, and nobody else, each time before it is tried again', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    const told: string[] = [];
    const work = database.withEnvironment(scope, 'prepared', async (session) => {
      if (told.length === 0) await session.tx.select().from(resources);
      session.leaveForTheEnd(add, [session.environmentId, `a${told.length}`], () => told.push('add'));
      // A conflict the first two times, of a transaction that has read something, and of one that goes at once.
      if (told.length < 2) session.leaveForTheEnd(conflict, [], () => told.push('conflict'));
      session.leaveForTheEnd(countOn, [scope.environmentId, 7], () => told.push('count on'));
    });
    await work;
    expect(told).toEqual(['conflict', 'conflict']);
    expect(await keysIn(database)).toEqual(['a2']);
  });

  it('hands on what its first statement is told, and keeps nothing even when the work swallows it', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    const dividing = (swallow: boolean, atEnd: boolean) =>
      database.withEnvironment(scope, 'prepared', async (session) => {
        if (atEnd) addAtEnd(session, 'a');
        const first = runPrepared(session, divide, [0]);
        if (swallow) await first.catch(() => undefined);
        else await first;
      });
    await expect(dividing(false, true)).rejects.toSatisfy((error) => sqlState(error) === '22012');
    await expect(dividing(true, false)).rejects.toThrow('rolled back');
    await expect(dividing(true, true)).rejects.toThrow();
    expect(await keysIn(database)).toEqual([]);
    const rows = await database.withEnvironment(scope, 'prepared', (session) => runPrepared(session, divide, [1]));
    expect(rows).toEqual([{ result: 1 }]);
  });

  it('does nothing outside a transaction that could not be opened, whatever was sent beside its first statement', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    // PostgreSQL takes no text with such a character, and so no setting.
    const work = database.withEnvironment({ ...scope, tenantId: 'a\0b' }, 'write', async (session) => {
      addAtEnd(session, 'a');
      await Promise.allSettled([
        session.tx.insert(resources).values(aResource(scope.environmentId, 'b')),
        session.tx.insert(resources).values(aResource(scope.environmentId, 'c')),
        session.tx.execute(sql`delete from environments`),
      ]);
    });
    await expect(work).rejects.toSatisfy((error) => sqlState(error) === '22021');
    expect(await keysIn(database)).toEqual([]);
    await database.withEnvironment(scope, 'write', async (session) => addAtEnd(session, 'd'));
    expect(await keysIn(database)).toEqual(['d']);
  });

  it('leaves nothing behind of work that throws, or that rolled back by itself', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    const mistake = new Error('no');
    const thrown = database.withEnvironment(scope, 'write', async (session) => {
      addAtEnd(session, 'a');
      throw mistake;
    });
    await expect(thrown).rejects.toBe(mistake);
    const ended = database.withEnvironment(scope, 'write', async (session) => {
      addAtEnd(session, 'b');
      await session.tx.execute(sql`select ${1}::integer`);
      await session.tx.execute(sql`rollback`);
    });
    await expect(ended).rejects.toThrow('rolled back');
    expect(await keysIn(database)).toEqual([]);
  });

  it('runs a transaction again whose end was refused because of another one beside it', async () => {
    const database = await databases.shared();
    const scope = await environmentOf(database);
    const revision = { name: 'test_revision', text: 'select revision::integer from environments where id = $1' };
    let runs = 0;
    const bothHaveRead = Promise.withResolvers<void>();
    const increment = () =>
      database.withEnvironment(scope, 'serializable', async (session) => {
        const [row] = await runPrepared<{ readonly revision: number }>(session, revision, [scope.environmentId]);
        runs += 1;
        if (runs === 2 || databases.kind === 'embedded') bothHaveRead.resolve();
        await bothHaveRead.promise;
        session.leaveForTheEnd(countOn, [scope.environmentId, row?.revision ?? 0]);
      });
    await Promise.all([increment(), increment()]);
    const rows = await database.withEnvironment(scope, 'read', (session) =>
      runPrepared(session, revision, [scope.environmentId]),
    );
    expect({ rows, runs }).toEqual({ rows: [{ revision: 2 }], runs: databases.kind === 'postgres' ? 3 : 2 });
  });
});

describe('on PostgreSQL', () => {
  it('SD-09 a transaction that reads once and writes once takes two round trips, one that only writes takes one', async () => {
    const { url, trips } = await counted(await newPostgresDatabase());
    const database = await openDatabase({ host: { random: testRandom }, postgres: { url, connections: 1 } });
    onTestFinished(() => database.close());
    const scope = await environmentOf(database);
    const tripsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = trips();
      await work();
      return trips() - before;
    };
    for (const key of ['a', 'b']) {
      const both = await tripsOf(() =>
        database.withEnvironment(scope, 'prepared', async (session) => {
          await runPrepared(session, divide, [1]);
          addAtEnd(session, key);
        }),
      );
      expect(both).toBe(2);
    }
    expect(
      await tripsOf(() => database.withEnvironment(scope, 'write', async (session) => addAtEnd(session, 'c'))),
    ).toBe(1);
    expect(await tripsOf(() => database.withEnvironment(scope, 'read', () => Promise.resolve()))).toBe(0);
    expect(await keysIn(database)).toEqual(['a', 'b', 'c']);
  });

  it('ends what was left for the end when it runs too long, and goes on', async () => {
    const url = await newPostgresDatabase();
    const database = await openDatabase({
      host: { random: testRandom },
      postgres: { url, connections: 1 },
      timeouts: { statement: 1_000 },
    });
    onTestFinished(() => database.close());
    const scope = await environmentOf(database);
    const work = database.withEnvironment(scope, 'write', async (session) => {
      addAtEnd(session, 'a');
      session.leaveForTheEnd(sleep, [60]);
    });
    await expect(work).rejects.toSatisfy((error) => sqlState(error) === '57014');
    await database.withEnvironment(scope, 'write', async (session) => addAtEnd(session, 'b'));
    expect(await keysIn(database)).toEqual(['b']);
  });
});

/** A way to the database that counts how often something is sent after something was heard. */
async function counted(databaseUrl: string): Promise<{ readonly url: string; readonly trips: () => number }> {
  const target = new URL(databaseUrl);
  let trips = 0;
  const relay = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    let heard = true;
    client.on('data', (bytes) => {
      if (heard) trips += 1;
      heard = false;
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      heard = true;
      client.write(bytes);
    });
    client.on('close', () => server.destroy()).on('error', () => server.destroy());
    server.on('close', () => client.destroy()).on('error', () => client.destroy());
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  onTestFinished(() => {
    relay.close();
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((relay.address() as AddressInfo).port);
  return { url: url.href, trips: () => trips };
}
