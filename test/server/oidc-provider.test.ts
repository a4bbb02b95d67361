import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { expect, it, onTestFinished, vi } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/engine/json.ts';
import { anyDatabase } from '../support/databases.ts';
import { startSignedIn } from '../support/signed-in.ts';
import { textOf } from '../support/test-server.ts';

const callback = 'http://127.0.0.1/callback';
const api = 'https://api.acme.com';

/** A whole OpenID provider in this process, with one application, one API, and people of any name. */
async function startProvider(enrich: (user: string) => Promise<JsonObject>) {
  // It tells what must not go into production, at length.
  for (const way of ['info', 'warn'] as const) vi.spyOn(console, way).mockReturnValue(undefined);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'app',
        redirect_uris: [callback],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
        application_type: 'native',
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'ES256', kid: 'first' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience: api,
          accessTokenTTL: 8 * 3600,
          accessTokenFormat: 'jwt' as const,
          jwt: { sign: { alg: 'ES256' as const } },
        }),
      },
    },
    extraTokenClaims: async (_context, token) =>
      'accountId' in token && typeof token.accountId === 'string' ? enrich(token.accountId) : undefined,
  });
  provider.on('server_error', (_context, error) => {
    throw error;
  });
  const listener = provider.callback();
  server.on('request', (request, response) => {
    void listener(request, response);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, signIn: (user: string) => signIn(url, user) };
}

/** What a browser does: authorization code with PKCE, the provider's own forms filled in. */
async function signIn(url: string, user: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const cookies = new Map<string, string>();
  const go = async (address: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const response = await fetch(new URL(address, url), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const next = (response: Response): string => response.headers.get('location') ?? '';
  const query = new URLSearchParams({
    client_id: 'app',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid api',
    resource: api,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  let at = next(await go(`/auth?${query.toString()}`));
  for (const form of [{ prompt: 'login', login: user, password: 'any' }, { prompt: 'consent' }]) {
    await go(at);
    at = next(await go(next(await go(at, form))));
  }
  const code = new URL(at).searchParams.get('code') ?? '';
  const exchange = {
    grant_type: 'authorization_code',
    client_id: 'app',
    redirect_uri: callback,
    code,
    code_verifier: verifier,
    resource: api,
  };
  const answer: unknown = await (await go('/token', exchange)).json();
  if (!isJsonObject(answer)) throw new Error('the provider answered with no object');
  return textOf(answer['access_token']);
}

anyDatabase((databases) => {
  it('DA-02 P07 takes what an OpenID provider gives to a browser, with what Dream told the provider to put into it', async () => {
    const server = await startSignedIn(await databases.shared());
    // The provider knows no other time than the present.
    server.clock.advance(Date.now() - server.clock.now().getTime());
    const { url, signIn: signInAs } = await startProvider((user) => server.claimsOf(user));
    await server.seed.resources({
      'IdentityProvider/oidc': { issuer: url, audience: [api], algorithms: ['ES256'], claims: { tenant: 'tenantId' } },
    });
    const token = await signInAs('ada');
    expect(token.length).toBeLessThan(4096);
    const answer = await server.me(server.bearing(token));
    expect(answer.json).toMatchObject({ id: 'ada', tenantId: 'acme', roles: ['accountant'], plan: 'pro' });
    server.clock.advance(8 * 3_600_000 + 60_000);
    expect((await server.me(server.bearing(token))).code).toBe('auth/expired-token');
  });
});
