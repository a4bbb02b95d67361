// Answers that break off, and what never answers at all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

const nowhere = { baseUrl: 'http://127.0.0.1:9', maxRetries: 0 };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

describe('the head of an answer that is no success decides, though its body breaks off', () => {
  test.each<[what: string, head: ScriptedAnswer, error: object]>([
    ['a wait that is too long', { status: 429, headers: { 'Retry-After': '3600' } }, { status: 429, retryAfter: 3600 }],
    [
      'a word of the server',
      { status: 503, headers: { 'Dream-Should-Retry': 'false' } },
      { name: 'ServerError', body: 'half' },
    ],
    ['a redirect', { status: 302, headers: { Location: '{server}/x' } }, { name: 'ResponseError', body: 'half' }],
    ['a refusal', { status: 404 }, { name: 'NotFoundError', code: 'unknown/404', message: 'half' }],
  ])('%s', async (_, head, error) => {
    const script = server.play([
      { ...head, text: 'half', then: 'cut' },
      { status: 200, json: {} },
    ]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetryDelay: 1 });
    expect(await things.get('a').catch((thrown: unknown) => thrown)).toMatchObject(error);
    expect(script.requests).toHaveLength(1);
  });

  test('and though it stalls, but no longer than an attempt may take', async () => {
    let requests = 0;
    // Its head comes at once, so that on no machine the time is over before it.
    const fetch = (): Promise<Response> => {
      requests += 1;
      return Promise.resolve(new Response(new ReadableStream(), { status: 404 }));
    };
    const { things } = new Client({
      ...nowhere,
      secretKey: 'sk_1',
      timeout: 30,
      maxRetries: 2,
      maxRetryDelay: 1,
      fetch,
    });
    expect(await things.get('a').catch(String)).toBe('TimeoutError: No answer came within 30 ms');
    expect(requests).toBe(1);
  });
});

describe('a document', () => {
  const head: ScriptedAnswer = { status: 200, headers: { 'Content-Type': 'application/x-ndjson' } };

  test('that breaks off before its first byte is asked for again', async () => {
    const script = server.play([
      { ...head, then: 'cut' },
      { ...head, text: 'all' },
    ]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetryDelay: 1 });
    expect(await things.export().text()).toBe('all');
    expect(script.requests).toHaveLength(2);
  });

  test('has to begin in time, not only to be promised', async () => {
    const script = server.play([{ ...head, then: 'hang' }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetries: 0, timeout: 30 });
    expect(await things.export().text().catch(String)).toBe('TimeoutError: No answer came within 30 ms');
  });
});

describe('what takes no notice of the signal is not waited for', () => {
  const never = (): Promise<never> => new Promise(() => {});
  const bodyless = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream({ pull: never })));
  const tokenless = { ...nowhere, publishableKey: 'pk_1', userToken: never };

  test.each([
    ['a fetch', { ...nowhere, secretKey: 'sk_1', fetch: never }],
    ['a body', { ...nowhere, secretKey: 'sk_1', fetch: bodyless }],
    ['a function that gets a token', tokenless],
  ])('%s', async (_, options) => {
    const { things } = new Client(options);
    expect(await things.get('a', { timeout: 20 }).catch(String)).toBe('TimeoutError: No answer came within 20 ms');
    const signal = AbortSignal.timeout(20);
    expect(await things.get('a', { signal }).catch(String)).toBe('AbortedError: The call was ended by its signal');
  });
});
