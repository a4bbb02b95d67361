import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWorthRetrying, retryDelay } from '../../../../templates/sdk/typescript/src/core/retry.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { freePort } from '../../../support/free-port.ts';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import { Client } from './things.ts';

const well: ScriptedAnswer = { status: 200, json: { id: 'a' } };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

test('SD-02 without Retry-After each wait is twice as long, 8 seconds at most, less a quarter at most', () => {
  const delays = (random: number): unknown[] =>
    [1, 2, 3, 4, 5, 6, 99].map((n) => retryDelay(n, undefined, 60_000, () => random));
  expect(delays(0)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(delays(1)).toEqual([375, 750, 1500, 3000, 6000, 6000, 6000]);
  expect([retryDelay(4, undefined, 30, () => 0), retryDelay(4, undefined, 30, () => 1)]).toEqual([30, 22.5]);
});

test('SD-02 what Retry-After asks for is waited exactly, or not at all where that is longer than allowed', () => {
  expect([retryDelay(1, 60, 60_000), retryDelay(1, 60.001, 60_000), retryDelay(1, 0, 0)]).toEqual([
    60_000,
    undefined,
    0,
  ]);
});

test('SD-02 the statuses that are worth another attempt, and the word of the server that goes over them', () => {
  const statuses = [400, 401, 403, 404, 408, 409, 410, 412, 422, 425, 429, 500, 501, 502, 503, 504];
  const worth = (headers = {}): number[] => statuses.filter((status) => isWorthRetrying(status, new Headers(headers)));
  expect(worth()).toEqual([408, 429, 500, 502, 503, 504]);
  expect(worth({ 'Dream-Should-Retry': 'maybe' })).toEqual([408, 429, 500, 502, 503, 504]);
  expect(worth({ 'Dream-Should-Retry': 'false' })).toEqual([]);
  expect(worth({ 'Dream-Should-Retry': 'true' })).toEqual(statuses);
});

test('SD-02 a redirect is worth none, whatever it says', () => {
  const headers = new Headers({ 'Dream-Should-Retry': 'true' });
  expect([300, 301, 302, 303, 304, 307, 308].filter((status) => isWorthRetrying(status, headers))).toEqual([]);
});

describe('a call', () => {
  test('SD-01 keeps its idempotency key over all attempts, whatever ended them', async () => {
    const script = server.play([{ status: 503 }, { then: 'cut' }, { status: 200, text: '{"id":', then: 'cut' }, well]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetries: 3, maxRetryDelay: 1 });
    expect(await things.update('a', {})).toEqual({ id: 'a' });
    expect(script.requests).toHaveLength(4);
    expect(new Set(script.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('that changes something is not sent again without its key', async () => {
    const script = server.play([{ status: 503, headers: { 'Dream-Should-Retry': 'true' } }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
    const call = things.update('a', {}, { headers: { 'Idempotency-Key': null } });
    expect(await call.then(undefined, String)).toMatch(/^ServerError: 503/);
    expect(script.requests).toHaveLength(1);
  });

  test('SD-02 is sent as often as allowed, and told to wait for too long not again', async () => {
    const busy = { status: 429, error: { code: 'limits/requests', message: 'Too many.', userMessage: 'Later.' } };
    const script = server.play([busy, busy, { ...busy, headers: { 'Retry-After': '61' } }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetries: 1, maxRetryDelay: 1 });
    expect(await things.get('a').then(undefined, String)).toBe('RateLimitError: 429 limits/requests: Too many.');
    expect(script.requests).toHaveLength(2);
    expect(await things.get('a').then(undefined, (error: unknown) => error)).toMatchObject({ retryAfter: 61 });
    expect(script.requests).toHaveLength(3);
  });

  test('that is not answered in time is a TimeoutError, its body included', async () => {
    for (const answer of [{ then: 'hang' }, { status: 200, text: '{', then: 'hang' }] as const) {
      const script = server.play([answer, answer]);
      const attempts: number[] = [];
      const { things } = new Client({
        baseUrl: script.url,
        secretKey: 'sk_1',
        timeout: 20,
        maxRetries: 1,
        maxRetryDelay: 1,
        onRequest: ({ attempt }) => attempts.push(attempt),
      });
      expect(await things.get('a').then(undefined, String)).toBe('TimeoutError: No answer came within 20 ms');
      expect(attempts).toEqual([1, 2]);
    }
  });

  test('is ended by its signal: before it is sent, while it is under way, and while it waits', async () => {
    const hanging = server.play([{ then: 'hang' }]);
    const reason = new Error('left the page');
    const abort = new AbortController();
    const asked: string[] = [];
    const { things } = new Client({
      baseUrl: hanging.url,
      secretKey: 'sk_1',
      onRequest: ({ url }) => {
        asked.push(url);
        setTimeout(() => abort.abort(reason), 10);
      },
    });
    const underWay = await things.get('a', { signal: abort.signal }).catch((error: unknown) => error);
    expect(underWay).toMatchObject({ name: 'AbortedError', cause: reason });
    expect(await things.get('b', { signal: abort.signal }).catch(String)).toMatch(/^AbortedError: /);
    expect(asked).toEqual([`${hanging.url}/v1/things/a`]);

    const script = server.play([{ status: 503, headers: { 'Retry-After': '50' } }]);
    const waiting = new AbortController();
    const { things: later } = new Client({
      baseUrl: script.url,
      secretKey: 'sk_1',
      onRetry: () => waiting.abort(reason),
    });
    expect(await later.get('c', { signal: waiting.signal }).catch((error: unknown) => error)).toMatchObject({
      cause: reason,
    });
    expect(script.requests).toHaveLength(1);
  });

  test('is ended by its signal while a token is being got, and gets none once it has ended', async () => {
    const abort = new AbortController();
    let asked = 0;
    const userToken = (): Promise<string> => {
      asked += 1;
      setTimeout(() => abort.abort(), 5);
      return new Promise(() => {});
    };
    const { things } = new Client({ baseUrl: 'http://127.0.0.1:9', publishableKey: 'pk_1', userToken });
    const { signal } = abort;
    const ends = [await things.get('a', { signal }).catch(String), await things.get('a', { signal }).catch(String)];
    expect(ends).toEqual(Array(2).fill('AbortedError: The call was ended by its signal'));
    expect(asked).toBe(1);
  });

  test('that meets nobody says who did not answer why', async () => {
    const port = await freePort();
    const { things } = new Client({ baseUrl: `http://127.0.0.1:${port}`, secretKey: 'sk_1', maxRetries: 0 });
    expect(await things.get('a').catch(String)).toBe(
      `ConnectionError: No answer came, or it broke off: connect ECONNREFUSED 127.0.0.1:${port}`,
    );
  });
});
