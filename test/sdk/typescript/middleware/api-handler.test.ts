import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigurationError, NotFoundError } from '../../../../sdks/typescript/src/index.ts';
import { createApiHandler, type MiddlewareOptions } from '../../../../sdks/typescript/src/middleware/index.ts';
import { scriptedDream, tokenOf, wrong } from './scripted-dream.ts';
import { good, read, request, seconds, started } from './started-middleware.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('P02 a handler of an API', () => {
  test('is told who asks, about which tenant, and what flags are asked with', async () => {
    const { asked, middleware } = started();
    const handler = createApiHandler(middleware, (_, { flagContext, route, tenantId, user }) => {
      return { flagContext, route, tenantId, id: user.id };
    });
    const answer = await handler(request({ authorization: `bearer  ${good()}`, 'x-tenant-id': 'acme' }), { params: 1 });
    expect(await read(answer)).toEqual([
      200,
      {
        flagContext: { user: { key: 'ada', roles: ['editor'] }, tenant: { key: 'acme', plan: 'pro' } },
        route: { params: 1 },
        tenantId: 'acme',
        id: 'ada',
      },
    ]);
    expect(answer.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(asked).toEqual([expect.stringMatching(/^\/v1\/me acme /)]);
  });

  test.each([
    ['a response', () => new Response('hello', { status: 201, headers: { 'x-own': '1' } }), 201, 'hello'],
    ['nothing', () => undefined, 204, ''],
    ['null', () => null, 200, 'null'],
    ['a list', () => [1], 200, '[1]'],
    ['a redirect', () => Response.redirect('http://app.example/', 302), 302, ''],
  ])('answers %s', async (_, answer, status, body) => {
    const { middleware } = started();
    const id = { authorization: `Bearer ${good()}`, 'x-request-id': 'my-1.a_B' };
    const response = await createApiHandler(middleware, answer)(request(id), undefined);
    expect([response.status, await response.text(), response.headers.get('x-request-id')]).toEqual([
      status,
      body,
      'my-1.a_B',
    ]);
  });

  test('asks once about one token for a while, and not beyond its end', async () => {
    const { asked, middleware } = started();
    const handler = createApiHandler(middleware, () => 1);
    const [token, brief] = [good(), tokenOf({ exp: seconds() + 2 })];
    const ask = (one: string) => handler(request({ authorization: `Bearer ${one}` }), undefined);
    await Promise.all([ask(token), ask(token), ask(brief)]);
    vi.advanceTimersByTime(1_999);
    await Promise.all([ask(token), ask(brief)]);
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(1);
    await Promise.all([ask(token), ask(brief)]);
    expect(asked).toHaveLength(3);
    vi.advanceTimersByTime(3_000);
    await ask(token);
    expect(asked).toHaveLength(4);
    vi.advanceTimersByTime(58_000);
    expect([(await ask(brief)).status, (await ask(token)).status]).toEqual([401, 200]);
    expect(asked).toHaveLength(5);
  });

  const expired = tokenOf({ exp: 1 });
  test.each([
    ['no token', {}, 'auth/missing-credentials'],
    ['another scheme', { authorization: `Basic ${good()}` }, 'auth/missing-credentials'],
    ['a secret key', { authorization: 'Bearer sk_test_1' }, 'auth/malformed-token'],
    ['no JSON', { authorization: 'Bearer a.b.c' }, 'auth/malformed-token'],
    ['two parts', { authorization: `Bearer ${good().split('.').slice(0, 2).join('.')}` }, 'auth/malformed-token'],
    ['four parts', { authorization: `Bearer ${good()}.more` }, 'auth/malformed-token'],
    ['a list in it', { authorization: `Bearer ${tokenOf([])}` }, 'auth/malformed-token'],
    ['far too much', { authorization: `Bearer ${tokenOf({ a: 'x'.repeat(9_000) })}` }, 'auth/malformed-token'],
    ['its time over', { authorization: `Bearer ${expired}` }, 'auth/expired-token'],
  ])('is not reached with %s, nor is the server', async (_, headers, code) => {
    const { asked, errors, middleware } = started();
    const handler = vi.fn();
    const response = await createApiHandler(middleware, handler)(
      request({ ...headers, 'x-request-id': 'r1' }),
      undefined,
    );
    expect([response.headers.get('www-authenticate'), response.headers.get('cache-control')]).toEqual([
      'Bearer',
      'no-store',
    ]);
    expect(await read(response)).toEqual([
      401,
      { success: false, error: expect.objectContaining({ code, requestId: 'r1', userMessage: 'Please sign in.' }) },
    ]);
    expect([asked, errors, handler.mock.calls]).toEqual([[], [], []]);
  });

  test.each(['a b', '../etc', 'x'.repeat(129)])('is not reached with a tenant that is none: %j', async (tenant) => {
    const { asked, middleware } = started();
    const headers = { authorization: `Bearer ${good()}`, 'x-tenant-id': tenant };
    const [status, body] = await read(await createApiHandler(middleware, () => 1)(request(headers), undefined));
    expect([status, body, asked]).toEqual([
      400,
      { success: false, error: expect.objectContaining({ code: 'auth/malformed-tenant', param: 'X-Tenant-ID' }) },
      [],
    ]);
  });

  test('takes token and tenant from where it is told', async () => {
    const { asked, middleware } = started({
      tokenOf: (header) => header('cookie')?.split('=')[1],
      tenantOf: (header) => header('host')?.split('.')[0],
    });
    await createApiHandler(middleware, () => 1)(
      request({ cookie: `session=${good()}`, host: 'globex.app.example' }),
      undefined,
    );
    expect(asked).toEqual([expect.stringMatching(/^\/v1\/me globex /)]);
  });

  test('is answered by what the server says of the user, which counts for a while too', async () => {
    const { asked, middleware, said } = started();
    said.me = wrong(403, 'auth/tenant-not-allowed');
    const handler = createApiHandler(middleware, () => 1);
    const [token, id] = [good(), 'r1'];
    const ask = () => handler(request({ authorization: `Bearer ${token}`, 'x-request-id': id }), undefined);
    const error = {
      code: 'auth/tenant-not-allowed',
      message: 'For everybody.',
      userMessage: 'For everybody.',
      requestId: id,
    };
    expect(await read(await ask())).toEqual([403, { success: false, error }]);
    await ask();
    expect(asked).toHaveLength(1);
    said.me = wrong(401, 'auth/token-signature');
    vi.advanceTimersByTime(5_000);
    expect((await ask()).status).toBe(401);
    said.me = new TypeError('fetch failed');
    vi.advanceTimersByTime(5_000);
    expect(await read(await ask())).toEqual([503, expect.objectContaining({ success: false })]);
    await ask();
    expect(asked).toHaveLength(4);
  });
});

describe('P03 required permissions', () => {
  const handled = (options: Parameters<typeof createApiHandler>[2], more: Omit<MiddlewareOptions, 'client'> = {}) => {
    const dream = started(more);
    const handler = createApiHandler(dream.middleware, () => 'done', options);
    return { ...dream, ask: async () => read(await handler(request(), undefined)) };
  };
  const denied = [403, { success: false, error: expect.objectContaining({ code: 'access/permission-denied' }) }];

  test('that the user has are no question to the server', async () => {
    const { ask, asked } = handled({ requiredPermissions: ['invoice:read', 'invoice:*', 'invoice:read:own'] });
    expect([await ask(), asked.length]).toEqual([[200, 'done'], 1]);
  });

  test('that the user may have under a condition are, about the resource', async () => {
    const resource = () => ({ id: '42', properties: { amount: 5 } });
    const { ask, asked, said } = handled({ requiredPermissions: ['report:read:own'], resource });
    expect(await ask()).toEqual([200, 'done']);
    said.check = { status: 200, json: { allowed: false } };
    expect(await ask()).toEqual(denied);
    const body = JSON.stringify({
      action: 'read:own',
      resource: { type: 'report', id: '42', properties: { amount: 5 } },
    });
    expect(asked.slice(1)).toEqual([1, 2].map(() => expect.stringMatching(/^\/v1\/access\/check acme \S+ /)));
    expect(asked.slice(1).every((one) => one.endsWith(body))).toBe(true);
  });

  test('are answered from the policy where that is at hand', async () => {
    const answers = { 'report:read': 'yes', 'report:delete': 'no', 'report:share': 'ask' } as const;
    const can = (_: readonly string[], permission: string) =>
      Object.entries(answers).find(([key]) => key === permission)?.[1] ?? 'no';
    for (const [permission, outcome, questions] of [
      ['report:read', [200, 'done'], 1],
      ['report:delete', denied, 1],
      ['report:share', [200, 'done'], 2],
    ] as const) {
      const { ask, asked } = handled({ requiredPermissions: [permission] }, { permissions: { can } });
      expect([await ask(), asked.length]).toEqual([outcome, questions]);
    }
  });

  test('that are wildcards nobody can ask the server about', async () => {
    const { ask, asked } = handled({ requiredPermissions: ['report:*'] });
    expect([await ask(), asked.length]).toEqual([denied, 1]);
  });

  test.each(['', 'invoice', 'invoice:Read'])('that are none are refused when the handler is made: %j', (permission) => {
    expect(() => handled({ requiredPermissions: [permission] })).toThrow(ConfigurationError);
  });
});

describe('P02 what a handler throws', () => {
  const thrown = async (error: unknown) => {
    const { errors, middleware } = started();
    const handler = createApiHandler(middleware, () => {
      throw error;
    });
    const [status, body] = await read(
      await handler(request({ authorization: `Bearer ${good()}`, 'x-request-id': 'r1' }), undefined),
    );
    return { status, body, errors };
  };

  test('on purpose is answered in the form of the server, with the status of its class', async () => {
    const fields = { code: 'users/not-found', message: 'User 7 not found.', userMessage: 'No such user.', param: 'id' };
    expect(await thrown(new NotFoundError(fields))).toEqual({
      status: 404,
      body: { success: false, error: { ...fields, requestId: 'r1' } },
      errors: [],
    });
  });

  test('by a call of its own to the server tells users no more than they may know', async () => {
    const { client, said } = scriptedDream();
    for (const [answer, status, code] of [
      [wrong(404, 'tenants/not-found'), 404, 'tenants/not-found'],
      [wrong(401, 'auth/revoked-key'), 503, 'upstream/unavailable'],
      [wrong(500, 'server/internal'), 503, 'upstream/unavailable'],
      [new TypeError('fetch failed'), 503, 'upstream/unavailable'],
    ] as const) {
      said.me = answer;
      const error: unknown = await client
        .withOptions({ userToken: good() })
        .me.get()
        .catch((one: unknown) => one);
      const told = await thrown(error);
      expect([told.status, told.body]).toEqual([status, { success: false, error: expect.objectContaining({ code }) }]);
      expect(JSON.stringify(told.body)).not.toMatch(/developers|req_dream|fetch failed/);
      expect(told.errors).toEqual(status >= 500 ? [error] : []);
    }
  });

  test.each([
    [new Error('the password is hunter2'), 500, 'internal/error'],
    ['a text', 500, 'internal/error'],
    [undefined, 500, 'internal/error'],
    [Object.assign(new Error('the body is no JSON'), { statusCode: 400 }), 400, 'request/400'],
    [Object.assign(new Error('hunter2'), { statusCode: 400, expose: false }), 500, 'internal/error'],
    [Object.assign(new Error('hunter2'), { statusCode: 502 }), 500, 'internal/error'],
  ])('otherwise shows nothing of itself: %s', async (error, status, code) => {
    const told = await thrown(error);
    expect([told.status, told.body]).toEqual([
      status,
      { success: false, error: expect.objectContaining({ code, requestId: 'r1' }) },
    ]);
    expect(JSON.stringify(told.body)).not.toContain('hunter2');
    expect(told.errors).toEqual(status >= 500 ? [error] : []);
  });
});
