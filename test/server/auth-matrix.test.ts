import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { formatApiKey } from '../../src/server/auth/api-key-format.ts';
import { createHost } from '../../src/host/create-host.ts';
import { scopesOf } from '../../src/server/auth/scope.ts';
import type { Operation } from '../../src/server/operation.ts';
import { createServer } from '../../src/server/create-server.ts';
import { anyDatabase } from '../support/databases.ts';
import { startSignedIn } from '../support/signed-in.ts';
import { keyHeaders, localToken } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

anyDatabase((databases) => {
  it('DA-01 every operation answers every kind of credential as its entry in the table says', async () => {
    const { call, admin, as, key, clock, host, masterKey } = await startSignedIn(await databases.shared());
    const operations = wholeTable(host, masterKey);
    const scopes = [...new Set(operations.map(({ scope }) => scope))];

    const revoked = await key();
    await call('DELETE', `/v1/keys/${revoked.id}`, { headers: admin() });
    const expired = await key({ expiresAt: '2026-11-20T09:00:01Z' });
    clock.advance(1000);
    const secret = await key();
    const publishable = await key({ type: 'publishable', scopes: scopesOf(operations).publishable });
    const local = admin();
    const withScope = new Map(
      await Promise.all(scopes.map(async (scope) => [scope, (await key({ scopes: [scope] })).headers] as const)),
    );
    // The same key with good tokens, and with others.
    const bearing = async (user: string, claims = {}) => ({
      ...publishable.headers,
      authorization: (await as(user, claims))['authorization'] ?? '',
    });
    const [member, expiredToken, stranger] = [
      await bearing('ada'),
      await bearing('ada', { exp: 1 }),
      await bearing('eve'),
    ];
    const otherScopes = { ...member, ...(await key({ type: 'publishable', scopes: [] })).headers };
    const unknown = formatApiKey('secret', 'test', randomBytes(32));

    for (const operation of operations) {
      const path = operation.path.replaceAll(/\{\w+\}/g, '1');
      const send = async (headers: Readonly<Record<string, string>>) => {
        const answer = await call(operation.method, path, {
          headers: { ...headers, 'content-type': 'application/json' },
          raw: 'x',
        });
        // The body is broken on purpose, and a GET has none: past the door means any answer but a refusal of the caller.
        return answer.code?.startsWith('auth/') === true ? answer.code : 'let in';
      };
      const takes = (mode: Operation['auth'][number]) =>
        operation.auth.includes(mode) ? 'let in' : 'auth/key-type-not-allowed';
      const takesUsers = (code: string) => (operation.auth.includes('user') ? code : 'auth/key-type-not-allowed');
      const otherScope = scopes.find((scope) => scope !== operation.scope) ?? operation.scope;
      const seen = {
        nothing: await send({}),
        'a secret key': await send(secret.headers),
        'a secret key in lower-case bearer': await send({
          authorization: secret.headers['authorization']?.replace('Bearer', 'bearer') ?? '',
        }),
        'a publishable key': await send(publishable.headers),
        'a secret key with just the scope': await send(withScope.get(operation.scope) ?? {}),
        'a secret key with another scope': await send(withScope.get(otherScope) ?? {}),
        'the local token': await send(local),
        'the local token without an environment': await send({ authorization: `Bearer ${localToken}` }),
        'another local token': await send({ ...local, authorization: `Bearer ${localToken.slice(0, -1)}_` }),
        'a revoked key': await send(revoked.headers),
        'an expired key': await send(expired.headers),
        'a key never issued': await send(keyHeaders(unknown)),
        'a mistyped key': await send(keyHeaders(`${unknown.slice(0, -1)}-`)),
        'a secret key as publishable': await send({ 'x-publishable-key': unknown }),
        'a publishable key as bearer': await send({
          authorization: `Bearer ${publishable.headers['x-publishable-key'] ?? ''}`,
        }),
        'a publishable key as an API key': await send({
          'x-api-key': publishable.headers['x-publishable-key'] ?? '',
        }),
        'a secret key as an API key': await send({
          'x-api-key': secret.headers['authorization']?.replace('Bearer ', '') ?? '',
        }),
        'two keys': await send({ ...secret.headers, 'x-api-key': unknown }),
        'a publishable key with a user token': await send({
          ...publishable.headers,
          authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.',
        }),
        'a publishable key with a token of a member': await send(member),
        'a publishable key with an expired token': await send(expiredToken),
        'a publishable key with a token of a stranger': await send(stranger),
        'a publishable key without the scope, with a token': await send(otherScopes),
        'a user token alone': await send({ authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }),
        'another scheme': await send({ authorization: 'Basic c2s6' }),
      };
      expect({ operation: operation.id, ...seen }).toStrictEqual({
        operation: operation.id,
        nothing: 'auth/missing-credentials',
        'a secret key': takes('secret'),
        'a secret key in lower-case bearer': takes('secret'),
        'a publishable key': takes('publishable'),
        'a secret key with just the scope': takes('secret'),
        'a secret key with another scope': operation.auth.includes('secret')
          ? 'auth/scope-missing'
          : 'auth/key-type-not-allowed',
        'the local token': takes('secret'),
        'the local token without an environment': 'auth/environment-headers',
        'another local token': 'auth/unknown-key',
        'a revoked key': 'auth/revoked-key',
        'an expired key': 'auth/expired-key',
        'a key never issued': 'auth/unknown-key',
        'a mistyped key': 'auth/malformed-key',
        'a secret key as publishable': 'auth/malformed-key',
        'a publishable key as bearer': operation.keysIn === undefined ? 'auth/malformed-key' : takes('publishable'),
        'a publishable key as an API key':
          operation.keysIn === undefined ? 'auth/missing-credentials' : takes('publishable'),
        'a secret key as an API key': operation.keysIn === undefined ? 'auth/missing-credentials' : takes('secret'),
        'two keys': operation.keysIn === undefined ? takes('secret') : 'auth/repeated-header',
        'a publishable key with a user token': takesUsers('auth/malformed-token'),
        'a publishable key with a token of a member': takesUsers('let in'),
        'a publishable key with an expired token': takesUsers('auth/expired-token'),
        'a publishable key with a token of a stranger': takesUsers('auth/tenant-not-allowed'),
        'a publishable key without the scope, with a token': takesUsers('auth/scope-missing'),
        'a user token alone': 'auth/publishable-key-missing',
        'another scheme': 'auth/malformed-key',
      });
    }
  });

  it('DA-01 a server that was given no local token knows none', async () => {
    const host = createHost();
    const database = await databases.shared();
    const operations = wholeTable(host, null);
    const server = await createServer({
      host,
      database,
      operations,
      masterKey: null,
      version: '0',
      logLevel: 'silent',
    });
    const headers = { 'dream-project': 'acme', 'dream-environment': 'development' };
    for (const token of [localToken, 'local_', 'local_undefined']) {
      const answer = await server.inject({
        method: 'GET',
        path: '/v1/keys',
        headers: { ...headers, authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(401);
    }
    await server.close();
  });
});
