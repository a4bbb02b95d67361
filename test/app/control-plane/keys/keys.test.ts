import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../../../src/engine/json.ts';
import { hashApiKey } from '../../../../src/server/auth/api-key-format.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { basicOperations, keyHeaders, probe, startServer, textOf } from '../../../support/test-server.ts';

const day = 24 * 3600 * 1000;

anyDatabase((databases) => {
  it('DA-01 shows a key once, and keeps its hash only', async () => {
    const database = await databases.shared();
    const { call, admin, key } = await startServer(database);
    const { created } = await key();
    const secret = textOf(created['key']);
    expect(created).toMatchObject({
      type: 'secret',
      mode: 'test',
      scopes: ['*'],
      createdBy: 'local',
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(created['hint']).toBe(`sk_test_…${secret.slice(-4)}`);
    const list = await call('GET', '/v1/keys', { headers: admin() });
    expect(list.json['data']).toMatchObject([{ id: created['id'] }]);
    expect(list.text).not.toContain(secret.slice(8, -4));
    const rows = await database.withControlPlane('read', (tx) => tx.execute(sql`select * from api_keys`));
    expect(JSON.stringify(rows.rows)).toContain(hashApiKey(secret));
    expect(JSON.stringify(rows.rows)).not.toContain(secret.slice(8, -4));
  });

  it('DA-01 lets a key in to its own environment, and nowhere else', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    await call('PUT', '/v1/secrets/STAGING', { headers: admin('staging'), body: { value: 'x' } });
    await call('PUT', '/v1/secrets/OTHER', { headers: admin('development', 'test', 'other'), body: { value: 'x' } });
    const { headers } = await key();
    expect((await call('GET', '/v1/secrets', { headers })).json).toMatchObject({ pagination: { totalItems: 0 } });
    for (const named of [{ 'dream-environment': 'staging' }, { 'dream-project': 'other' }]) {
      const answer = await call('GET', '/v1/secrets', { headers: { ...headers, ...named } });
      expect(answer).toMatchObject({ status: 403, code: 'auth/environment-mismatch' });
    }
    const right = { ...headers, 'dream-project': 'acme', 'dream-environment': 'development' };
    expect((await call('GET', '/v1/secrets', { headers: right })).status).toBe(200);
  });

  it('DA-01 lets a key do what its scopes say, and names the one that is missing', async () => {
    const { call, key } = await startServer(await databases.shared());
    const { headers } = await key({ scopes: ['secrets:write', 'keys:write'] });
    expect((await call('PUT', '/v1/secrets/A', { headers, body: { value: 'x' } })).status).toBe(200);
    const refused = await call('GET', '/v1/secrets', { headers });
    expect(refused).toMatchObject({ status: 403, code: 'auth/scope-missing' });
    expect(refused.json).toMatchObject({ error: { details: { scope: 'secrets:read' } } });
  });

  it('DA-01 nobody creates or rotates a key that may do more than their own', async () => {
    const { call, key } = await startServer(await databases.shared());
    const strong = await key();
    const { headers } = await key({ scopes: ['keys:write', 'secrets:read'] });
    const create = (scopes: readonly string[]) =>
      call('POST', '/v1/keys', { headers, body: { type: 'secret', name: 'n', scopes } });
    for (const scopes of [['*'], ['secrets:read', 'secrets:write']]) {
      expect(await create(scopes)).toMatchObject({ status: 403, code: 'keys/scope-not-held' });
    }
    const rotate = await call('POST', `/v1/keys/${strong.id}/rotate`, { headers, body: {} });
    expect(rotate).toMatchObject({ status: 403, code: 'keys/scope-not-held' });
    expect((await create(['secrets:read'])).status).toBe(201);
  });

  it('DA-01 publishable keys hold scopes of operations for publishable keys, reading and writing, and no others', async () => {
    const open = probe(async () => ({ status: 200, body: {} }), { auth: ['user'], scope: 'notes:write' });
    const { call, admin } = await startServer(await databases.shared(), {
      operations: (host, masterKey) => [open, ...basicOperations(host, masterKey)],
    });
    const create = (scopes?: readonly string[]) => {
      const draft = { type: 'publishable', name: 'n', ...(scopes === undefined ? {} : { scopes }) };
      return call('POST', '/v1/keys', { headers: admin(), body: draft });
    };
    for (const [scopes, closed, place] of [
      [['*'], '*', 0],
      [['keys:read'], 'keys:read', 0],
      [['notes:write', 'keys:write', 'secrets:read'], 'keys:write, secrets:read', 1],
    ] as const) {
      const answer = await create(scopes);
      expect(answer).toMatchObject({ status: 400, code: 'keys/publishable-scope' });
      expect(answer.json).toMatchObject({
        error: {
          message: `A publishable key is seen by everybody, and may not hold ${closed}.`,
          param: `/scopes/${place}`,
          details: { hint: 'It may hold notes:write.', allowed: ['notes:write'] },
        },
      });
    }
    for (const scopes of [['notes:write'], undefined]) {
      const made = await create(scopes);
      expect(made).toMatchObject({ status: 201, json: { scopes: ['notes:write'] } });
      // Of use to users alone.
      const alone = await call('POST', '/v1/probe', { headers: keyHeaders(textOf(made.json['key'])), body: {} });
      expect(alone.code).toBe('auth/key-type-not-allowed');
    }
  });

  it('DA-01 a key gets the scopes of its type unless told otherwise, a publishable one none where no operation takes it', async () => {
    const catalogue = probe(async () => ({ status: 200, body: {} }), {
      method: 'GET',
      auth: ['secret', 'publishable'],
      scope: 'catalogue:read',
      transaction: 'read',
    });
    const { body: _, ...reading } = catalogue;
    const database = await databases.shared();
    const without = await startServer(database);
    const withOne = await startServer(database, {
      operations: (host, masterKey) => [reading, ...basicOperations(host, masterKey)],
    });
    const create = ({ call, admin }: typeof without, type: string) =>
      call('POST', '/v1/keys', { headers: admin(), body: { type, name: 'n' } });
    expect(await create(without, 'secret')).toMatchObject({ status: 201, json: { scopes: ['*'] } });
    expect(await create(without, 'publishable')).toMatchObject({ status: 201, json: { scopes: [] } });
    const publishable = await create(withOne, 'publishable');
    expect(publishable).toMatchObject({ status: 201, json: { scopes: ['catalogue:read'] } });
    const headers = keyHeaders(textOf(publishable.json['key']));
    expect((await withOne.call('GET', '/v1/probe', { headers })).status).toBe(200);
    expect((await withOne.call('GET', '/v1/keys', { headers })).code).toBe('auth/key-type-not-allowed');
  });

  it('DA-01 refuses a scope that no operation asks for, naming the likely one, and a secret key without any', async () => {
    const { call, admin } = await startServer(await databases.shared());
    const create = (scopes: readonly string[], type = 'secret') =>
      call('POST', '/v1/keys', { headers: admin(), body: { type, name: 'n', scopes } });
    const allowed = ['*', 'configuration:read', 'keys:read', 'keys:write', 'secrets:read', 'secrets:write'];
    const wrong = await create(['keys:read', 'key:write']);
    expect(wrong).toMatchObject({ status: 400, code: 'keys/unknown-scope' });
    expect(wrong.json).toMatchObject({
      error: {
        message: "'key:write' is not a scope of this server.",
        param: '/scopes/1',
        details: { hint: 'Did you mean `keys:write`?', allowed },
      },
    });
    // Not of the form of a scope, and yet plainly one: what is further away may be a secret, and is not repeated.
    expect((await create(['secrets:reed'])).json).toMatchObject({
      error: {
        message: "'secrets:reed' is not a scope of this server.",
        details: { hint: 'Did you mean `secrets:read`?' },
      },
    });
    expect((await create(['sk_test_0123456789'])).json).toMatchObject({
      error: { message: '`scopes[0]` is not a scope of this server.' },
    });
    expect((await create(['zebra:read'])).json).toMatchObject({
      error: { details: { hint: `There are ${allowed.join(', ')}.` } },
    });
    expect(await create(['zebra:read'], 'publishable')).toMatchObject({ status: 400, code: 'keys/unknown-scope' });
    expect(await create([])).toMatchObject({ status: 400, code: 'keys/no-scopes' });
    expect(await create([], 'publishable')).toMatchObject({ status: 201, json: { scopes: [] } });
  });

  it('DA-01 a revoked key ends at once, once and for all', async () => {
    const { call, admin, key, clock } = await startServer(await databases.shared());
    const { headers, created } = await key();
    const revoke = () => call('DELETE', `/v1/keys/${textOf(created['id'])}`, { headers: admin() });
    const first = await revoke();
    expect(first.json).toMatchObject({ id: created['id'], revokedAt: '2026-11-20T09:00:00.000Z' });
    expect(await call('GET', '/v1/keys', { headers })).toMatchObject({ status: 401, code: 'auth/revoked-key' });
    clock.advance(1000);
    expect((await revoke()).text).toBe(first.text);
    const rotate = await call('POST', `/v1/keys/${textOf(created['id'])}/rotate`, { headers: admin(), body: {} });
    expect(rotate).toMatchObject({ status: 409, code: 'keys/not-active' });
  });

  it('DA-01 a rotated key lives on for its grace period, a day unless said otherwise', async () => {
    const { call, admin, key, clock } = await startServer(await databases.shared());
    const { headers, created } = await key({ scopes: ['keys:read'] });
    const rotate = (body: Json) => call('POST', `/v1/keys/${textOf(created['id'])}/rotate`, { headers: admin(), body });
    const successor = await rotate({});
    expect(successor.json).toMatchObject({ name: created['name'] ?? '', scopes: ['keys:read'], expiresAt: null });
    expect(successor.json['id']).not.toBe(created['id']);
    const successorHeaders = keyHeaders(textOf(successor.json['key']));
    const both = async () => [
      (await call('GET', '/v1/keys', { headers })).code,
      (await call('GET', '/v1/keys', { headers: successorHeaders })).status,
    ];
    expect(await both()).toStrictEqual([null, 200]);
    clock.advance(day - 1);
    expect(await both()).toStrictEqual([null, 200]);
    clock.advance(1);
    expect(await both()).toStrictEqual(['auth/expired-key', 200]);
    expect(await rotate({})).toMatchObject({ status: 409, code: 'keys/not-active' });
  });

  it('DA-01 a rotation with 0 seconds ends the old key at once, and a key is rotated once', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const { headers, created } = await key();
    const path = `/v1/keys/${textOf(created['id'])}/rotate`;
    const answers = await Promise.all(
      [0, 0, 0].map((expiresInSeconds) => call('POST', path, { headers: admin(), body: { expiresInSeconds } })),
    );
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toStrictEqual([201, 409, 409]);
    expect((await call('GET', '/v1/keys', { headers })).code).toBe('auth/expired-key');
  });

  it('DA-01 a rotation does not outlive what the old key was given, and gives the new one as long', async () => {
    const { call, admin, key, clock } = await startServer(await databases.shared());
    const { created } = await key({ expiresAt: '2026-11-20T10:00:00Z' });
    clock.advance(day / 48);
    const successor = await call('POST', `/v1/keys/${textOf(created['id'])}/rotate`, { headers: admin(), body: {} });
    expect(successor.json['expiresAt']).toBe('2026-11-20T10:30:00.000Z');
    const list = await call('GET', '/v1/keys', { headers: admin() });
    expect(list.json['data']).toMatchObject([
      { id: successor.json['id'] },
      { id: created['id'], expiresAt: '2026-11-20T10:00:00.000Z' },
    ]);
  });

  it.each([
    ['2026-11-20T09:00:00Z'],
    ['2016-12-31T23:59:60Z'],
    ['0001-01-01T00:00:00Z'],
    ['tomorrow'],
    ['2026-13-01T00:00:00Z'],
  ])('DA-01 refuses a key that expires at %s', async (expiresAt) => {
    const { call, admin } = await startServer(await databases.shared());
    const body = { type: 'secret', name: 'n', scopes: ['*'], expiresAt };
    expect((await call('POST', '/v1/keys', { headers: admin(), body })).status).toBe(400);
  });

  it('DA-01 notes the use of a key after the answer, at most once a minute', async () => {
    const { call, admin, key, clock, server } = await startServer(await databases.shared());
    const { headers } = await key();
    const used = async () => {
      const { json } = await call('GET', '/v1/keys', { headers: admin() });
      const rows = json['data'];
      return Array.isArray(rows) && isJsonObject(rows[0]) ? rows[0]['lastUsedAt'] : undefined;
    };
    const start = '2026-11-20T09:00:00.000Z';
    await call('GET', '/v1/keys', { headers });
    await expect.poll(used).toBe(start);
    clock.advance(59_000);
    await call('GET', '/v1/keys', { headers });
    clock.advance(1_000);
    expect(await used()).toBe(start);
    await call('GET', '/v1/keys', { headers });
    await expect.poll(used).toBe('2026-11-20T09:01:00.000Z');
    await server.close();
  });

  it('answers 404 for a key of another environment, and leaves it alone', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const { created, headers } = await key();
    const revoke = await call('DELETE', `/v1/keys/${textOf(created['id'])}`, { headers: admin('staging') });
    expect(revoke).toMatchObject({ status: 404, code: 'keys/not-found' });
    expect((await call('GET', '/v1/keys', { headers })).status).toBe(200);
  });

  it('SD-04 a key carries the mode of its environment, and is of no use in the other mode', async () => {
    const database = await databases.shared();
    const { call, clock, key } = await startServer(database);
    const test = await key({ environment: 'development', mode: 'test' });
    const live = await key({ environment: 'production', mode: 'live' });
    expect(textOf(test.created['key'])).toMatch(/^sk_test_/);
    expect(textOf(live.created['key'])).toMatch(/^sk_live_/);
    expect([test.created['mode'], live.created['mode']]).toStrictEqual(['test', 'live']);
    const wrongMode = await call('GET', '/v1/keys', { headers: { ...test.headers, 'dream-environment-mode': 'live' } });
    expect(wrongMode).toMatchObject({ status: 401, code: 'auth/mode-mismatch' });
    // As after a row was changed by hand: the prefix decides as much as the row.
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`update environments set mode = 'live' where key = 'development'`),
    );
    // The server looks at a key it knows every 250 ms at most.
    clock.advance(250);
    expect(await call('GET', '/v1/keys', { headers: test.headers })).toMatchObject({
      status: 401,
      code: 'auth/mode-mismatch',
    });
  });

  it('SD-04 test and live data are apart', async () => {
    const { call, key } = await startServer(await databases.shared());
    const test = await key({ environment: 'development', mode: 'test' });
    const live = await key({ environment: 'production', mode: 'live' });
    await call('PUT', '/v1/secrets/A', { headers: test.headers, body: { value: 'x' } });
    expect((await call('GET', '/v1/secrets', { headers: live.headers })).json).toMatchObject({ data: [] });
    expect(await call('DELETE', '/v1/secrets/A', { headers: live.headers })).toMatchObject({ status: 404 });
  });

  it('SD-04 the mode of an environment that has a key never changes, even when the key is revoked', async () => {
    const { call, admin, key } = await startServer(await databases.shared());
    const { id } = await key({ environment: 'production', mode: 'live' });
    await call('DELETE', `/v1/keys/${id}`, { headers: admin('production', 'live') });
    expect(await call('GET', '/v1/keys', { headers: admin('production', 'test') })).toMatchObject({
      status: 409,
      code: 'environments/mode-fixed',
    });
    const { 'dream-environment-mode': _, ...anyMode } = admin('production');
    expect((await call('GET', '/v1/keys', { headers: anyMode })).status).toBe(200);
  });
});
