// What a handler throws may be anything; it is always answered, and nothing is shown that was not meant to be.
import { describe, expect, test } from 'vitest';
import { PlatformError } from '../../../../sdks/typescript/src/index.ts';
import { createApiHandler } from '../../../../sdks/typescript/src/middleware/index.ts';
import { read, request, started } from './started-middleware.ts';

async function thrown(error: unknown) {
  const { errors, middleware } = started();
  const handler = createApiHandler(middleware, () => {
    throw error;
  });
  const response = await handler(request());
  const retryAfter = response.headers.get('retry-after');
  const [status, body] = await read(response);
  return { status, body, retryAfter, errors };
}

const broken = (thing: unknown) => ({
  status: 500,
  body: { success: false, error: expect.objectContaining({ code: 'internal/error' }) },
  retryAfter: null,
  errors: [thing],
});

const made = (fields: { readonly status?: number; readonly retryAfter?: number }, more: object = {}) =>
  Object.assign(new PlatformError({ code: 'a/b', message: 'm', userMessage: 'u', ...fields }), more);

const refusing = {
  get(): never {
    throw new Error('not to be read');
  },
};

describe('P02 odd errors', () => {
  test.each([0, 204, 302, 399, 600, 404.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'with the status %d are answered by 500',
    async (status) => {
      const [ours, foreign] = [made({ status }), Object.assign(new Error('hunter2'), { statusCode: status })];
      expect(await thrown(ours)).toEqual(broken(ours));
      expect(await thrown(foreign)).toEqual(broken(foreign));
    },
  );

  test.each([{ code: 5n }, { code: undefined }, { userMessage: {} }, { message: Symbol('m') }, { param: ['x'] }])(
    'with what is no text are answered by 500',
    async (more) => {
      const error = made({ status: 404 }, more);
      expect(await thrown(error)).toEqual(broken(error));
    },
  );

  test('that throw when they are read are answered by 500', async () => {
    const things = [
      Object.defineProperty({}, 'statusCode', refusing),
      Object.defineProperty(Object.assign(new Error('x'), { statusCode: 400 }), 'message', refusing),
      Object.defineProperty(made({ status: 404 }), 'userMessage', refusing),
      new Proxy({}, { getPrototypeOf: refusing.get }),
    ];
    for (const thing of things) {
      const { errors, ...answer } = await thrown(thing);
      expect(answer).toEqual({ ...broken(thing), errors: undefined });
      // Whatever would show the thing reads it.
      expect([errors.length, Object.is(errors[0], thing)]).toEqual([1, true]);
    }
  });

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('say nothing of %d seconds to wait', async (retryAfter) => {
    const { body, errors, ...answer } = await thrown(made({ status: 429, retryAfter }));
    expect([answer, errors]).toEqual([{ status: 429, retryAfter: null }, []]);
    expect(JSON.stringify(body)).not.toContain('retryAfter');
  });

  test.each([400, 499, 500, 599])('of the application keep the status %i', async (status) => {
    expect((await thrown(made({ status }))).status).toBe(status);
  });
});

describe('P02 errors of others with a status', () => {
  test.each([
    ['that say they may be shown', { expose: true }, true],
    ["of Fastify's own", { code: 'FST_ERR_CTP_BODY_TOO_LARGE' }, true],
    ['of what the application calls', {}, false],
    ['with a code of their own', { code: 'AccessDenied' }, false],
    ['with a mark that is none', { expose: 'yes' }, false],
  ])('%s show their message only then', async (_, more, isShown) => {
    const text = 'User arn:aws:iam::1:user/x is not authorized';
    const { body, errors, status } = await thrown(Object.assign(new Error(text), { statusCode: 403, ...more }));
    expect([status, errors]).toEqual([403, []]);
    expect(body).toEqual({ success: false, error: expect.objectContaining({ code: 'request/403' }) });
    expect(JSON.stringify(body).includes(text)).toBe(isShown);
  });
});
