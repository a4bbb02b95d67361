import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  fromBody,
  makeError,
  NotFoundError,
  type PlatformError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../../src/engine/platform-error/index.ts';
import { defineError } from '../../src/engine/platform-error/index.ts';
import { eachDatabase, useDatabases } from '../support/databases.ts';
import { probe, startServer, textOf } from '../support/test-server.ts';

const limited = defineError({ code: 'probe/limited', type: 'rate-limit', userMessage: 'Slowly, please.', meaning: '' });

eachDatabase((databases) => {
  it('P02 every class reaches the caller in the one shape, over the whole way through the server', async () => {
    const { call, admin } = await startServer(await databases.shared(), {
      operations: () => [
        probe(() => Promise.reject(makeError(limited, { message: 'too many', retryAfter: 2.5 }))),
        probe(() => Promise.reject(new Error('a mistake with sk_test_inside')), { id: 'probe.fail', path: '/v1/fail' }),
      ],
    });
    const json = { ...admin(), 'content-type': 'application/json' };
    const cases: readonly (readonly [
      number,
      string,
      new (...of: never[]) => PlatformError,
      Awaited<ReturnType<typeof call>>,
    ])[] = [
      [400, 'request/malformed-body', ValidationError, await call('POST', '/v1/probe', { headers: json, raw: '{' })],
      [401, 'auth/missing-credentials', AuthenticationError, await call('POST', '/v1/probe', { body: {} })],
      [403, 'auth/key-type-not-allowed', AuthorizationError, await publishableCall()],
      [404, 'request/unknown-path', NotFoundError, await call('GET', '/v1/nothing')],
      [
        409,
        'environments/mode-fixed',
        ConflictError,
        await call('POST', '/v1/probe', { headers: admin('development', 'live'), body: {} }),
      ],
      [429, 'probe/limited', RateLimitError, await call('POST', '/v1/probe', { headers: admin(), body: {} })],
      [500, 'server/internal', ServerError, await call('POST', '/v1/fail', { headers: admin(), body: {} })],
    ];
    for (const [status, code, errorClass, answer] of cases) {
      expect([answer.status, answer.code]).toStrictEqual([status, code]);
      expect(answer.json).toMatchObject({
        success: false,
        error: {
          message: expect.stringMatching(/./),
          userMessage: expect.stringMatching(/./),
          requestId: answer.headers['x-request-id'],
        },
      });
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['dream-should-retry']).toBe(String(status === 429));
      expect(fromBody(answer.status, answer.json)).toBeInstanceOf(errorClass);
      expect(answer.text).not.toContain('inside');
    }
    expect(cases[5]?.[3].headers['retry-after']).toBe('3');
    expect(cases[1]?.[3].headers['www-authenticate']).toBe('Bearer');

    async function publishableCall() {
      const other = await startServer(await databases.shared());
      const { headers } = await other.key({ type: 'publishable', scopes: [] });
      return call('POST', '/v1/probe', { headers, body: {} });
    }
  });
});

describe('what is refused before any operation', () => {
  const databases = useDatabases('embedded');

  it.each([
    ['{"a": 1,\n "b": }', 'line 2, column 7'],
    ['{"type": "sec', 'line 1, column 10'],
    ['{"type": ', 'it ends too early'],
    ['', 'The body is empty: it must be an object with `type` and `name`.'],
    ['"text"', 'The body must be an object, this is a string.'],
    ['null', 'The body is empty: it must be an object with `type` and `name`.'],
    ['[]', 'The body must be an object, this is a list.'],
  ])('tells where the body %j is wrong', async (raw, place) => {
    const { call, admin } = await startServer(await databases.shared());
    const answer = await call('POST', '/v1/keys', { headers: { ...admin(), 'content-type': 'application/json' }, raw });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(place);
  });

  it.each([
    ['U+0000', String.raw`{"type":"secret","name":"a\u0000b","scopes":["*"]}`],
    ['U+0000 in a field name', String.raw`{"a\u0000":1}`],
    ['half a surrogate pair', String.raw`{"type":"secret","name":"\ud800","scopes":["*"]}`],
    ['a number beyond doubles', '{"a":1e999}'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ])('refuses %s instead of storing something else', async (_what, raw) => {
    const { call, admin } = await startServer(await databases.shared());
    const answer = await call('POST', '/v1/keys', { headers: { ...admin(), 'content-type': 'application/json' }, raw });
    expect([answer.status, answer.code]).toStrictEqual([400, 'request/unstorable-value']);
  });

  it('refuses bytes that are not UTF-8, and reads a byte order mark as nothing', async () => {
    const { call, admin } = await startServer(await databases.shared());
    const headers = { ...admin(), 'content-type': 'application/json; charset=utf-8' };
    const broken = await call('POST', '/v1/keys', { headers, raw: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) });
    expect(broken.code).toBe('request/malformed-body');
    const marked = await call('PUT', '/v1/secrets/A', { headers, raw: Buffer.from('\ufeff{"value":"x"}') });
    expect(marked.status).toBe(200);
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['nonsense'],
    [''],
  ])('refuses a body of content type %j with 400', async (type) => {
    const { call, admin } = await startServer(await databases.shared());
    const headers = { ...admin(), ...(type === '' ? {} : { 'content-type': type }) };
    const answer = await call('POST', '/v1/keys', { headers, raw: '{"a":1}' });
    expect([answer.status, answer.code]).toStrictEqual([400, 'request/unsupported-content-type']);
  });

  it('refuses a body over the limit of its operation with 413, before it is read', async () => {
    const { call, admin } = await startServer(await databases.shared(), {
      operations: () => [
        probe(async () => ({ status: 200, body: {} })),
        probe(async () => ({ status: 200, body: {} }), {
          id: 'probe.large',
          path: '/v1/large',
          bodyLimit: 2 * 1024 * 1024,
        }),
      ],
    });
    const headers = { ...admin(), 'content-type': 'application/json' };
    const raw = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    expect(await call('POST', '/v1/probe', { headers, raw })).toMatchObject({ status: 413, code: 'request/too-large' });
    expect(await call('POST', '/v1/large', { headers, raw })).toMatchObject({ status: 200 });
  });

  it('never turns one type into another: a text is no number in a body, and a word is none in a query', async () => {
    const { call, admin } = await startServer(await databases.shared());
    const { created } = await (await startServer(await databases.shared())).key();
    const body = { expiresInSeconds: '10' };
    const rotate = await call('POST', `/v1/keys/${textOf(created['id'])}/rotate`, { headers: admin(), body });
    expect(rotate).toMatchObject({ status: 400, code: 'request/invalid' });
    expect(rotate.json).toMatchObject({ error: { param: '/expiresInSeconds' } });
    for (const page of ['x', '1.5', '', '0x1', '1e1', '-1', '0', '99999999999999999999', '1&page=2']) {
      const answer = await call('GET', `/v1/keys?page=${page}`, { headers: admin() });
      expect([page, answer.status, answer.code]).toStrictEqual([page, 400, 'request/invalid']);
    }
  });

  it('names an unknown field, a missing one, and the values allowed; never a value that was sent', async () => {
    const { call, admin } = await startServer(await databases.shared());
    const post = (body: { readonly [name: string]: string | readonly string[] }) =>
      call('POST', '/v1/keys', { headers: admin(), body });
    expect((await post({ type: 'secret', name: 'a', scopes: ['*'], nmae: 'canary' })).json).toMatchObject({
      error: {
        param: '/nmae',
        message: '`nmae` is not a field of this operation.',
        details: { hint: 'Did you mean `name`?' },
      },
    });
    expect((await post({ type: 'secret', scopes: ['*'] })).json).toMatchObject({ error: { param: '/name' } });
    const wrong = await post({ type: 'canary', name: 'a', scopes: ['*'] });
    expect(wrong.json).toMatchObject({ error: { param: '/type', details: { allowed: ['secret', 'publishable'] } } });
    const scope = await post({ type: 'secret', name: 'a', scopes: ['canary'] });
    expect(scope.json).toMatchObject({ error: { param: '/scopes/0' } });
    expect([wrong.text, scope.text].join()).not.toContain('canary');
    const query = await call('GET', '/v1/keys?pagesize=canary', { headers: admin() });
    expect(query.json).toMatchObject({ error: { param: 'pagesize' } });
    expect(query.text).not.toContain('canary');
  });

  it.each([
    ['POST', '/v1/keys', { type: 'secret', name: '' }, '/name', '`name` must not be empty.'],
    ['POST', '/v1/keys', { type: 'secret', name: 5 }, '/name', '`name` must be a string, this is a number.'],
    ['POST', '/v1/keys', { type: 'secret' }, '/name', '`name` is missing.'],
    ['POST', '/v1/keys', { type: 'secrte', name: 'a' }, '/type', '`type` must be `secret` or `publishable`.'],
    [
      'POST',
      '/v1/keys',
      { type: 'secret', name: 'a', scopes: ['foo'] },
      '/scopes/0',
      '`scopes[0]` is not a scope of this server.',
    ],
    [
      'POST',
      '/v1/keys',
      { type: 'secret', name: 'a', expiresAt: 'soon' },
      '/expiresAt',
      '`expiresAt` must be a date and time such as `2026-01-31T12:00:00Z`, with no leap second.',
    ],
    ['DELETE', '/v1/keys/nope', undefined, 'id', '`id` must be the id of a key, which begins with `key_`.'],
    ['GET', '/v1/keys?pageSize=x', undefined, 'pageSize', '`pageSize` must be a whole number.'],
    [
      'PUT',
      '/v1/secrets/Bad-Name',
      { value: 'x' },
      'name',
      '`name` must be a name of letters, digits and `_`, not beginning with a digit.',
    ],
  ] as const)('%s %s says of %j at %s what it must be, in words', async (method, path, body, param, message) => {
    const { call, admin } = await startServer(await databases.shared());
    const answer = await call(method, path, { headers: admin(), ...(body === undefined ? {} : { body }) });
    expect(answer).toMatchObject({
      status: 400,
      json: { error: { param, message } },
    });
  });

  it('answers 404 for unknown paths and 405 with Allow for known ones', async () => {
    const { call, admin } = await startServer(await databases.shared());
    expect(await call('GET', '/v1/keyz')).toMatchObject({ status: 404, code: 'request/unknown-path' });
    const wrongMethod = await call('PATCH', '/v1/keys/key_1', { headers: admin() });
    expect(wrongMethod).toMatchObject({ status: 405, code: 'request/method-not-allowed' });
    expect(wrongMethod.headers['allow']).toBe('DELETE');
    expect((await call('DELETE', '/v1/keys')).headers['allow']).toBe('GET, HEAD, POST');
    expect(await call('GET', '/v1/secrets/%zz', { headers: admin() })).toMatchObject({
      status: 400,
      code: 'request/malformed-url',
    });
    expect(await call('DELETE', `/v1/secrets/${'a'.repeat(300)}`, { headers: admin() })).toMatchObject({ status: 400 });
    expect(await call('DELETE', '/v1/secrets/a%00b', { headers: admin() })).toMatchObject({
      status: 400,
      code: 'request/unstorable-value',
    });
  });

  it.each([['/health'], ['/ready'], ['/metrics'], ['/openapi.json']])(
    'answers 405 with Allow for other methods of %s, whatever the body',
    async (path) => {
      const { server } = await startServer(await databases.shared());
      const url = await server.listen({ host: '127.0.0.1', port: 0 });
      for (const method of ['POST', 'DELETE', 'OPTIONS', 'PUT']) {
        const answer = await fetch(url + path, { method, body: '{', headers: { 'content-type': 'text/plain' } });
        expect([method, answer.status, answer.headers.get('allow')]).toStrictEqual([method, 405, 'GET, HEAD']);
        expect(await answer.json()).toMatchObject({ error: { code: 'request/method-not-allowed' } });
      }
      expect((await fetch(url + path, { method: 'HEAD' })).status).toBe(200);
      const unknown = await fetch(`${url}${path}/x`, { method: 'POST', body: '{' });
      expect([unknown.status, await unknown.json()]).toMatchObject([404, { error: { code: 'request/unknown-path' } }]);
    },
  );

  it.each([
    [{ 'content-encoding': 'gzip' }, gzipSync('{"value":"x"}'), 'Content-Encoding'],
    [{ 'content-encoding': 'gzip' }, '{"value":"x"}', 'Content-Encoding'],
    [{ 'content-type': 'application/json; charset=utf-16' }, Buffer.from('{"value":"x"}', 'utf16le'), 'Content-Type'],
    [{ 'content-type': 'application/json;charset="ISO-8859-1"' }, '{"value":"x"}', 'Content-Type'],
  ] as const)('refuses a body in another form: %j', async (headers, raw, param) => {
    const { call, admin } = await startServer(await databases.shared());
    const set = (more: Readonly<Record<string, string>>, body: string | Buffer) =>
      call('PUT', '/v1/secrets/A', {
        headers: { ...admin(), 'content-type': 'application/json', ...more },
        raw: body,
      });
    const answer = await set(headers, raw);
    expect(answer).toMatchObject({ status: 400, code: 'request/unsupported-content-type' });
    expect(answer.json).toMatchObject({ error: { param } });
    const plain = { 'content-encoding': 'identity', 'content-type': 'application/json; charset=UTF-8' };
    expect((await set(plain, '{"value":"x"}')).status).toBe(200);
  });

  it.each([
    ['bytes that are not HTTP', 'THIS IS NOT HTTP\r\n\r\n', 400, 'request/malformed'],
    [
      'headers that are too large',
      `GET /health HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(140_000)}\r\n\r\n`,
      431,
      'request/headers-too-large',
    ],
  ])('answers %s in the same shape', async (_what, sent, status, code) => {
    const { server } = await startServer(await databases.shared());
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    const text = await new Promise<string>((resolve, reject) => {
      let all = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(sent));
      socket
        .setEncoding('utf8')
        .on('data', (chunk: string) => (all += chunk))
        .on('end', () => resolve(all))
        .on('error', reject);
    });
    expect(text.slice(0, 13)).toBe(`HTTP/1.1 ${status} `);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({ success: false, error: { code } });
  });

  it('gives a request id of its own, or the caller’s when it is a plain word', async () => {
    const { call, log } = await startServer(await databases.shared());
    const own = await call('GET', '/health', { headers: { 'x-request-id': 'trace-42' } });
    expect(own.headers['x-request-id']).toBe('trace-42');
    for (const id of ['a b', 'x'.repeat(129), '{"a":1}', '']) {
      const made = (await call('GET', '/v1/nothing', { headers: { 'x-request-id': id } })).headers['x-request-id'];
      expect(made).toMatch(/^req_[0-9A-Z]{26}$/);
    }
    expect(log.join('')).not.toContain('{\\"a\\"');
  });

  it('speaks the versions of the API it knows, and says which it spoke', async () => {
    const { call } = await startServer(await databases.shared());
    expect((await call('GET', '/health')).headers['dream-version']).toBe('2026-11-01');
    expect((await call('GET', '/health', { headers: { 'dream-version': '2026-11-01' } })).status).toBe(200);
    const unknown = await call('GET', '/health', { headers: { 'dream-version': '2020-01-01' } });
    expect(unknown).toMatchObject({ status: 400, code: 'request/unknown-version' });
    expect(unknown.json).toMatchObject({ error: { details: { supported: ['2026-11-01'] } } });
  });
});
