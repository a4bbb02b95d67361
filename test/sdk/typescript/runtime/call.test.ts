import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigurationError } from '../../../../templates/sdk/typescript/src/core/errors.ts';
import { NotFoundError } from '../../../../templates/sdk/typescript/src/core/platform-error.ts';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import { Client } from './things.ts';

const secretKey = 'sk_test_verysecret';
const notFound = { status: 404, error: { code: 'things/not-found', message: 'No thing.', userMessage: 'Gone.' } };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

test('a call that nobody awaits is never sent, one that is awaited twice is sent once', async () => {
  const script = server.play([{ status: 200, json: { id: 'a', later: [1] } }]);
  const { things } = new Client({ baseUrl: script.url, secretKey });
  void things.get('unsent');
  const call = things.get('a');
  expect([await call, await call, await call.catch(() => 'no')]).toEqual(Array(3).fill({ id: 'a', later: [1] }));
  expect(script.requests.map(({ path }) => path)).toEqual([['v1', 'things', 'a']]);
});

test('raw gives what came around the value', async () => {
  const script = server.play([
    { status: 503 },
    { status: 200, json: { id: null }, headers: { 'x-request-id': 'req_7' } },
  ]);
  const { value, status, headers, requestId, attempts } = await new Client({
    baseUrl: script.url,
    secretKey: 'sk_1',
    maxRetryDelay: 1,
  }).things
    .get('a')
    .raw();
  expect({ value, status, type: headers.get('content-type'), requestId, attempts }).toEqual({
    value: { id: null },
    status: 200,
    type: 'application/json',
    requestId: 'req_7',
    attempts: 2,
  });
});

test('a call goes wherever a promise is asked for', async () => {
  const script = server.play([
    { status: 200, json: { id: 'a' } },
    { status: 200, json: { data: [], pagination: {} } },
  ]);
  const { things } = new Client({ baseUrl: script.url, secretKey });
  const thing: Promise<{ readonly id: string }> = things.get('a');
  const [{ id }, { data }] = await Promise.all([thing, things.list()]);
  expect([id, data]).toEqual(['a', []]);
  expect(inspect([things, thing, things.list()])).toBe('[ Things {}, Call {}, Paged {} ]');
});

test('204 gives undefined, and a call can be gone on from as a promise can', async () => {
  const script = server.play([{ status: 204 }, notFound]);
  const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
  let ended = 0;
  expect(await things.delete('a').finally(() => ended++)).toBeUndefined();
  expect(
    await things.get('b').then(
      () => 'yes',
      (error: unknown) => String(error),
    ),
  ).toBe('NotFoundError: 404 things/not-found: No thing.');
  expect(ended).toBe(1);
});

test('what a call throws begins at the line that made it, says what its class says, and can be read in a log', async () => {
  const script = server.play([notFound]);
  const { things } = new Client({ baseUrl: script.url, secretKey });
  async function loadThing(): Promise<unknown> {
    return await things.get('a');
  }
  const error = await loadThing().catch((thrown: unknown) => thrown);
  if (!(error instanceof NotFoundError)) throw new Error('another error than expected', { cause: error });
  expect(error.stack?.split('\n').slice(0, 2)).toEqual([
    'NotFoundError: 404 things/not-found: No thing.',
    expect.stringMatching(/^ +at loadThing \(.*call\.test\.ts:\d+:\d+\)$/),
  ]);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'NotFoundError',
    status: 404,
    code: 'things/not-found',
    message: 'No thing.',
    userMessage: 'Gone.',
  });
  expect(inspect(error, { depth: 9 })).not.toContain(secretKey);
});

test('errors of arguments come when the call is awaited, from the line that made it', async () => {
  const { things } = new Client({ baseUrl: 'http://127.0.0.1:9', secretKey });
  const call = things.get('..');
  const error = await Promise.resolve(call).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(String(error)).toBe("ConfigurationError: things.get: thing must not be '..'");
});

test('no key stands in what is shown of a client, a resource or a connection', () => {
  const client = new Client({
    baseUrl: 'http://127.0.0.1:9',
    secretKey,
    publishableKey: 'pk_test_1',
    userToken: 'ada',
  });
  const shown = inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client);
  expect(shown).not.toMatch(/verysecret|pk_test_1|ada/);
});
