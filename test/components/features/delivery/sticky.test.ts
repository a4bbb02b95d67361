import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { channel } from '../../../../src/db/announcements/announce-within.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { counting, type SignedIn, startSignedIn } from '../../../support/signed-in.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer, type TestServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

type Headers = Readonly<Record<string, string>>;

const theme = (rollout: { readonly [variation: string]: number }, more: JsonObject = {}) => ({
  'Flag/theme': {
    variations: Object.fromEntries(Object.keys(rollout).map((name) => [name, name])),
    fallthrough: { rollout, by: 'user.key', sticky: true },
    ...more,
  },
});

/** Resolves when what was announced has come: PostgreSQL tells a process of its own announcements too, a little later. */
async function allHeard(database: Database): Promise<void> {
  if (database.kind === 'embedded') return;
  const mark = randomUUID();
  let isHeard = false;
  const end = database.subscribe((told) => {
    if (told?.environmentId === mark) isHeard = true;
  });
  // It may not be listening yet.
  while (!isHeard) {
    await database.withControlPlane('write', (tx) => tx.execute(sql`SELECT pg_notify(${channel}, ${`${mark} plans`})`));
    await pause(5);
  }
  end();
}

async function themeOf(server: TestServer, headers: Headers, context: JsonObject, path = '/v1/flag-evaluations') {
  const { json } = await server.call('POST', path, { headers, body: { context } });
  const { theme: found } = (json['flags'] ?? { theme: json }) as { readonly theme?: { readonly value?: unknown } };
  return found?.value;
}

anyDatabase((databases) => {
  async function start(database: Database): Promise<SignedIn & { readonly secret: Headers; readonly page: Headers }> {
    const server = await startSignedIn(database);
    await server.seed.resources(theme({ a: 100, b: 0 }));
    const { headers: page } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    return { ...server, page, secret: (await server.key()).headers };
  }
  const kept = (database: Database) =>
    inEnvironment(database, async ({ tx }) => {
      const { rows } = await tx.execute<{ who: string }>(
        sql`SELECT tenant_id || ' ' || unit || ' ' || variation AS who FROM sticky_assignments ORDER BY 1`,
      );
      return rows.map(({ who }) => who);
    });

  it('FR-F008 a unit keeps what it was dealt when the percentages change, on every server', async () => {
    const database = await databases.shared();
    const here = await start(database);
    const asAda = { ...(await here.as('ada')), ...here.page };
    const inAcme = { user: { key: 'ada' }, tenant: { key: 'acme' } };
    expect(await themeOf(here, asAda, {})).toBe('a');
    expect(await themeOf(here, here.secret, { user: { key: 'sue' } })).toBe('a');
    expect(await themeOf(here, here.page, { user: { key: 'eve' } })).toBe('a');
    await here.seed.resources(theme({ a: 0, b: 100 }));
    // Whether it is written already or waits in memory still.
    expect(await themeOf(here, asAda, {})).toBe('a');
    expect(await themeOf(here, asAda, { user: { key: 'zoe' } })).toBe('a');
    expect(await themeOf(here, here.secret, inAcme)).toBe('a');
    expect(await themeOf(here, here.secret, { user: { key: 'kim' } })).toBe('b');
    await here.server.close();
    const there = await startServer(database, { operations: wholeTable });
    expect(await themeOf(there, asAda, {})).toBe('a');
    expect(await themeOf(there, asAda, {}, '/ofrep/v1/evaluate/flags/theme')).toBe('a');
    expect(await themeOf(there, there.admin(), inAcme)).toBe('a');
    expect(await themeOf(there, here.secret, { user: { key: 'kim' } })).toBe('b');
    await there.server.close();
    expect(await kept(database)).toEqual([
      ' user.key=kim b',
      ' user.key=sue a',
      '- user.key=eve a',
      'acme user.key=ada a',
    ]);
  });

  it('FR-F008 a unit keeps what it was dealt while that is being written', async () => {
    const database = await databases.shared();
    const there = await start(database);
    const [mayWrite, hasWritten, hasRead, mayRead] = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ];
    let holdsReaders = false;
    const here = await startServer(
      {
        kind: database.kind,
        withControlPlane: (isolation, work) => database.withControlPlane(isolation, work),
        withEnvironment: async (scope, isolation, work) => {
          const isHeld = holdsReaders;
          if (isolation === 'write') await mayWrite.promise;
          const result = await database.withEnvironment(scope, isolation, work);
          if (isolation === 'write') hasWritten.resolve();
          else if (isHeld) {
            hasRead.resolve();
            await mayRead.promise;
          }
          return result;
        },
        subscribe: (handler) => database.subscribe(handler),
        connections: () => database.connections(),
        ping: () => database.ping(),
        close: () => database.close(),
      },
      { operations: wholeTable },
    );
    const ask = (key: string) => themeOf(here, here.admin(), { user: { key } });
    expect(await ask('sue')).toBe('a');
    await there.seed.resources(theme({ a: 0, b: 100 }));
    expect(await ask('kim')).toBe('b');
    holdsReaders = true;
    const asked = ask('sue');
    // She was looked for where she is not yet.
    await hasRead.promise;
    mayWrite.resolve();
    await hasWritten.promise;
    await new Promise((resolve) => setImmediate(resolve));
    mayRead.resolve();
    expect(await asked).toBe('a');
  });

  it('P04 what a page asked for anybody holds for pages alone', async () => {
    const database = await databases.shared();
    const server = await start(database);
    expect(await themeOf(server, server.page, { user: { key: 'ada' } })).toBe('a');
    await server.seed.resources(theme({ a: 0, b: 100 }));
    expect(await themeOf(server, server.page, { user: { key: 'ada' } })).toBe('a');
    expect(await themeOf(server, { ...(await server.as('ada')), ...server.page }, {})).toBe('b');
    expect(await themeOf(server, server.secret, { user: { key: 'ada' } })).toBe('b');
    // A server has said what holds for her.
    expect(await themeOf(server, server.page, { user: { key: 'ada' } })).toBe('b');
  });

  it('FR-F008 deals anew where the variation is gone, the tenant went, or nobody asked for 90 days', async () => {
    const database = await databases.shared();
    const server = await start(database);
    const { clock, secret, seed } = server;
    const bob = await server.as('bob', { tenantId: 'globex' });
    expect(await themeOf(server, { ...bob, ...server.page }, {})).toBe('a');
    expect(await themeOf(server, secret, { user: { key: 'sue' } })).toBe('a');
    expect(await themeOf(server, secret, { user: { key: 'tim' } })).toBe('a');
    await expect.poll(() => kept(database)).toHaveLength(3);
    await seed.resources(theme({ c: 100, b: 0 }));
    expect(await themeOf(server, secret, { user: { key: 'sue' } })).toBe('c');
    await seed.resources(theme({ c: 0, b: 100, a: 0 }));
    // Whether that is written already, or waits in memory while what was dealt before is what is written still.
    expect(await themeOf(server, secret, { user: { key: 'sue' } })).toBe('c');
    await expect.poll(() => kept(database)).toEqual([' user.key=sue c', ' user.key=tim a', 'globex user.key=bob a']);
    await server.call('DELETE', '/v1/tenants/globex', { headers: server.admin() });
    expect(await kept(database)).toEqual([' user.key=sue c', ' user.key=tim a']);
    clock.advance(60 * 86_400_000);
    expect(await themeOf(server, secret, { user: { key: 'sue' } })).toBe('c');
    await server.server.close();
    // Sue came back, and Tim did not.
    const later = await startServer(database, { operations: wholeTable });
    later.clock.advance(100 * 86_400_000);
    expect(await themeOf(later, later.admin(), { user: { key: 'new' } })).toBe('b');
    await later.server.close();
    expect(await kept(database)).toEqual([' user.key=new b', ' user.key=sue c']);
  });

  it('FR-F008 keeps what was dealt in place of a variation that is gone, whoever had dealt that', async () => {
    const database = await databases.shared();
    const server = await start(database);
    const { seed } = server;
    const asAda = { ...(await server.as('ada')), ...server.page };
    expect(await themeOf(server, server.secret, { user: { key: 'ada' } })).toBe('a');
    await expect.poll(() => kept(database)).toEqual([' user.key=ada a']);
    await seed.resources(theme({ c: 100, b: 0 }));
    expect(await themeOf(server, asAda, {})).toBe('c');
    await expect.poll(() => kept(database)).toEqual([' user.key=ada a', 'acme user.key=ada c']);
    await seed.resources(theme({ c: 0, b: 100 }));
    expect(await themeOf(server, asAda, {})).toBe('c');
    await server.server.close();
  });

  it('P09 nothing sensitive is written down: who is dealt by it is dealt by the percentages of the day', async () => {
    const database = await databases.shared();
    const server = await start(database);
    const sensitive = {
      attributes: { mail: { type: 'string', sensitive: true }, key: { type: 'string', sensitive: true } },
    };
    const dealing = (by: string, a: number) => ({
      'ContextKind/user': sensitive,
      ...theme({ a, b: 100 - a }, { fallthrough: { rollout: { a, b: 100 - a }, by, sticky: true } }),
    });
    const sue = { user: { key: 'sue', mail: 'sue@acme.com' } };
    for (const by of ['user.mail', 'user.key']) {
      await server.seed.resources(dealing(by, 100));
      expect(await themeOf(server, server.secret, sue)).toBe('a');
      await server.seed.resources(dealing(by, 0));
      expect(await themeOf(server, server.secret, sue)).toBe('b');
    }
    await server.server.close();
    expect(await kept(database)).toEqual([]);
  });

  it('asks nothing of the database where nothing is sticky, and once where something is', async () => {
    const database = await databases.shared();
    const counted = counting(database);
    const server = await startServer(counted, { operations: wholeTable });
    const seed = seedsOn({ call: server.call, headers: server.admin() });
    const ask = async () => {
      counted.counts.environment = 0;
      await themeOf(server, server.admin(), { user: { key: 'ada' } });
      return counted.counts.environment;
    };
    await seed.resources({ 'Flag/theme': { variations: { a: 1, b: 2 }, fallthrough: 'a' } });
    await allHeard(database);
    await ask();
    expect([await ask(), await ask()]).toEqual([0, 0]);
    await seed.resources({ ...theme({ a: 50, b: 50 }), 'Flag/other': theme({ a: 50, b: 50 })['Flag/theme'] });
    await ask();
    await expect.poll(() => kept(database)).toHaveLength(2);
    await allHeard(database);
    await ask();
    expect([await ask(), await ask()]).toEqual([1, 1]);
  });
});
