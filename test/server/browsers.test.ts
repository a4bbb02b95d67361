import { expect, it } from 'vitest';
import { useDatabases } from '../support/databases.ts';
import { startSignedIn } from '../support/signed-in.ts';
import { startServer, type TestServer } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

const databases = useDatabases('postgres');
const page = { origin: 'https://app.acme.com' };

/** Over a socket, as browsers come: the in-process client knows no OPTIONS. */
async function start(allowedOrigins: readonly string[] = [page.origin]) {
  const signedIn = await startSignedIn(await databases.shared(), {}, { allowedOrigins });
  return { ...signedIn, ...(await overSocket(signedIn)) };
}

async function overSocket({ server }: Pick<TestServer, 'server'>) {
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (method: string, path: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(url + path, { method, headers });
    const cors = [...answer.headers].filter(([name]) => name.startsWith('access-control-'));
    return {
      status: answer.status,
      cors: Object.fromEntries(cors),
      headers: answer.headers,
      text: await answer.text(),
    };
  };
  const preflight = (path: string, method: string, origin = page.origin) =>
    ask('OPTIONS', path, { origin, 'access-control-request-method': method });
  return { ask, preflight };
}

it('DA-01 a page of an allowed origin may ask what publishable keys may ask, and read what it needs of the answer', async () => {
  const { ask, as, preflight } = await start();
  const allowed = await preflight('/v1/me', 'GET');
  expect(allowed).toMatchObject({
    status: 204,
    cors: {
      'access-control-allow-origin': page.origin,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-max-age': '7200',
    },
  });
  const sendable = allowed.cors['access-control-allow-headers']?.split(', ');
  expect(sendable).toEqual(
    expect.arrayContaining(['Authorization', 'X-Publishable-Key', 'X-Tenant-ID', 'If-None-Match']),
  );
  const answer = await ask('GET', '/v1/me', { ...page, ...(await as('ada')) });
  expect(answer).toMatchObject({ status: 200, cors: { 'access-control-allow-origin': page.origin } });
  expect(answer.headers.get('vary')).toBe('Origin');
  const readable = answer.cors['access-control-expose-headers']?.split(', ');
  expect(readable).toEqual(
    expect.arrayContaining(['ETag', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-ID']),
  );
  // Why something is refused can be read too; cookies are never asked for.
  const refused = await ask('GET', '/v1/me', page);
  expect(refused).toMatchObject({ status: 401, cors: { 'access-control-allow-origin': page.origin } });
  expect(refused.cors).not.toHaveProperty('access-control-allow-credentials');
  expect((await preflight('/v1/access/check', 'POST')).cors['access-control-allow-methods']).toBe('POST');
});

it('DA-01 no page may use a secret key: not where only those are taken, nor elsewhere', async () => {
  const { ask, preflight, key, admin } = await start(['*']);
  const { headers } = await key();
  for (const [path, method] of [
    ['/v1/keys', 'POST'],
    ['/v1/tenants/acme', 'DELETE'],
    ['/v1/revisions', 'GET'],
    ['/access/v1/evaluation', 'POST'],
  ] as const) {
    expect(await preflight(path, method)).toMatchObject({ status: 405, cors: {} });
    expect((await ask(method, path, page)).cors).toStrictEqual({});
  }
  for (const secret of [headers, admin()]) {
    const answer = await ask('GET', '/v1/catalogue/plans', { ...page, ...secret });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('auth/secret-key-in-browser');
  }
  // A server sends no origin.
  expect((await ask('GET', '/v1/catalogue/plans', headers)).status).toBe(200);
});

it('DA-01 pages of other origins are told nothing that would let them in, and without origins nobody is', async () => {
  const { ask, preflight, as } = await start();
  const ada = await as('ada');
  for (const origin of ['https://evil.com', 'null', 'https://app.acme.com.evil.com']) {
    expect(await preflight('/v1/me', 'GET', origin)).toMatchObject({ status: 204, cors: {} });
    expect((await ask('GET', '/v1/me', { ...ada, origin })).cors).toStrictEqual({});
  }
  const plain = await ask('GET', '/v1/me', ada);
  expect([plain.status, plain.cors]).toStrictEqual([200, {}]);
  const closed = await overSocket(await startServer(await databases.shared(), { operations: wholeTable }));
  expect(await closed.preflight('/v1/me', 'GET')).toMatchObject({ status: 405, cors: {} });
  const unasked = await closed.ask('GET', '/v1/me', { ...page, ...ada });
  expect([unasked.status, unasked.cors, unasked.headers.get('vary')]).toStrictEqual([200, {}, null]);
});
