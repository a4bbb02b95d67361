import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/contract.ts';
import { formatApiKey } from '../../src/server/auth/api-key-format.ts';
import { eachDatabase } from '../support/databases.ts';
import { keyHeaders, startServer } from '../support/test-server.ts';

interface Watched {
  readonly database: Database;
  /** How often keys were looked for so far. */
  readonly reads: () => number;
  /** Resolves when none is being looked for any more, beside a request or in one, and what was found is known. */
  readonly idle: () => Promise<void>;
  /** Holds back what the next one finds, until it is called. */
  readonly holdNext: () => () => void;
}

function watched(database: Database): Watched {
  let reads = 0;
  let held: Promise<void> | undefined;
  const underWay = new Set<Promise<unknown>>();
  return {
    reads: () => reads,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await setImmediate();
    },
    holdNext() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    database: {
      kind: database.kind,
      withEnvironment: (scope, isolation, work) => database.withEnvironment(scope, isolation, work),
      async withControlPlane(isolation, work) {
        if (isolation !== 'read') return database.withControlPlane(isolation, work);
        reads += 1;
        const until = held;
        held = undefined;
        const reading = database.withControlPlane(isolation, work);
        underWay.add(reading);
        try {
          const found = await reading;
          await until;
          return found;
        } finally {
          underWay.delete(reading);
        }
      },
      subscribe: (handler) => database.subscribe(handler),
      connections: () => database.connections(),
      ping: () => database.ping(),
      close: () => database.close(),
    },
  };
}

eachDatabase((databases) => {
  it('DA-01 the server that revokes a key refuses it at once, another within a quarter of a second', async () => {
    const database = await databases.shared();
    const [here, there] = [await startServer(database), await startServer(database)];
    const { headers, id } = await here.key();
    const uses = async () => [
      (await here.call('GET', '/v1/secrets', { headers })).code,
      (await there.call('GET', '/v1/secrets', { headers })).code,
    ];
    expect(await uses()).toEqual([null, null]);

    await here.call('DELETE', `/v1/keys/${id}`, { headers: here.admin() });
    expect(await uses()).toEqual(['auth/revoked-key', null]);
    there.clock.advance(250);
    expect(await uses()).toEqual(['auth/revoked-key', 'auth/revoked-key']);
  });

  it('DA-01 a key is refused from the moment it expires, however lately it was used', async () => {
    const { call, key, clock } = await startServer(await databases.shared());
    const expiresAt = new Date(clock.now().getTime() + 200).toISOString();
    const { headers } = await key({ expiresAt });
    const use = async () => (await call('GET', '/v1/secrets', { headers })).code;
    clock.advance(199);
    expect(await use()).toBeNull();
    clock.advance(1);
    expect(await use()).toBe('auth/expired-key');
  });

  it('DA-01 a key in use is read a few times a second, and never kept when nobody issued it', async () => {
    const { database, idle, reads } = watched(await databases.shared());
    const { call, key, clock, host } = await startServer(database);
    const { headers } = await key();
    const elsewhere = (await key({ environment: 'staging' })).headers;
    const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = reads();
      await work();
      // A renewal beside the requests would otherwise come in between what is tried next.
      await idle();
      return reads() - before;
    };
    const use = () => call('GET', '/v1/secrets', { headers });
    expect(await readsOf(use)).toBe(1);
    expect(await readsOf(() => Promise.all([use(), use(), use()]))).toBe(0);
    // Renewed beside the requests before it is too old, and once however many come.
    clock.advance(125);
    expect(await readsOf(() => Promise.all([use(), use(), use()]))).toBe(1);
    // A clock that is put back makes nothing live longer.
    clock.advance(-1000);
    expect(await readsOf(use)).toBe(1);

    // What was changed in another environment is no matter, what in its own is.
    await call('PUT', '/v1/secrets/THERE', { headers: elsewhere, body: { value: 'x' } });
    expect(await readsOf(use)).toBe(0);
    await call('PUT', '/v1/secrets/HERE', { headers, body: { value: 'x' } });
    expect(await readsOf(use)).toBe(1);

    const never = keyHeaders(formatApiKey('secret', 'test', host.random.bytes(32)));
    const refused = () => call('GET', '/v1/secrets', { headers: never });
    expect(await readsOf(async () => [await refused(), await refused()])).toBe(2);
  });

  it('DA-01 a key revoked while it is being read is not kept as it was', async () => {
    const { database, holdNext } = watched(await databases.shared());
    const { call, key, admin } = await startServer(database);
    const { headers, id } = await key();
    const use = async () => (await call('GET', '/v1/secrets', { headers })).code;
    const release = holdNext();
    const meanwhile = use();
    await call('DELETE', `/v1/keys/${id}`, { headers: admin() });
    release();
    expect(await meanwhile).toBeNull();
    expect(await use()).toBe('auth/revoked-key');
  });
});
