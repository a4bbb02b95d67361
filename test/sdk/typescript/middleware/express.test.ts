// The middleware on Express itself, asked over HTTP.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request } from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConflictError } from '../../../../sdks/typescript/src/index.ts';
import { contextOf, expressMiddleware } from '../../../../sdks/typescript/src/middleware/index.ts';
import {
  constructEvent,
  signTestEvent,
  WebhookSignatureError,
} from '../../../../sdks/typescript/src/webhooks/index.ts';
import { tokenOf, wrong } from './scripted-dream.ts';
import { started } from './started-middleware.ts';

const signedIn = { authorization: `Bearer ${tokenOf({ sub: 'ada' })}`, 'x-request-id': 'r1' };
const conflict = new ConflictError({ code: 'seats/taken', message: 'Taken.', userMessage: 'This seat is taken.' });
const conflictBody = {
  success: false,
  error: { code: 'seats/taken', message: 'Taken.', userMessage: 'This seat is taken.', requestId: 'r1' },
};

/** An application that listens, and what it answers. */
async function listening(app: Express) {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: signedIn, ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
}

function shop() {
  const dream = started();
  const own = expressMiddleware(dream.middleware);
  const app = express();
  app.get('/open', (_, response) => void response.send('open'));
  app.use('/api', own.withTenant(), express.json({ limit: 100 }));
  app.get('/api/me', (request, response) => void response.json(contextOf(request).flagContext));
  app.post('/api/invoices', own.requirePermission('invoice:create'), (request, response) => {
    response.status(201).json(request.body);
  });
  const resource = ({ params }: Request) => ({ id: String(params['id']) });
  app.get('/api/reports/:id', own.requirePermission('report:read', { resource }), (_, response) => {
    response.send('read');
  });
  app.get('/api/rejects', async (_, response) => {
    response.set({ etag: '"1"', 'content-disposition': 'attachment', vary: 'Origin' });
    await Promise.reject(conflict);
  });
  app.get('/api/throws', () => {
    throw new TypeError('the password is hunter2');
  });
  app.get('/api/begun', (_, response) => {
    response.write('some');
    throw conflict;
  });
  app.use(own.errorHandler());
  return { ...dream, app };
}

describe('P02 Express itself', () => {
  test('says who asks, about which tenant, and what flags are asked with', async () => {
    const { app, asked } = shop();
    const ask = await listening(app);
    const me = await ask('/api/me', { headers: { ...signedIn, 'x-tenant-id': 'acme' } });
    expect([me.status, me.headers.get('x-request-id'), me.body]).toEqual([
      200,
      'r1',
      { user: { key: 'ada', roles: ['editor'] }, tenant: { key: 'acme', plan: 'pro' } },
    ]);
    expect(asked).toEqual([expect.stringMatching(/^\/v1\/me acme /u)]);
  });

  test('lets through who may, asks about the resource of the route, and refuses the others', async () => {
    const { app, asked, said } = shop();
    const ask = await listening(app);
    const headers = { ...signedIn, 'content-type': 'application/json' };
    const made = await ask('/api/invoices', { method: 'POST', headers, body: '{"amount":5}' });
    expect([made.status, made.body]).toEqual([201, { amount: 5 }]);
    expect((await ask('/api/reports/7')).body).toBe('read');
    said.check = { status: 200, json: { allowed: false } };
    const denied = await ask('/api/reports/8');
    expect([denied.status, denied.body.error.code, denied.body.error.requestId]).toEqual([
      403,
      'access/permission-denied',
      'r1',
    ]);
    expect(asked.at(-1)).toContain('"id":"8"');
  });

  test('refuses who has no token, and leaves alone what it does not guard and what is not there', async () => {
    const { app, asked } = shop();
    const ask = await listening(app);
    const nobody = await ask('/api/me', { headers: {} });
    expect([nobody.status, nobody.headers.get('www-authenticate'), nobody.headers.get('cache-control')]).toEqual([
      401,
      'Bearer',
      'no-store',
    ]);
    expect(nobody.body.error.code).toBe('auth/missing-credentials');
    expect((await ask('/open', { headers: {} })).body).toBe('open');
    expect((await ask('/nowhere')).status).toBe(404);
    expect(asked).toEqual([]);
  });

  test('answers in one form what handlers throw and reject, and what the body is refused for', async () => {
    const { app, errors } = shop();
    const ask = await listening(app);
    const rejected = await ask('/api/rejects');
    expect([rejected.status, rejected.body]).toEqual([409, conflictBody]);
    expect(['etag', 'content-disposition', 'vary'].map((name) => rejected.headers.get(name))).toEqual([
      null,
      null,
      'Origin',
    ]);
    const thrown = await ask('/api/throws');
    expect([thrown.status, thrown.body.error.code]).toEqual([500, 'internal/error']);
    expect(JSON.stringify(thrown.body)).not.toContain('hunter2');
    expect(errors).toEqual([new TypeError('the password is hunter2')]);
    const headers = { ...signedIn, 'content-type': 'application/json' };
    const unread = await ask('/api/invoices', { method: 'POST', headers, body: '{' });
    expect([unread.status, unread.body.error.code]).toEqual([400, 'request/400']);
    const long = await ask('/api/invoices', { method: 'POST', headers, body: JSON.stringify('x'.repeat(200)) });
    expect([long.status, long.body.error.code]).toEqual([413, 'request/413']);
    expect((await ask('/api/reports/%E0%A4%A')).body.error.code).toBe('request/400');
  });

  test('leaves it to Express to break off an answer that has begun', async () => {
    const { app } = shop();
    app.set('env', 'test');
    const ask = await listening(app);
    await expect(ask('/api/begun')).rejects.toThrow('terminated');
    expect((await ask('/open')).status).toBe(200);
  });

  test('answers 503 while the server is away, and asks again', async () => {
    const { app, said } = shop();
    const ask = await listening(app);
    const { me } = said;
    said.me = wrong(500, 'internal/error');
    const away = await ask('/api/me');
    expect([away.status, away.body.error.code]).toEqual([503, 'upstream/unavailable']);
    said.me = me;
    expect((await ask('/api/me')).status).toBe(200);
  });

  test('keeps apart requests that are under way together', async () => {
    const { app } = shop();
    const ask = await listening(app);
    const ids = Array.from({ length: 20 }, (_, index) => `r${index}`);
    const answers = await Promise.all(
      ids.map((id) => ask('/api/throws', { headers: { ...signedIn, 'x-request-id': id } })),
    );
    expect(answers.map(({ body }) => body.error.requestId)).toEqual(ids);
  });
});

describe('where something else has answered meanwhile, as what watches over the time does', () => {
  test.each([
    ['a user', 'withTenant'],
    ['nobody', 'withTenant'],
    ['a user', 'requirePermission'],
  ] as const)('%s by %s is let alone: nothing is thrown at the process, and no handler runs', async (who, guard) => {
    const { middleware } = started();
    const own = expressMiddleware(middleware);
    const check = guard === 'withTenant' ? own.withTenant() : own.requirePermission('invoice:read');
    const handled: unknown[] = [];
    const settled: Promise<unknown>[] = [];
    const app = express();
    app.use((request, response, next) => {
      response.status(503).end('late');
      if (who === 'nobody') delete request.headers.authorization;
      settled.push(check(request, response, (error) => handled.push(error)));
      next();
    });
    app.use(() => undefined);
    const ask = await listening(app);
    expect((await ask('/')).status).toBe(503);
    expect(await Promise.allSettled(settled)).toEqual([{ status: 'fulfilled', value: undefined }]);
    expect(handled).toEqual([]);
  });
});

describe('P06 webhooks in Express itself', () => {
  const secret = 'whsec_test';
  const body = JSON.stringify({
    id: 'evt_1',
    type: 'revision.applied',
    data: { changes: 2, author: 'é', revision: 7 },
  });

  async function hook(parser: ReturnType<typeof express.json>) {
    const app = express();
    app.post('/hook', parser, async (request, response) => {
      try {
        const event = await constructEvent(request.body, request.get('x-platform-signature'), secret);
        response.json(event.type === 'revision.applied' ? event.data?.changes : null);
      } catch (error) {
        if (!(error instanceof WebhookSignatureError)) throw error;
        response.status(400).json([error.code, error.message]);
      }
    });
    const ask = await listening(app);
    const headers = { 'content-type': 'application/json', 'x-platform-signature': await signTestEvent(body, secret) };
    return ask('/hook', { method: 'POST', headers, body });
  }

  test('a body that is left as it came is an event', async () => {
    const answered = await hook(express.raw({ type: 'application/json' }));
    expect([answered.status, answered.body]).toEqual([200, 2]);
  });

  test('what is not caught is answered with 400, by errorHandler and by Express', async () => {
    const own = expressMiddleware(started().middleware);
    const app = express();
    app.set('env', 'test');
    app.get('/:by', async () => void (await constructEvent('{}', 't=1,v1=00', secret)));
    app.use('/own', own.errorHandler());
    const ask = await listening(app);
    const answered = await ask('/own');
    expect([answered.status, answered.body.error.code]).toEqual([400, 'request/400']);
    expect((await ask('/express')).status).toBe(400);
  });

  test('a body that was parsed before is refused, and it is said how to get at the raw one', async () => {
    const { body: told, status } = await hook(express.json());
    expect([status, told]).toEqual([
      400,
      ['body-was-parsed', expect.stringContaining("Express: express.raw({ type: 'application/json' }) on this route")],
    ]);
  });
});
