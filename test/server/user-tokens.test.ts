import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { anyDatabase, useDatabases } from '../support/databases.ts';
import { noise, type SignedIn, startSignedIn } from '../support/signed-in.ts';
import { textOf } from '../support/test-server.ts';
import { forgedToken, newSigningKey, startIssuer } from '../support/token-issuer.ts';

anyDatabase((databases) => {
  it('DA-02 lets in whoever brings a publishable key and a token of the identity provider', async () => {
    const { as, me, log } = await startSignedIn(await databases.shared());
    const headers = await as('ada', { sid: 'sess_1' });
    expect(await me(headers)).toMatchObject({
      status: 200,
      json: {
        id: 'ada',
        tenantId: 'acme',
        roles: ['accountant'],
        permissions: ['invoice:*', 'invoice:read'],
        plan: 'pro',
        sessionId: 'sess_1',
      },
    });
    expect(log.join('')).not.toContain(headers['authorization']?.slice(7, 40));
  });

  it('DA-02 refuses each mistake in a token with a code of its own', async () => {
    const started = await startSignedIn(await databases.shared(), { authorizedParties: ['https://app.acme.com'] });
    const { bearing, issuer, me, publishableKey, seconds } = started;
    const good = { azp: 'https://app.acme.com', publishableKey, ...goodClaims(started) };
    const sign = (changes: Record<string, string | number | boolean | null>, header = {}) => {
      const claims = Object.fromEntries(Object.entries({ ...good, ...changes }).filter(([, value]) => value !== null));
      return issuer.sign(claims, { header });
    };
    const stranger = await newSigningKey();
    const secret = new TextEncoder().encode(JSON.stringify(issuer.newest().jwk));
    const tampered = (await sign({})).split('.');
    const codes = {
      'a good one': await sign({}),
      expired: await sign({ exp: seconds() - 31 }),
      'expired within the skew': await sign({ exp: seconds() - 29 }),
      'not yet valid': await sign({ nbf: seconds() + 31 }),
      'not yet valid within the skew': await sign({ nbf: seconds() + 30 }),
      'issued in the future': await sign({ iat: seconds() + 31 }),
      'issued in the future within the skew': await sign({ iat: seconds() + 30 }),
      'issued nobody knows when': await sign({ iat: null }),
      'issued at what is no number': await sign({ iat: 'tomorrow' }),
      'without an end': await sign({ exp: null }),
      'with an end that is no number': await sign({ exp: 'tomorrow' }),
      'for another audience': await sign({ aud: 'another-api' }),
      'for no audience': await sign({ aud: null }),
      'asked for by another application': await sign({ azp: 'https://evil.example' }),
      'asked for by nobody': await sign({ azp: null }),
      'of another issuer': await sign({ iss: 'https://login.evil.example' }),
      'of an issuer that almost agrees': await sign({ iss: `${issuer.url}/` }),
      'without a user': await sign({ sub: null }),
      'with a user that is no id': await sign({ sub: 'a b' }),
      'with a tenant that is no id': await sign({ tenantId: '../acme' }),
      'for another publishable key': await sign({ publishableKey: `${publishableKey.slice(0, -1)}_` }),
      'for publishable keys in a list': await issuer.sign({ ...good, publishableKey: [publishableKey] }),
      'signed by a stranger': await issuer.sign(good, { by: stranger }),
      'signed by a stranger under a known name': await issuer.sign(good, {
        by: stranger,
        header: { kid: textOf(issuer.newest().jwk.kid) },
      }),
      'with another body': [
        tampered[0],
        Buffer.from(JSON.stringify({ iss: issuer.url, ...good, sub: 'bob' })).toString('base64url'),
        tampered[2],
      ].join('.'),
      'signed by nobody': forgedToken({ alg: 'none' }, { iss: issuer.url, ...good }),
      'signed by nobody, with a signature': forgedToken({ alg: 'none' }, { iss: issuer.url, ...good }, noise('x')),
      'signed with the public key as a secret': await new SignJWT({ iss: issuer.url, ...good })
        .setProtectedHeader({ alg: 'HS256', kid: textOf(issuer.newest().jwk.kid) })
        .sign(secret),
      'signed in a way that is not listed': await new SignJWT({ iss: issuer.url, ...good })
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign((await generateKeyPair('EdDSA')).privateKey),
      'with an extension nobody knows': forgedToken(
        { alg: 'ES256', crit: ['b64x'], b64x: true, kid: textOf(issuer.newest().jwk.kid) },
        { iss: issuer.url, ...good },
        noise('x'),
      ),
      'of another type': await sign({}, { typ: 'logout+jwt' }),
      'that is no token': 'abc',
      'that has no object': `${noise('a')}.${noise('b')}.${noise('c')}`,
      'with a list for a body': `${forgedToken({ alg: 'ES256' }, {}).split('.')[0]}.${Buffer.from('[]').toString('base64url')}.x`,
      'too large': await sign({ padding: 'x'.repeat(8200) }),
    };
    const seen = Object.fromEntries(
      await Promise.all(
        Object.entries(codes).map(async ([what, token]) => {
          const answer = await me(bearing(token));
          return [what, answer.status === 200 ? 'let in' : answer.code] as const;
        }),
      ),
    );
    expect(seen).toStrictEqual({
      'a good one': 'let in',
      expired: 'auth/expired-token',
      'expired within the skew': 'let in',
      'not yet valid': 'auth/token-not-yet-valid',
      'not yet valid within the skew': 'let in',
      'issued in the future': 'auth/token-not-yet-valid',
      'issued in the future within the skew': 'let in',
      'issued nobody knows when': 'let in',
      'issued at what is no number': 'auth/token-claim-missing',
      'without an end': 'auth/token-claim-missing',
      'with an end that is no number': 'auth/token-claim-missing',
      'for another audience': 'auth/token-audience',
      'for no audience': 'auth/token-claim-missing',
      'asked for by another application': 'auth/token-party',
      'asked for by nobody': 'auth/token-party',
      'of another issuer': 'auth/unknown-issuer',
      'of an issuer that almost agrees': 'auth/unknown-issuer',
      'without a user': 'auth/token-claim-missing',
      'with a user that is no id': 'auth/token-claim-missing',
      'with a tenant that is no id': 'auth/token-claim-missing',
      'for another publishable key': 'auth/token-key-mismatch',
      'for publishable keys in a list': 'auth/token-claim-missing',
      'signed by a stranger': 'auth/unknown-token-key',
      'signed by a stranger under a known name': 'auth/token-signature',
      'with another body': 'auth/token-signature',
      'signed by nobody': 'auth/token-algorithm',
      'signed by nobody, with a signature': 'auth/token-algorithm',
      'signed with the public key as a secret': 'auth/token-algorithm',
      'signed in a way that is not listed': 'auth/token-algorithm',
      'with an extension nobody knows': 'auth/malformed-token',
      'of another type': 'auth/malformed-token',
      'that is no token': 'auth/malformed-token',
      'that has no object': 'auth/malformed-token',
      'with a list for a body': 'auth/malformed-token',
      'too large': 'auth/token-too-large',
    });
  });

  it('DA-02 takes tokens in the shape that Clerk publishes, with an algorithm and an audience of its own', async () => {
    const started = await startSignedIn(await databases.shared());
    const { bearing, me, publishableKey, seconds, seed } = started;
    const clerk = await startIssuer('RS256');
    await seed.resources({
      'IdentityProvider/clerk': {
        issuer: clerk.url,
        authorizedParties: ['https://app.acme.com'],
        jwks: `${clerk.url}/jwks`,
      },
    });
    const session = {
      azp: 'https://app.acme.com',
      exp: seconds() + 60,
      fea: 'o:dashboard,o:teams',
      fva: [0, -1],
      iat: seconds(),
      jti: 'f3a7',
      nbf: seconds() - 10,
      o: { fpm: '3,2', id: 'acme', per: 'manage,read', rol: 'admin', slg: 'acme' },
      pla: 'u:free,o:enterprise',
      sid: 'sess_2abc',
      sts: 'active',
      sub: 'ada',
      v: 2,
    };
    const answer = await me(bearing(await clerk.sign(session)));
    // Roles and plan are the directory's own: what Clerk calls admin and enterprise is nothing here.
    expect(answer.json).toMatchObject({
      id: 'ada',
      tenantId: 'acme',
      roles: ['accountant'],
      plan: 'pro',
      sessionId: 'sess_2abc',
    });
    expect(clerk.asked).toStrictEqual(['/jwks']);

    const elsewhere = await me(bearing(await clerk.sign({ ...session, o: { ...session.o, id: 'globex' } })));
    expect(elsewhere).toMatchObject({ status: 403, code: 'auth/tenant-not-allowed' });
    // Clerk's own libraries take those for signed out who are still to set up a second factor, say.
    const pending = await me(bearing(await clerk.sign({ ...session, sts: 'pending' })));
    expect(pending).toMatchObject({ status: 401, code: 'auth/pending-session' });
    const { o: _, ...nowhere } = session;
    expect(await me(bearing(await clerk.sign(nowhere)))).toMatchObject({ status: 400, code: 'auth/tenant-missing' });
    const enriched = { ...session, dream: await started.claimsOf('ada') };
    await seed.resources({
      'IdentityProvider/clerk': {
        issuer: clerk.url,
        authorizedParties: ['https://app.acme.com'],
        jwks: `${clerk.url}/jwks`,
        claims: { enriched: 'dream' },
      },
    });
    expect((await me(bearing(await clerk.sign(enriched)))).json).toMatchObject({ tenantId: 'acme', plan: 'pro' });
    expect(publishableKey).toMatch(/^pk_test_/);
  });

  it('DA-02 refuses what says twice who is asking', async () => {
    const { as, server, publishableKey } = await startSignedIn(await databases.shared());
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const { authorization = '' } = await as('ada');
    const codeOf = async (headers: readonly (readonly [string, string])[]): Promise<unknown> => {
      const answer: unknown = JSON.parse(await rawGet(`${url}/v1/me`, headers));
      return Reflect.get(Object(Reflect.get(Object(answer), 'error')), 'code') ?? 'let in';
    };
    const key = ['x-publishable-key', publishableKey] as const;
    const token = ['authorization', authorization] as const;
    expect(await codeOf([key, token])).toBe('let in');
    expect(await codeOf([key, token, token])).toBe('auth/repeated-header');
    expect(await codeOf([key, key, token])).toBe('auth/repeated-header');
    expect(await codeOf([key, token, ['x-tenant-id', 'acme'], ['X-Tenant-Id', 'globex']])).toBe('auth/repeated-header');
  });
});

describe('keys of an identity provider', () => {
  const databases = useDatabases('embedded');

  it('DA-02 are fetched once, and again when a token names one nobody knows, but not all the time', async () => {
    const { as, clock, issuer, me } = await startSignedIn(await databases.shared());
    const before = await as('ada');
    expect((await me(before)).status).toBe(200);
    expect((await me(await as('bob'))).status).toBe(200);
    expect(issuer.asked).toStrictEqual(['/.well-known/openid-configuration', '/jwks']);

    await issuer.rotate();
    const after = await as('ada', { jti: '2' });
    expect((await me(after)).code).toBe('auth/unknown-token-key');
    clock.advance(10_000);
    expect((await me(after)).status).toBe(200);
    expect(issuer.asked).toHaveLength(4);
    // The key of the older token was withdrawn, and with it what was verified by it.
    expect((await me(before)).code).toBe('auth/unknown-token-key');
    expect(issuer.asked).toHaveLength(4);
  });

  it('DA-02 are fetched by one request for all that wait for them', async () => {
    const { as, issuer, me } = await startSignedIn(await databases.shared());
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, index) => as('ada', { jti: String(index) })));
    const answers = await Promise.all(tokens.map((headers) => me(headers)));
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([200]));
    expect(issuer.asked).toHaveLength(2);
  });

  it('DA-02 are fetched anew after ten minutes, and serve for a day when the provider is down', async () => {
    const { as, clock, issuer, me } = await startSignedIn(await databases.shared());
    const old = await as('ada', { exp: 4_000_000_000 });
    expect((await me(old)).status).toBe(200);
    await issuer.rotate({ keepOlder: true });
    clock.advance(10 * 60_000);
    expect((await me(await as('bob'))).status).toBe(200);
    expect(issuer.asked).toHaveLength(4);

    issuer.answer(null);
    clock.advance(3_600_000);
    expect((await me(await as('bob', { jti: '2' }))).status).toBe(200);
    issuer.answer(500);
    clock.advance(22 * 3_600_000);
    expect((await me(await as('bob', { jti: '3' }))).status).toBe(200);
    clock.advance(3_600_000);
    const refused = await me(await as('bob', { jti: '4' }));
    expect([
      refused.status,
      refused.code,
      refused.headers['retry-after'],
      refused.headers['dream-should-retry'],
    ]).toStrictEqual([503, 'auth/provider-unavailable', '1', 'true']);
    issuer.answer(200);
    clock.advance(10_000);
    expect((await me(await as('bob', { jti: '5' }))).status).toBe(200);
  });

  it.each([
    ['another issuer', { issuer: 'https://login.evil.example', jwks_uri: 'https://login.evil.example/jwks' }],
    ['keys in clear', { jwks_uri: 'http://login.evil.example/jwks' }],
    ['no keys', { jwks_uri: 'nowhere' }],
  ])('DA-02 are not taken from a discovery document that names %s', async (_what, changes) => {
    const document: { current: string } = { current: '' };
    const started = await startSignedIn(await databases.shared());
    const liar = await startLiar(() => document.current);
    document.current = JSON.stringify(Object.assign({ issuer: liar, jwks_uri: `${started.issuer.url}/jwks` }, changes));
    await started.seed.resources({
      'IdentityProvider/liar': { issuer: liar, audience: ['acme-api'], algorithms: ['ES256'] },
    });
    const answer = await started.me(await started.as('ada', { iss: liar }));
    expect(answer).toMatchObject({ status: 503, code: 'auth/provider-unavailable' });
  });

  it('DA-02 let in until the token expires, the provider is configured otherwise, or its key is withdrawn', async () => {
    const { as, clock, issuer, me, seed } = await startSignedIn(await databases.shared());
    const headers = await as('ada');
    expect((await me(headers)).status).toBe(200);
    await seed.resources({ 'Plan/free': { rank: 7 } });
    issuer.answer(null);
    expect((await me(headers)).status).toBe(200);
    issuer.answer(200);
    await seed.resources({
      'IdentityProvider/login': { issuer: issuer.url, audience: ['other'], algorithms: ['ES256'] },
    });
    expect((await me(headers)).code).toBe('auth/token-audience');
    await seed.resources({
      'IdentityProvider/login': { issuer: issuer.url, audience: ['acme-api'], algorithms: ['ES256'] },
    });
    expect((await me(headers)).status).toBe(200);
    clock.advance(8 * 3_600_000 + 30_000);
    expect((await me(headers)).code).toBe('auth/expired-token');
  });
});

function goodClaims({ seconds }: SignedIn) {
  return { sub: 'ada', aud: 'acme-api', tenantId: 'acme', iat: seconds(), exp: seconds() + 3600 };
}

async function startLiar(answer: () => string): Promise<string> {
  const { createServer } = await import('node:http');
  const { onTestFinished } = await import('vitest');
  const server = createServer((_request, response) => {
    response.end(answer());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** A GET with headers in whatever number: those of `fetch` are merged. */
async function rawGet(url: string, headers: readonly (readonly [string, string])[]): Promise<string> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: ['host', new URL(url).host, ...headers.flat()] }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject).end();
  });
}
