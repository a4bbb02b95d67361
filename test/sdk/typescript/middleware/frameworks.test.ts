import fastify from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConflictError } from '../../../../sdks/typescript/src/index.ts';
import {
  contextOf,
  expressMiddleware,
  type ExpressResponse,
  fastifyMiddleware,
  Middleware,
  type NodeRequest,
} from '../../../../sdks/typescript/src/middleware/index.ts';
import { scriptedDream, tokenOf } from './scripted-dream.ts';

const headers = { authorization: `Bearer ${tokenOf({ sub: 'ada' })}`, 'x-request-id': 'r1' };
const conflict = new ConflictError({ code: 'seats/taken', message: 'Taken.', userMessage: 'This seat is taken.' });
const conflictBody = {
  success: false,
  error: { code: 'seats/taken', message: 'Taken.', userMessage: 'This seat is taken.', requestId: 'r1' },
};

/** What was set for the body that was to be answered, and what goes for any. */
const ofBody = {
  'content-length': '5',
  'content-encoding': 'gzip',
  'content-disposition': 'attachment',
  etag: '"1"',
  'last-modified': 'Thu, 01 Jan 1970 00:00:00 GMT',
  'transfer-encoding': 'chunked',
  trailer: 'x-sum',
};
const ofPage = { 'content-security-policy': "default-src 'none'", vary: 'Origin' };

describe('P02 Fastify', () => {
  function app() {
    const { asked, client, said } = scriptedDream();
    const dream = fastifyMiddleware(new Middleware({ client }));
    const server = fastify();
    onTestFinished(() => server.close());
    server.setErrorHandler(dream.errorHandler());
    server.addHook('onRequest', dream.withTenant());
    server.get('/me', async (request) => contextOf(request).user.id);
    server.get('/broken', () => Promise.reject(conflict));
    server.post('/invoices', { preHandler: dream.requirePermission('invoice:create') }, async () => 'made');
    const resource = ({ params }: { readonly params: unknown } & NodeRequest) => ({
      id: String(Object.values(params ?? {})[0]),
    });
    server.get(
      '/reports/:id',
      { preHandler: dream.requirePermission('report:read', { resource }) },
      async () => 'read',
    );
    return { asked, said, server };
  }

  test('lets through who may, asks about the resource, and asks once who it is', async () => {
    const { asked, said, server } = app();
    const me = await server.inject({ url: '/me', headers });
    expect([me.statusCode, me.body, me.headers['x-request-id']]).toEqual([200, 'ada', 'r1']);
    expect((await server.inject({ method: 'POST', url: '/invoices', headers })).body).toBe('made');
    expect((await server.inject({ url: '/reports/7', headers })).body).toBe('read');
    said.check = { status: 200, json: { allowed: false } };
    const denied = await server.inject({ url: '/reports/8', headers });
    expect([denied.statusCode, denied.json().error.code]).toEqual([403, 'access/permission-denied']);
    expect(asked.map((one) => one.split(' ')[0])).toEqual(['/v1/me', '/v1/access/check', '/v1/access/check']);
    expect(asked.at(-1)).toContain('"id":"8"');
  });

  test('answers in one form: who has no token, what a handler throws, and what cannot be read', async () => {
    const { server } = app();
    const without = await server.inject({ url: '/me', headers: { 'x-request-id': 'r1' } });
    expect([without.statusCode, without.headers['www-authenticate'], without.json().error]).toEqual([
      401,
      'Bearer',
      expect.objectContaining({ code: 'auth/missing-credentials', requestId: 'r1' }),
    ]);
    const broken = await server.inject({ url: '/broken', headers });
    expect([broken.statusCode, broken.json()]).toEqual([409, conflictBody]);
    const type = { ...headers, 'content-type': 'application/json' };
    const unread = await server.inject({ method: 'POST', url: '/invoices', headers: type, payload: '{' });
    expect([unread.statusCode, unread.json().error.code]).toEqual([400, 'request/400']);
  });
});

test('P02 Fastify answers errors without the headers that were meant for another body', async () => {
  const dream = fastifyMiddleware(new Middleware({ client: scriptedDream().client }));
  const server = fastify();
  onTestFinished(() => server.close());
  server.setErrorHandler(dream.errorHandler());
  server.get('/begun', (_, reply) => {
    reply.headers({ ...ofBody, ...ofPage });
    return Promise.reject(conflict);
  });
  const answered = await server.inject({ url: '/begun', headers });
  expect([answered.statusCode, answered.json()]).toEqual([409, conflictBody]);
  expect(answered.headers).toMatchObject({ ...ofPage, 'content-type': 'application/json; charset=utf-8' });
  for (const name of Object.keys(ofBody).filter((one) => one !== 'content-length'))
    expect(answered.headers[name]).toBeUndefined();
});

/** What Express does with its handlers, one after the other, and what they answered. */
async function express(
  request: NodeRequest,
  handlers: readonly ((request: NodeRequest, response: ExpressResponse, next: (error?: unknown) => void) => unknown)[],
  before: Readonly<Record<string, string>> = {},
) {
  const answer = { status: 0, headers: new Map(Object.entries(before)), body: '' };
  const response: ExpressResponse = {
    headersSent: false,
    getHeaderNames: () => [...answer.headers.keys()],
    setHeader: (name, value) => answer.headers.set(name.toLowerCase(), value),
    removeHeader: (name) => answer.headers.delete(name),
    status: (status) => ({ end: (body) => Object.assign(answer, { status, body }) }),
  };
  let passed = 0;
  for (const handler of handlers) {
    const passedBefore = passed;
    await handler(request, response, () => {
      passed += 1;
    });
    if (passed === passedBefore) break;
  }
  return { ...answer, passed };
}

describe('P02 Express', () => {
  const asked: NodeRequest = { headers };

  test('lets through who may, and answers the others itself', async () => {
    const { client, said } = scriptedDream();
    const dream = expressMiddleware(new Middleware({ client }));
    const resource = () => ({ id: '7' });
    const chain = [
      dream.withTenant(),
      dream.requirePermission('invoice:read'),
      dream.requirePermission('report:read', { resource }),
    ];
    const request = { headers: { ...headers } };
    const passed = await express(request, chain);
    expect([passed.passed, passed.headers.get('x-request-id'), contextOf(request).tenantId]).toEqual([3, 'r1', 'acme']);
    said.check = { status: 200, json: { allowed: false } };
    const denied = await express({ headers: { ...headers } }, chain);
    expect([denied.passed, denied.status, JSON.parse(denied.body).error.code]).toEqual([
      2,
      403,
      'access/permission-denied',
    ]);
    const nobody = await express({ headers: {} }, chain);
    expect([nobody.passed, nobody.status, nobody.headers.get('www-authenticate')]).toEqual([0, 401, 'Bearer']);
  });

  test('answers what handlers throw, unless an answer has begun', async () => {
    const dream = expressMiddleware(new Middleware({ client: scriptedDream().client }));
    const failing = (request: NodeRequest, response: ExpressResponse, next: (error?: unknown) => void): void =>
      dream.errorHandler()(conflict, request, response, next);
    const answered = await express(asked, [failing]);
    expect([answered.passed, answered.status, JSON.parse(answered.body)]).toEqual([0, 409, conflictBody]);
    const begun = await express(asked, [
      (request, response, next) => failing(request, { ...response, headersSent: true }, next),
    ]);
    expect([begun.passed, begun.status]).toEqual([1, 0]);
  });

  test('answers errors without the headers that were meant for another body', async () => {
    const { client } = scriptedDream();
    const dream = expressMiddleware(new Middleware({ client }));
    const failing = (request: NodeRequest, response: ExpressResponse, next: (error?: unknown) => void): void =>
      dream.errorHandler()(conflict, request, response, next);
    for (const chain of [[failing], [dream.requirePermission('admin:*')]]) {
      const answered = await express({ headers: { ...headers } }, chain, { ...ofBody, ...ofPage });
      expect(Object.fromEntries(answered.headers)).toEqual({
        ...ofPage,
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-request-id': 'r1',
      });
    }
  });

  test('asks for each middleware itself who it is, and what they may do', async () => {
    const [customers, staff] = [scriptedDream(), scriptedDream()];
    const [one, other] = [customers, staff].map(({ client }) => expressMiddleware(new Middleware({ client })));
    if (one === undefined || other === undefined) throw new Error('There are two');
    const user = { id: 'ada', roles: [], plan: null, sessionId: null };
    customers.said.me = { status: 200, json: { ...user, tenantId: 'customers', permissions: ['*'] } };
    staff.said.me = { status: 200, json: { ...user, tenantId: 'staff', permissions: ['desk:read'] } };
    staff.said.check = { status: 200, json: { allowed: false } };
    const request = { headers: { ...headers } };
    const chain = [one.withTenant(), other.requirePermission('desk:read')];
    expect((await express(request, chain)).passed).toBe(2);
    expect(contextOf(request).tenantId).toBe('staff');
    expect((await express(request, [other.requirePermission('desk:delete')])).status).toBe(403);
    expect((await express(request, [one.requirePermission('desk:delete')])).passed).toBe(1);
    expect([contextOf(request).tenantId, customers.asked.length]).toEqual(['customers', 1]);
  });

  test('says so where nobody has looked at a request', () => {
    expect(() => contextOf(asked)).toThrow('No middleware has looked at this request');
  });
});
