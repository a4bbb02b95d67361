// Handlers of requests as Next.js calls them: what is in the path comes as a promise.
import { describe, expect, test } from 'vitest';
import { ConflictError } from '../../../../sdks/typescript/src/index.ts';
import { createApiHandler } from '../../../../sdks/typescript/src/middleware/index.ts';
import { tokenOf } from './scripted-dream.ts';
import { read, started } from './started-middleware.ts';

interface Route {
  readonly params: Promise<{ readonly id: string }>;
}

/** As Next.js checks what a route exports. */
type NextHandler = (request: Request, context: Route) => Promise<Response> | Response;

function asked(method: string, body?: string): Request {
  const headers = { authorization: `Bearer ${tokenOf({ sub: 'ada' })}`, 'x-request-id': 'r1' };
  return new Request('http://app.example/api/reports/7?part=2', {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

function route(id: string): Route {
  return { params: Promise.resolve({ id }) };
}

describe('P02 a route handler of Next.js', () => {
  test('has what is in the path, the query and the body', async () => {
    const { middleware } = started();
    const PUT: NextHandler = createApiHandler<Route>(middleware, async (request, { route: { params }, user }) => ({
      id: (await params).id,
      part: new URL(request.url).searchParams.get('part'),
      name: Object(await request.json()).name,
      by: user.id,
    }));
    const answered = await PUT(asked('PUT', '{"name":"Q3"}'), route('7'));
    expect([...(await read(answered)), answered.headers.get('x-request-id')]).toEqual([
      200,
      { id: '7', part: '2', name: 'Q3', by: 'ada' },
      'r1',
    ]);
  });

  test('is asked whether it may with what is in the path', async () => {
    const { asked: questions, middleware, said } = started();
    let handled = 0;
    const GET: NextHandler = createApiHandler<Route>(middleware, () => void (handled += 1), {
      requiredPermissions: ['report:read'],
      resource: async (_, { route: { params } }) => ({ id: (await params).id }),
    });
    expect((await GET(asked('GET'), route('7'))).status).toBe(204);
    expect(questions.at(-1)).toContain('"id":"7"');
    said.check = { status: 200, json: { allowed: false } };
    const denied = await GET(asked('GET'), route('8'));
    expect([denied.status, handled]).toEqual([403, 1]);
    expect(questions.at(-1)).toContain('"id":"8"');
  });

  test('answers in one form where the path or the body cannot be read', async () => {
    const { errors, middleware } = started();
    const POST: NextHandler = createApiHandler<Route>(middleware, async (request, { route: { params } }) => [
      await params,
      await request.json(),
    ]);
    const unread = await POST(asked('POST', '{'), route('7'));
    expect([unread.status, Object(await unread.json()).error.code]).toEqual([500, 'internal/error']);
    const pathless = await POST(asked('POST', '{}'), { params: Promise.reject(new Error('no path')) });
    expect([pathless.status, Object(await pathless.json()).error.requestId]).toEqual([500, 'r1']);
    expect(errors).toEqual([expect.any(SyntaxError), new Error('no path')]);
  });

  test('leaves it to the framework to redirect, and answers what only looks like that', async () => {
    const { errors, middleware } = started();
    const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/login;307;' });
    const steerings: readonly unknown[] = [
      redirect,
      new Response(null, { status: 302, headers: { location: '/login' } }),
    ];
    for (const steering of steerings) {
      const GET: NextHandler = createApiHandler<Route>(middleware, () => {
        throw steering;
      });
      await expect(Promise.resolve(GET(asked('GET'), route('7')))).rejects.toBe(steering);
    }
    expect(errors).toEqual([]);
    const fetched = Object.defineProperty(new Response('theirs'), 'url', { value: 'https://upstream.example/' });
    const conflict = new ConflictError({ code: 'orders/taken', message: 'Taken.', userMessage: 'Taken.' });
    const odd: readonly (readonly [number, unknown])[] = [
      ...[undefined, 7, null, 'sha256:abc'].map(
        (digest) => [500, Object.assign(new Error('odd'), { digest })] as const,
      ),
      // What came from elsewhere steers nothing, whatever it says.
      [500, { digest: 'NEXT_REDIRECT;replace;https://evil.example;307;' }],
      [500, fetched],
      [409, Object.assign(conflict, { digest: 'NEXT_REDIRECT;replace;/login;307;' })],
    ];
    for (const [status, thrown] of odd) {
      const GET: NextHandler = createApiHandler<Route>(middleware, () => {
        throw thrown;
      });
      expect((await GET(asked('GET'), route('7'))).status).toBe(status);
    }
    const GET: NextHandler = createApiHandler<Route>(middleware, () => {
      throw redirect;
    });
    expect((await GET(new Request('http://app.example/'), route('7'))).status).toBe(401);
  });

  test('may be used without anything of its route', async () => {
    const { middleware } = started();
    const GET: (request: Request) => Promise<Response> = createApiHandler(middleware, (_, { tenantId }) => tenantId);
    expect(await read(await GET(asked('GET')))).toEqual([200, 'acme']);
  });
});
