// What types forbid or servers do not do, but programs in JavaScript and things in between do.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

const well: ScriptedAnswer = { status: 200, json: { id: 'a', data: [{ id: 'a' }] } };
const type = { 'Content-Type': 'text/event-stream' };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

describe('headers that fetch would refuse are refused before anything is sent', () => {
  test.each([
    { 'x-a': 'a\u007fb' },
    { 'x-a': 'a\u0001' },
    { Host: 'a' },
    { 'content-length': '5' },
    { 'Transfer-Encoding': 'chunked' },
    { connection: 'close' },
    new Headers({ 'x-a': '1' }),
    [['x-a', '1']],
  ])('%j', async (headers) => {
    const script = server.play([well]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
    const call: unknown = Reflect.apply(things.get, things, ['a', { headers }]);
    expect(await Promise.resolve(call).catch(String)).toMatch(/^ConfigurationError: (The header "|headers must be)/);
    expect(script.requests).toHaveLength(0);
  });

  test('a version is not empty, and a header of undefined changes nothing', async () => {
    const script = server.play([well]);
    const options = { baseUrl: script.url, secretKey: 'sk_1', headers: { 'x-a': '1' } };
    expect(() => new Client({ ...options, version: '' })).toThrow('version must not be empty');
    expect(() => Reflect.construct(Client, ['sk_test_1'])).toThrow('options must be an object');
    expect(Reflect.construct(Client, [{ ...options, version: null }])).toBeInstanceOf(Client);
    const client = new Client(options);
    for (const blank of ['', ' ', '\t']) {
      for (const name of ['version', 'tenant']) {
        const message = `ConfigurationError: ${name} must not be empty`;
        expect(await client.things.get('a', { [name]: blank }).catch(String)).toBe(message);
      }
      const change = client.things.update('a', {}, { idempotencyKey: blank });
      expect(await change.catch(String)).toBe('ConfigurationError: idempotencyKey must not be empty');
    }
    await client.withOptions({ headers: { 'x-a': undefined } }).things.get('a');
    expect(script.requests[0]?.headers).toMatchObject({ 'x-a': '1' });
  });
});

test('null in place of options and queries is as good as none', async () => {
  const script = server.play([well, well, well]);
  vi.stubEnv('DREAM_BASE_URL', script.url);
  vi.stubEnv('DREAM_SECRET_KEY', 'sk_1');
  const client: Client = Reflect.construct(Client, [null]);
  vi.unstubAllEnvs();
  const call: unknown = Reflect.apply(client.things.get, client.things, ['a', null]);
  expect(await call).toMatchObject({ id: 'a' });
  for (const list of [client.things.list, client.things.find]) {
    const ids: unknown[] = [];
    for await (const { id } of Reflect.apply(list, client.things, [null, null])) ids.push(id);
    expect(ids).toEqual(['a']);
  }
});

test('a program that writes stacks its own way hides no error, and a hook changes no other', async () => {
  const script = server.play([{ status: 404, text: 'no' }]);
  const seen: unknown[] = [];
  const { things } = new Client({
    baseUrl: script.url,
    secretKey: 'sk_1',
    onRequest: (event) => Reflect.set(event, 'operation', 'changed'),
    onResponse: ({ operation }) => seen.push(operation),
  });
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, frames) => frames;
  const error = await things.get('a').catch((thrown: unknown) => thrown);
  Error.prepareStackTrace = before;
  expect(error).toMatchObject({ name: 'NotFoundError' });
  expect(seen).toEqual(['things.get']);
});

describe('a list that does not say how it goes on fails when the next page is wanted', () => {
  const data = [{ id: 'a' }];
  test.each([
    ['list', { data, pagination: {} }],
    ['list', { data, pagination: 'none' }],
    ['find', { data, hasMore: true, nextCursor: 5 }],
  ] as const)('%s %j', async (name, json) => {
    const script = server.play([{ status: 200, json }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
    const seen: string[] = [];
    const error = await (async () => {
      for await (const { id } of things[name]()) seen.push(id);
    })().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ResponseError', status: 200, body: JSON.stringify(json) });
    expect(seen).toEqual(['a']);
  });
});

test('a change whose idempotency key is empty is not safe to send again', async () => {
  const script = server.play([{ status: 503 }, well]);
  const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetryDelay: 1 });
  const change = things.update('a', {}, { headers: { 'Idempotency-Key': '' } });
  expect(await change.catch(String)).toMatch(/^ServerError: 503/);
  expect(script.requests).toHaveLength(1);
});

describe('JSON that is no object', () => {
  test.each(['null', '5', '[]', '"x"', 'false'])('is no answer where an object was to be: %s', async (text) => {
    const { url } = server.play([{ status: 200, text, headers: { 'Content-Type': 'application/json' } }]);
    const { things } = new Client({ baseUrl: url, secretKey: 'sk_1' });
    const error: unknown = await things.get('a').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ResponseError', status: 200, body: text });
  });

  test('is one where anything may be', async () => {
    const { url } = server.play([
      { status: 200, json: [1] },
      { status: 200, json: null },
    ]);
    const { things } = new Client({ baseUrl: url, secretKey: 'sk_1' });
    expect([await things.any(), await things.any()]).toEqual([[1], null]);
  });
});

describe('a stream is opened again', () => {
  test('without an id that no header may hold, and with a long one', async () => {
    const long = 'x'.repeat(9_000);
    const sent = ['retry: 1\nid: a\u0001b\ndata: a\n\n', `id: ${long}\ndata: b\n\n`, 'data: c\n\n'];
    const script = server.play(sent.map((text) => ({ status: 200, headers: type, text })));
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetryDelay: 1 });
    const seen: string[] = [];
    for await (const { data } of things.follow()) if (seen.push(data) === 3) break;
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(script.requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, undefined, long]);
  });

  test('backing off while connections bring nothing, though the server asks for no wait', async () => {
    const nothing: ScriptedAnswer = { status: 200, headers: type, text: 'retry: 0\n\n' };
    const script = server.play([nothing, nothing, { status: 204 }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1', maxRetryDelay: 80 });
    for await (const event of things.follow()) throw new Error(event.data);
    const [first = 0, second = 0, third = 0] = script.requests.map(({ at }) => at);
    expect(second - first).toBeGreaterThan(50);
    expect(third - second).toBeGreaterThan(50);
  });
});
