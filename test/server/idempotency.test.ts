import { expect, it } from 'vitest';
import { defineError, makeError } from '../../src/engine/platform-error/index.ts';
import { sql } from 'drizzle-orm';
import { eachDatabase } from '../support/databases.ts';
import { basicOperations, probe, startServer, textOf } from '../support/test-server.ts';

const refused = defineError({ code: 'probe/refused', type: 'conflict', userMessage: 'No.', meaning: '' });

eachDatabase((databases) => {
  it('SD-01 does a mutation once, and gives the very bytes of its answer again', async () => {
    let runs = 0;
    const { call, admin } = await startServer(await databases.shared(), {
      operations: () => [
        probe(async () => {
          runs += 1;
          return {
            status: 201,
            body: { zebra: runs, a: 'ü', list: [1, null] },
            headers: { location: `/v1/runs/${runs}` },
          };
        }),
      ],
    });
    const send = (key: string | null) =>
      call('POST', '/v1/probe', {
        headers: { ...admin(), ...(key === null ? {} : { 'idempotency-key': key }) },
        body: { n: 1 },
      });
    const first = await send('key-1');
    const second = await send('key-1');
    expect([first.status, first.text, first.headers['location'], first.headers['idempotent-replayed']]).toStrictEqual([
      201,
      '{"zebra":1,"a":"ü","list":[1,null]}',
      '/v1/runs/1',
      undefined,
    ]);
    expect([
      second.status,
      second.text,
      second.headers['location'],
      second.headers['idempotent-replayed'],
    ]).toStrictEqual([first.status, first.text, first.headers['location'], 'true']);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    await send('key-2');
    await send(null);
    expect(runs).toBe(3);
  });

  it('SD-01 holds for every mutation of the table: a second call changes nothing', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const id = textOf((await key()).created['id']);
    const mutations = [
      ['PUT', '/v1/secrets/A', { value: 'x' }],
      ['POST', '/v1/keys', { type: 'secret', name: 'twice', scopes: ['*'] }],
      ['POST', `/v1/keys/${id}/rotate`, { expiresInSeconds: 60 }],
      ['DELETE', `/v1/keys/${id}`, undefined],
      ['DELETE', '/v1/secrets/A', undefined],
    ] as const;
    for (const [method, path, body] of mutations) {
      const send = () =>
        call(method, path, {
          headers: { ...admin(), 'idempotency-key': 'once' },
          ...(body === undefined ? {} : { body }),
        });
      const [first, second] = [await send(), await send()];
      expect([path, first.status < 300, first.headers['idempotent-replayed']]).toStrictEqual([path, true, undefined]);
      expect([second.status, second.text, second.headers['idempotent-replayed']]).toStrictEqual([
        first.status,
        first.text,
        'true',
      ]);
    }
    const keys = await call('GET', '/v1/keys', { headers: admin() });
    expect(keys.json).toMatchObject({ pagination: { totalItems: 3 } });
  });

  it('SD-01 refuses the same key for another body or path, and keeps keys of operations and environments apart', async () => {
    const { call, admin } = await startServer(await databases.shared());
    const set = (name: string, value: string, environment = 'development') =>
      call('PUT', `/v1/secrets/${name}`, {
        headers: { ...admin(environment), 'idempotency-key': 'k' },
        body: { value },
      });
    expect((await set('A', 'one')).status).toBe(200);
    expect(await set('A', 'two')).toMatchObject({ status: 409, code: 'idempotency/key-reused' });
    expect(await set('B', 'one')).toMatchObject({ status: 409, code: 'idempotency/key-reused' });
    expect((await set('A', 'two', 'staging')).headers['idempotent-replayed']).toBeUndefined();
    const removed = await call('DELETE', '/v1/secrets/A', { headers: { ...admin(), 'idempotency-key': 'k' } });
    expect([removed.status, removed.headers['idempotent-replayed']]).toStrictEqual([204, undefined]);
  });

  it('SD-01 keeps an answer for the key that asked: no other key of the environment is ever given it', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const strong = await key();
    const weak = await key({ scopes: ['keys:write'] });
    const none = await key({ scopes: ['secrets:read'] });
    const create = (headers: Readonly<Record<string, string>>) =>
      call('POST', '/v1/keys', {
        headers: { ...headers, 'idempotency-key': 'k1' },
        body: { type: 'secret', name: 'ci', scopes: ['*'] },
      });
    const first = await create(admin());
    expect(first.status).toBe(201);
    expect(await create(weak.headers)).toMatchObject({ status: 403, code: 'keys/scope-not-held' });
    expect(await create(none.headers)).toMatchObject({ status: 403, code: 'auth/scope-missing' });
    const second = await create(strong.headers);
    expect([second.status, second.headers['idempotent-replayed']]).toStrictEqual([201, undefined]);
    expect(second.json['key']).not.toBe(first.json['key']);
    expect((await create(strong.headers)).text).toBe(second.text);
    expect((await create(admin())).text).toBe(first.text);
  });

  it('SD-01 authorizes before it repeats: a key that was revoked since is refused its own answer', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const { headers, id } = await key();
    const set = () =>
      call('PUT', '/v1/secrets/A', { headers: { ...headers, 'idempotency-key': 'k' }, body: { value: 'x' } });
    expect((await set()).status).toBe(200);
    await call('DELETE', `/v1/keys/${id}`, { headers: admin() });
    expect(await set()).toMatchObject({ status: 401, code: 'auth/revoked-key' });
  });

  it('SD-01 runs one of two requests with one key that arrive together', async () => {
    let runs = 0;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const { call, admin } = await startServer(await databases.shared(), {
      operations: () => [
        probe(async () => {
          runs += 1;
          entered();
          await held;
          return { status: 200, body: { runs } };
        }),
      ],
    });
    const send = () => call('POST', '/v1/probe', { headers: { ...admin(), 'idempotency-key': 'k' }, body: {} });
    const first = send();
    await inside;
    const second = send();
    if (databases.kind === 'postgres') {
      // The other connection is told at once; the embedded database has one connection, so there the second waits.
      const told = await second;
      expect([told.status, told.code, told.headers['retry-after'], told.headers['dream-should-retry']]).toStrictEqual([
        409,
        'idempotency/in-progress',
        '1',
        'true',
      ]);
    }
    release();
    expect((await first).json).toStrictEqual({ runs: 1 });
    const replayed = databases.kind === 'postgres' ? await send() : await second;
    expect([replayed.text, replayed.headers['idempotent-replayed']]).toStrictEqual(['{"runs":1}', 'true']);
    expect(runs).toBe(1);
  });

  it('SD-01 never runs twice however many arrive together, serializable operations included', async () => {
    let runs = 0;
    const { call, admin } = await startServer(await databases.shared(), {
      operations: (host, masterKey) => [
        probe(
          async ({ session, now }) => {
            runs += 1;
            await session.tx.execute(sql`insert into secrets (environment_id, name, sealed, sealed_with, updated_by, updated_at)
              values (${session.environmentId}, ${`N${runs}`}, '', '', '', ${now.toISOString()})`);
            return { status: 200, body: {} };
          },
          { transaction: 'serializable' },
        ),
        ...basicOperations(host, masterKey),
      ],
    });
    await call('GET', '/v1/secrets', { headers: admin() });
    const send = () => call('POST', '/v1/probe', { headers: { ...admin(), 'idempotency-key': 'k' }, body: {} });
    const answers = await Promise.all(Array.from({ length: 12 }, send));
    expect(
      answers.filter(({ status, headers }) => status === 200 && headers['idempotent-replayed'] === undefined),
    ).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await call('GET', '/v1/secrets', { headers: admin() })).json).toMatchObject({
      pagination: { totalItems: 1 },
    });
  });

  it('SD-01 remembers no failure: it changed nothing, and the next try is a first one', async () => {
    let fail = true;
    const { call, admin } = await startServer(await databases.shared(), {
      operations: () => [
        probe(() =>
          fail
            ? Promise.reject(makeError(refused, { message: 'not now' }))
            : Promise.resolve({ status: 200, body: { done: true } }),
        ),
      ],
    });
    const send = () => call('POST', '/v1/probe', { headers: { ...admin(), 'idempotency-key': 'k' }, body: {} });
    expect((await send()).code).toBe('probe/refused');
    fail = false;
    const second = await send();
    expect([second.status, second.headers['idempotent-replayed']]).toStrictEqual([200, undefined]);
    expect((await send()).headers['idempotent-replayed']).toBe('true');
  });

  it('SD-01 forgets after 24 hours', async () => {
    const { call, admin, clock } = await startServer(await databases.shared());
    const set = (value: string) =>
      call('PUT', '/v1/secrets/A', { headers: { ...admin(), 'idempotency-key': 'k' }, body: { value } });
    await set('one');
    clock.advance(24 * 3600 * 1000 - 1);
    expect((await set('one')).headers['idempotent-replayed']).toBe('true');
    clock.advance(1);
    const later = await set('two');
    expect([later.status, later.headers['idempotent-replayed']]).toStrictEqual([200, undefined]);
  });

  it('SD-01 gives a new key again to whoever repeats the request, and keeps it sealed meanwhile', async () => {
    const database = await databases.shared();
    const { call, admin } = await startServer(database);
    const send = () =>
      call('POST', '/v1/keys', {
        headers: { ...admin(), 'idempotency-key': 'k' },
        body: { type: 'secret', name: 'ci', scopes: ['*'] },
      });
    const first = await send();
    expect((await send()).text).toBe(first.text);
    const rows = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`select body::text as body from idempotency_keys`),
    );
    expect(JSON.stringify(rows.rows)).toContain('sealed');
    expect(JSON.stringify(rows.rows)).not.toContain(textOf(first.json['key']).slice(8, 40));
    const otherMasterKey = await startServer(database);
    const replay = await otherMasterKey.call('POST', '/v1/keys', {
      headers: { ...admin(), 'idempotency-key': 'k' },
      body: { type: 'secret', name: 'ci', scopes: ['*'] },
    });
    expect(replay.status).toBe(409);
  });

  it('SD-01 refuses to repeat a new key where no master key could seal it', async () => {
    const database = await databases.shared();
    const { call, admin } = await startServer(database, { masterKey: null });
    const send = () =>
      call('POST', '/v1/keys', {
        headers: { ...admin(), 'idempotency-key': 'k' },
        body: { type: 'secret', name: 'ci', scopes: ['*'] },
      });
    const first = await send();
    expect(first.status).toBe(201);
    expect(await send()).toMatchObject({ status: 409, code: 'idempotency/replay-unavailable' });
    const rows = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`select body::text as body from idempotency_keys`),
    );
    expect(rows.rows).toStrictEqual([{ body: '{}' }]);
  });

  it.each([['with space'], ['ü'], ['x'.repeat(256)]])('SD-01 refuses %j as a key', async (idempotencyKey) => {
    const { call, admin } = await startServer(await databases.shared());
    const answer = await call('PUT', '/v1/secrets/A', {
      headers: { ...admin(), 'idempotency-key': idempotencyKey },
      body: { value: 'x' },
    });
    expect(answer).toMatchObject({ status: 400, code: 'idempotency/malformed-key' });
  });
});
