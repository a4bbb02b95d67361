import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sqlState, violatedConstraint } from '../../src/db/sql-state.ts';
import { environments, projects, resources } from '../../src/db/tables/index.ts';
import { eachDatabase } from '../support/databases.ts';
import { addProject, aDate, aResource } from './rows.ts';

eachDatabase((databases) => {
  it('keeps nothing of work that throws, and hands the error on', async () => {
    const database = await databases.shared();
    const mistake = new Error('no');
    const work = database.withControlPlane('write', async (tx) => {
      await tx.insert(projects).values({ id: 'prj_1', key: 'acme', createdAt: aDate });
      throw mistake;
    });
    await expect(work).rejects.toBe(mistake);
    expect(await database.withControlPlane('read', (tx) => tx.select().from(projects))).toEqual([]);
  });

  it('does not call done what failed inside, though the work swallowed the error', async () => {
    const database = await databases.shared();
    const work = database.withControlPlane('write', async (tx) => {
      await tx.insert(projects).values({ id: 'prj_1', key: 'acme', createdAt: aDate });
      await tx.execute(sql`SELECT 1 / 0`).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await database.withControlPlane('read', (tx) => tx.select().from(projects))).toEqual([]);
  });

  it('keeps the plans of prepared statements where it is told to, and nowhere after', async () => {
    const database = await databases.shared();
    const planning = (isolation: 'prepared' | 'write') =>
      database.withEnvironment({ projectId: 'prj', environmentId: 'env' }, isolation, async ({ tx }) => {
        const { rows } = await tx.execute(sql`SHOW plan_cache_mode`);
        return rows;
      });
    expect(await planning('prepared')).toEqual([{ plan_cache_mode: 'force_generic_plan' }]);
    expect(await planning('write')).toEqual([{ plan_cache_mode: 'auto' }]);
  });

  it('tells state and constraint of a violation through what wraps it', async () => {
    const database = await databases.shared();
    await addProject(database, 'acme', ['production']);
    const error: unknown = await addProject(database, 'acme', ['production']).catch((reason: unknown) => reason);
    expect([sqlState(error), violatedConstraint(error)]).toEqual(['23505', 'projects_pkey']);
  });

  it('refuses a transaction inside a transaction with a sentence instead of waiting for ever', async () => {
    const database = await databases.shared();
    const nested = database.withControlPlane('write', () =>
      database.withControlPlane('read', () => Promise.resolve(1)),
    );
    await expect(nested).rejects.toMatchObject({ code: 'db/nested-transaction' });
    // Work that was begun inside and goes on after the end is not inside any more.
    const later = await database.withControlPlane('read', () =>
      Promise.resolve({ done: sleep(50).then(() => database.withControlPlane('read', () => Promise.resolve('fine'))) }),
    );
    expect(await later.done).toBe('fine');
  });

  it('P01 keeps two databases in one process apart, one used inside the other', async () => {
    const [first, second] = await Promise.all([databases.shared(), databases.open()]);
    await addProject(first, 'acme', ['production']);
    const keys = await first.withControlPlane('read', (one) =>
      second.withControlPlane('write', async (two) => {
        await two.insert(projects).values({ id: 'prj_2', key: 'globex', createdAt: aDate });
        return [
          await one.select({ key: projects.key }).from(projects),
          await two.select({ key: projects.key }).from(projects),
        ];
      }),
    );
    expect(keys).toEqual([[{ key: 'acme' }], [{ key: 'globex' }]]);
  });

  it('refuses to write in a transaction that said it would only read', async () => {
    const database = await databases.shared();
    const write = database.withControlPlane('read', (tx) =>
      tx.insert(projects).values({ id: 'prj_1', key: 'acme', createdAt: aDate }),
    );
    await expect(write).rejects.toSatisfy((error) => sqlState(error) === '25006');
  });

  it('runs many transactions at once, each counting on from the other', async () => {
    const database = await databases.shared();
    const [scope] = await addProject(database, 'acme', ['production']);
    if (scope === undefined) throw new Error('No scope.');
    let runs = 0;
    const allHaveRead = Promise.withResolvers<void>();
    const increment = () =>
      database.withEnvironment(scope, 'serializable', async ({ tx }) => {
        const [row] = await tx.select().from(environments).where(eq(environments.id, scope.environmentId));
        runs += 1;
        // On PostgreSQL they run side by side; the embedded database takes one after the other.
        if (runs === 3 || databases.kind === 'embedded') allHaveRead.resolve();
        await allHaveRead.promise;
        await tx.update(environments).set({ revision: (row?.revision ?? 0) + 1 });
      });
    await Promise.all([increment(), increment(), increment()]);
    const [row] = await database.withControlPlane('read', (tx) => tx.select().from(environments));
    expect(row?.revision).toBe(3);
    // Those refused for having run side by side were run again.
    if (databases.kind === 'postgres') expect(runs).toBeGreaterThan(3);
    else expect(runs).toBe(3);
  });

  it('gives back numbers, bytes, times and JSON as they were put in', async () => {
    const database = await databases.shared();
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT 9007199254740993::bigint AS big, count(*) AS count, '\\x00ff'::bytea AS bytes, 12.50::numeric AS money,
        '2026-02-03T04:05:06.789+05:30'::timestamptz AS time, '{"b": [1.5, null], "a": "ü"}'::jsonb AS json, ARRAY['x', NULL] AS list
        FROM (VALUES (1), (2)) AS v(n)`),
    );
    expect(rows).toEqual([
      {
        big: '9007199254740993',
        count: '2',
        bytes: Buffer.from([0, 255]),
        money: '12.50',
        time: '2026-02-02 22:35:06.789+00',
        json: { a: 'ü', b: [1.5, null] },
        list: ['x', null],
      },
    ]);
    const [scope] = await addProject(database, 'acme', ['production']);
    if (scope === undefined) throw new Error('No scope.');
    const row = { ...aResource(scope.environmentId, 'pro'), revision: Number.MAX_SAFE_INTEGER };
    await database.withEnvironment(scope, 'write', ({ tx }) => tx.insert(resources).values(row));
    expect(await database.withEnvironment(scope, 'read', ({ tx }) => tx.select().from(resources))).toEqual([row]);
  });

  it('pages in the order of bytes, whatever the language of the database', async () => {
    const database = await databases.shared();
    const [scope] = await addProject(database, 'acme', ['production']);
    if (scope === undefined) throw new Error('No scope.');
    const keys = ['a-b', 'aa', 'B', 'a_b', 'é', 'Z', 'z', 'a'];
    await database.withEnvironment(scope, 'write', ({ tx }) =>
      tx.insert(resources).values(keys.map((key) => aResource(scope.environmentId, key))),
    );
    const rows = await database.withEnvironment(scope, 'read', ({ tx }) =>
      tx.select().from(resources).orderBy(resources.kind, resources.key),
    );
    expect(rows.map(({ key }) => key)).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it('ends a statement that runs too long, keeps what was committed, and goes on', async () => {
    const database = await databases.open({ statement: 3_000 });
    await addProject(database, 'acme', ['production']);
    const runaway = database.withControlPlane('read', (tx) => tx.execute(sql`SELECT pg_sleep(600)`));
    await expect(runaway).rejects.toSatisfy((error) => sqlState(error) === '57014');
    expect(await database.withControlPlane('read', (tx) => tx.select({ key: projects.key }).from(projects))).toEqual([
      { key: 'acme' },
    ]);
    await database.ping();
  });

  it('answers a ping while a transaction is open, and rejects once closed', async () => {
    const database = await databases.open();
    await database.withControlPlane('read', () => database.ping());
    await database.close();
    await database.close();
    await expect(database.withControlPlane('read', () => Promise.resolve())).rejects.toMatchObject({
      code: 'db/unreachable',
    });
  });

  it('closes though a transaction never ends', async () => {
    const database = await databases.open({ close: 100 });
    const [begun, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stuck = database.withControlPlane('read', async (tx) => {
      await tx.execute(sql`SELECT 1`);
      begun.resolve();
      await closed.promise;
      return tx.execute(sql`SELECT 1`);
    });
    stuck.catch(() => undefined);
    await begun.promise;
    await database.close();
    closed.resolve();
    await expect(stuck).rejects.toThrow();
  });
});
