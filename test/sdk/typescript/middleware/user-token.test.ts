// Whose fault it is where the server refuses, and for how long what it said of a token counts.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClientOptions } from '../../../../sdks/typescript/src/index.ts';
import { createApiHandler, Middleware } from '../../../../sdks/typescript/src/middleware/index.ts';
import { tokenErrors } from '../../../../src/server/auth/token-errors.ts';
import { browserErrors } from '../../../../src/server/browsers/errors.ts';
import { authErrors } from '../../../../src/server/auth/errors.ts';
import { scriptedDream, tokenOf, wrong } from './scripted-dream.ts';
import { good, read, request, seconds, started } from './started-middleware.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

const statuses: Readonly<Record<string, number>> = { authentication: 401, authorization: 403, validation: 400 };
const unavailable = { success: false, error: expect.objectContaining({ code: 'upstream/unavailable' }) };
const refusedWith = (code: string) => ({ success: false, error: expect.objectContaining({ code }) });

const { noProvider, publishableKeyMissing, providerUnavailable, ...ofToken } = tokenErrors;
const ofUser = Object.values(ofToken).map(({ code }) => code);
const ofApplication = [...Object.values({ ...authErrors, ...browserErrors }), noProvider, publishableKeyMissing];
const refusals = ofApplication.map(({ code, type }) => [statuses[type] ?? 500, code] as const);

describe('P02 the server refuses', () => {
  test.each(ofUser)("the user's own token, which is the user's 401: %s", async (code) => {
    const { errors, middleware, said } = started();
    said.me = wrong(401, code);
    const response = await createApiHandler(middleware, () => 1)(request());
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect([await read(response), errors]).toEqual([[401, refusedWith(code)], []]);
  });

  test.each([...refusals, [401, 'unknown/401'], [providerUnavailable.status ?? 0, providerUnavailable.code]] as const)(
    'the application, of which its user is told nothing: %i %s',
    async (status, code) => {
      const { errors, middleware, said } = started();
      said.me = wrong(status, code);
      const response = await createApiHandler(middleware, () => 1)(request());
      expect(response.headers.get('www-authenticate')).toBeNull();
      expect(await read(response)).toEqual([503, unavailable]);
      expect(errors).toEqual([expect.objectContaining({ status, code })]);
    },
  );

  test('a token that was good a moment ago, when it is asked what the user may do', async () => {
    const { errors, middleware, said } = started();
    const handler = createApiHandler(middleware, () => 'done', { requiredPermissions: ['report:read'] });
    said.check = wrong(401, 'auth/expired-token');
    expect([await read(await handler(request())), errors]).toEqual([[401, refusedWith('auth/expired-token')], []]);
    said.check = wrong(401, 'auth/revoked-key');
    expect(await read(await handler(request()))).toEqual([503, unavailable]);
    expect(errors).toEqual([expect.objectContaining({ code: 'auth/revoked-key' })]);
  });
});

describe('P02 what the server said of a token', () => {
  /** A handler whose server takes its time. */
  function slow(milliseconds: number) {
    const { asked, client } = scriptedDream();
    const withOptions = (options: ClientOptions) => {
      const { access, me } = client.withOptions(options);
      const get = async () => {
        const user = await me.get();
        vi.advanceTimersByTime(milliseconds);
        return user;
      };
      return { access, me: { get } };
    };
    const middleware = new Middleware({ client: { withOptions }, timeToLive: 5_000 });
    const handler = createApiHandler(middleware, () => 1);
    return { asked, ask: (token: string) => handler(request({ authorization: `Bearer ${token}` })) };
  }

  test('counts from when it was asked', async () => {
    const { ask, asked } = slow(2_000);
    const token = good();
    await ask(token);
    vi.advanceTimersByTime(2_999);
    await ask(token);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    await ask(token);
    expect(asked).toHaveLength(2);
  });

  test('does not count once the token is over, however long the answer took', async () => {
    const { ask, asked } = slow(1_500);
    const token = tokenOf({ exp: seconds() + 2 });
    await ask(token);
    vi.advanceTimersByTime(499);
    await ask(token);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    await ask(token);
    expect(asked).toHaveLength(2);
  });

  test('is not waited for by whoever comes once the token is over', async () => {
    const { asked, middleware } = started();
    const token = tokenOf({ exp: seconds() + 2 });
    const handler = createApiHandler(middleware, () => 1);
    const first = handler(request({ authorization: `Bearer ${token}` }));
    vi.advanceTimersByTime(2_000);
    await Promise.all([first, handler(request({ authorization: `Bearer ${token}` }))]);
    expect(asked).toHaveLength(2);
  });

  test('cannot be edited by a handler, neither for later requests nor for its own', async () => {
    const { asked, middleware } = started();
    const token = { authorization: `Bearer ${good()}` };
    const edit = createApiHandler(middleware, async (_, context) => {
      Object.assign(context.user, { id: 'root', plan: 'enterprise' });
      Object.assign(context.user.permissions, { 0: '*' });
      Object.assign(context.flagContext.user.roles, { 0: 'owner' });
      await context.authorize('admin:*');
    });
    expect(await read(await edit(request(token)))).toEqual([403, refusedWith('access/permission-denied')]);
    const told = createApiHandler(middleware, (_, { flagContext, user }) => ({ flagContext, user }));
    expect(await read(await told(request(token)))).toEqual([
      200,
      {
        flagContext: { user: { key: 'ada', roles: ['editor'] }, tenant: { key: 'acme', plan: 'pro' } },
        user: expect.objectContaining({ id: 'ada', roles: ['editor'], permissions: ['invoice:*'], plan: 'pro' }),
      },
    ]);
    expect(asked).toHaveLength(1);
  });
});

describe('P03 a permission within a scope', () => {
  const outcome = async (permissions: readonly string[], resource: object | undefined, wanted = 'report:read:own') => {
    const { asked, middleware, said } = started();
    said.me = { status: 200, json: { id: 'ada', tenantId: 'acme', roles: ['r'], permissions, plan: null } };
    said.check = { status: 200, json: { allowed: false } };
    const options = { requiredPermissions: [wanted], ...(resource === undefined ? {} : { resource: () => resource }) };
    const { status } = await createApiHandler(middleware, () => 1, options)(request());
    return [status, asked.length - 1];
  };

  test.each([{ id: '42' }, { id: '' }, { properties: { createdBy: 'bob' } }])(
    'is not known to be about the resource in hand, so the server is asked: %j',
    async (resource) => {
      expect(await outcome(['report:read:own'], resource)).toEqual([403, 1]);
      expect(await outcome(['report:read:*', 'report:*:own'], resource)).toEqual([403, 1]);
      expect(await outcome(['report:*:own'], resource, 'report:*:own')).toEqual([403, 0]);
      for (const whole of ['report:read', 'report:*', '*'])
        expect(await outcome(['report:read:own', whole], resource)).toEqual([200, 0]);
    },
  );

  test.each([undefined, {}, { id: null }, { properties: {} }])('is enough about the type: %j', async (resource) => {
    expect(await outcome(['report:read:own'], resource)).toEqual([200, 0]);
    expect(await outcome(['report:read:*'], resource)).toEqual([200, 0]);
  });
});
