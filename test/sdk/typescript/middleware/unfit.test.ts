// What is not as it must be: the application's settings, its resources, and answers that only look like the server's.
import { describe, expect, test, vi } from 'vitest';
import {
  ConfigurationError,
  type DreamError,
  NotFoundError,
  ResponseError,
} from '../../../../sdks/typescript/src/index.ts';
import {
  createApiHandler,
  expressMiddleware,
  type HandlerOptions,
  Middleware,
} from '../../../../sdks/typescript/src/middleware/index.ts';
import { scriptedDream } from './scripted-dream.ts';
import { good, read, request, started } from './started-middleware.ts';

describe('an answer of me.get that is no user lets nobody in', () => {
  const user = { id: 'ada', tenantId: 'acme', roles: ['editor'], permissions: [] };
  test.each([
    { hello: 1 },
    {},
    { ...user, id: undefined },
    { ...user, id: '' },
    { ...user, id: 7 },
    { ...user, tenantId: null },
    { ...user, tenantId: '' },
    { ...user, roles: 'editor' },
    { ...user, roles: [1] },
    { ...user, permissions: undefined },
    { ...user, permissions: ['*', null] },
    [user],
    { data: user },
  ])('%j', async (json) => {
    const { errors, middleware, said } = started();
    said.me = { status: 200, json };
    const ran: unknown[] = [];
    const [status, body] = await read(
      await createApiHandler(middleware, (_, { user: one }) => ran.push(one))(request()),
    );
    expect([status, body]).toEqual([
      503,
      { success: false, error: expect.objectContaining({ code: 'upstream/unavailable' }) },
    ]);
    expect(ran).toEqual([]);
    expect(errors).toEqual([expect.any(ResponseError)]);
  });

  test('and is asked for again by the next request', async () => {
    const { asked, middleware, said } = started();
    const well = said.me;
    const token = { authorization: `Bearer ${good()}` };
    said.me = { status: 200, json: { hello: 1 } };
    const handler = createApiHandler(middleware, () => 1);
    expect((await handler(request(token))).status).toBe(503);
    said.me = well;
    expect((await handler(request(token))).status).toBe(200);
    expect(asked).toHaveLength(2);
  });
});

describe('settings', () => {
  test('a client that only has a secret key is refused when the middleware is made', () => {
    const { asked, client } = scriptedDream({ publishableKey: undefined, secretKey: 'sk_test_1' });
    expect(() => new Middleware({ client })).toThrow(ConfigurationError);
    expect(() => new Middleware({ client })).toThrow('A user token goes with a publishable key');
    expect(asked).toEqual([]);
  });

  test('permissions that are no list are refused when the handler is made', () => {
    const { middleware } = started();
    const options: HandlerOptions<unknown> = JSON.parse('{"requiredPermissions":"invoice:read"}');
    expect(() => createApiHandler(middleware, () => 1, options)).toThrow(ConfigurationError);
  });

  test('that are changed afterwards change nothing', async () => {
    const { client } = scriptedDream();
    const told: unknown[] = [];
    const options = { client, onError: (error: unknown): void => void told.push(error) };
    const middleware = new Middleware(options);
    options.onError = () => void told.push('changed');
    middleware.answerTo('thrown', 'r1');
    expect(told).toEqual(['thrown']);
  });
});

test('an onError that rejects or throws ends no process', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const asynchronous = async (): Promise<void> => {
    await Promise.resolve();
    throw new Error('the log is away');
  };
  const atOnce = (): never => {
    throw new Error('the log is away');
  };
  for (const onError of [asynchronous, atOnce]) {
    expect(started({ onError }).middleware.answerTo(new Error('x'), 'r1').status).toBe(500);
  }
  // Node tells of it once all that is due has run.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

describe('a resource that is none', () => {
  const odd = ['42', 42, true, undefined, null, [], { id: undefined }, { id: 42 }, { id: {} }, { properties: 'x' }];

  test.each(odd)('is not taken for a question about the type: %j', async (resource) => {
    const { asked, errors, middleware } = started();
    const options = { requiredPermissions: ['invoice:read'], resource: () => resource as object };
    const ran: unknown[] = [];
    expect((await createApiHandler(middleware, () => ran.push(1), options)(request())).status).toBe(500);
    const express = expressMiddleware(middleware).requirePermission('invoice:read', options);
    const ended: string[] = [];
    const status = (code: number) => ({ end: () => void ended.push(String(code)) });
    const headers = { authorization: `Bearer ${good()}` };
    await express({ headers }, { headersSent: false, setHeader: () => undefined, status }, () => void ran.push(1));
    expect([ended, ran]).toEqual([['500'], []]);
    expect(errors).toEqual([expect.any(ConfigurationError), expect.any(ConfigurationError)]);
    expect(asked.filter((one) => !one.startsWith('/v1/me'))).toEqual([]);
  });

  test('while one whose properties are null, as a row has them, is one without', async () => {
    const { errors, middleware } = started();
    const resource = { id: '42', properties: null };
    const options = { requiredPermissions: ['invoice:read'], resource: () => resource as object };
    expect((await createApiHandler(middleware, () => 1, options)(request())).status).toBe(200);
    expect(errors).toEqual([]);
  });

  test('nor where a handler asks by itself, which may leave it out', async () => {
    const { middleware } = started();
    const refused = async (resource: unknown): Promise<unknown> => {
      const handler = createApiHandler(middleware, async (_, { authorize }) => {
        await Reflect.apply(authorize, undefined, ['invoice:read', resource]).catch((error: DreamError) => {
          throw new NotFoundError({ code: 'test/refused', message: error.name, userMessage: 'Refused.' });
        });
      });
      return (await handler(request())).status;
    };
    expect([await refused(undefined), await refused(null), await refused({}), await refused({ id: null })]).toEqual(
      Array(4).fill(204),
    );
    expect([await refused('42'), await refused({ id: undefined })]).toEqual([404, 404]);
  });
});
