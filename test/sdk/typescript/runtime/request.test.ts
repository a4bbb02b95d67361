import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../../../templates/sdk/typescript/package.json' with { type: 'json' };
import { apiVersion } from '../../../../templates/sdk/typescript/src/core/version.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import { Client } from './things.ts';

const well = { status: 200, json: { id: 'a', data: [], hasMore: false, nextCursor: null } };
const keys = { secretKey: 'sk_1', publishableKey: 'pk_1' };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

function play(times: number): Script {
  return server.play(Array<typeof well>(times).fill(well));
}

/** What each request said of who asks. */
function credentials({ requests }: Script): unknown[] {
  return requests.map(({ headers }) => [headers['authorization'], headers['x-publishable-key']]);
}

describe('who asks', () => {
  test('P01 the secret key, until somebody signs in; then the publishable key with their token, until they sign out', async () => {
    const script = play(4);
    const client = new Client({ baseUrl: script.url, ...keys });
    await client.things.get('a');
    client.setUserToken('ada');
    const bob = client.withOptions({ userToken: 'bob' });
    await client.things.get('a');
    client.setUserToken(null);
    await client.things.get('a');
    await bob.things.get('a');
    expect(credentials(script)).toEqual([
      ['Bearer sk_1', undefined],
      ['Bearer ada', 'pk_1'],
      ['Bearer sk_1', undefined],
      ['Bearer bob', 'pk_1'],
    ]);
  });

  test('a function is asked before every attempt, and where it gives none nobody is the server instead', async () => {
    const script = server.play([{ status: 503 }, well, well]);
    const tokens = ['one', Promise.resolve('two'), null];
    const userToken = (): string | null | Promise<string> => tokens.shift() ?? null;
    const { things } = new Client({ baseUrl: script.url, ...keys, userToken, maxRetryDelay: 1 });
    await things.get('a');
    await things.get('a');
    expect(credentials(script)).toEqual([
      ['Bearer one', 'pk_1'],
      ['Bearer two', 'pk_1'],
      [undefined, 'pk_1'],
    ]);
  });

  test('what such a function throws is the cause of an error of the SDK, and nothing is sent', async () => {
    const script = play(0);
    const expired = new Error('no session');
    const { things } = new Client({ baseUrl: script.url, ...keys, userToken: () => Promise.reject(expired) });
    expect(await things.get('a').catch((error: unknown) => error)).toMatchObject({
      name: 'DreamError',
      cause: expired,
    });
    expect(script.requests).toEqual([]);
  });
});

test('without any key nothing is sent', async () => {
  const script = play(0);
  const { things } = new Client({ baseUrl: script.url });
  expect(await things.get('a').catch(String)).toMatch(/^ConfigurationError: The client has no key: give secretKey on/);
  expect(script.requests).toEqual([]);
});

describe('what is sent', () => {
  test('every request says what it is and what it takes; a body is JSON, and none has no type', async () => {
    const script = play(2);
    const { things } = new Client({ baseUrl: `${script.url}/`, secretKey: 'sk_1', tenant: 'acme' });
    await things.update('a', { at: new Date(0), left: undefined });
    await things.check(undefined);
    const [put, post] = script.requests;
    expect(put).toMatchObject({ method: 'PUT', body: '{"at":"1970-01-01T00:00:00.000Z"}' });
    expect(put?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'dream-version': apiVersion,
      'user-agent': `dream-sdk-typescript/${packageJson.version}`,
      'x-tenant-id': 'acme',
      'idempotency-key': expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
    });
    expect(post).toMatchObject({ method: 'POST', body: '' });
    for (const absent of ['content-type', 'idempotency-key', 'x-tenant-id'])
      expect(post?.headers).not.toHaveProperty(absent);
  });

  test('SD-03 options of a call, its version among them, go over those of the client, and null leaves out', async () => {
    const script = play(1);
    const { things } = new Client({
      baseUrl: script.url,
      ...keys,
      tenant: 'acme',
      headers: { 'X-One': '1', 'X-Two': '2' },
    });
    const headers = { 'x-two': null, 'X-Three': '3', authorization: 'Bearer other', 'X-Four': undefined };
    await things.delete('a', { tenant: null, version: '2030-01-01', idempotencyKey: 'mine', headers });
    const sent = script.requests[0]?.headers;
    expect(sent).toMatchObject({
      'dream-version': '2030-01-01',
      'idempotency-key': 'mine',
      'x-one': '1',
      'x-three': '3',
      authorization: 'Bearer other',
    });
    for (const absent of ['x-two', 'x-four', 'x-tenant-id']) expect(sent).not.toHaveProperty(absent);
  });

  test('path parameters keep every character; a query leaves out what is absent and repeats the name of a list', async () => {
    const script = play(2);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
    await things.get("a/b?c#d%2e&e=f+g h'(é)*!😀");
    await things.find({ search: 'a&b=c+d é', tags: ['x', 'y z'], since: new Date(0), isOpen: false, limit: undefined });
    expect(script.requests[0]?.path).toEqual(['v1', 'things', "a/b?c#d%2e&e=f+g h'(é)*!😀"]);
    expect(script.requests[1]?.query).toEqual([
      ['search', 'a&b=c+d é'],
      ['tags', 'x'],
      ['tags', 'y z'],
      ['since', '1970-01-01T00:00:00.000Z'],
      ['isOpen', 'false'],
    ]);
  });

  test.each<[what: string, use: (things: Client['things']) => PromiseLike<unknown>, message: string]>([
    ['an empty parameter', (things) => things.get(''), 'things.get: thing must not be empty'],
    ['half a character', (things) => things.get('\ud800'), 'things.get: thing is no well-formed text'],
    [
      'a Date without an instant',
      (things) => things.find({ since: new Date('x') }),
      'things.list: since is a Date without an instant',
    ],
    ['an object in a query', (things) => things.findAfter({ where: {} }), 'things.list: where cannot stand in a query'],
    ['an endless body', (things) => things.check(1n), 'things.check: the body cannot be written as JSON'],
    ['an empty tenant', (things) => things.get('a', { tenant: '' }), 'tenant must not be empty'],
    [
      'an empty idempotency key',
      (things) => things.delete('a', { idempotencyKey: '' }),
      'idempotencyKey must not be empty',
    ],
    [
      'a header of two lines',
      (things) => things.get('a', { headers: { 'X-A': 'sk_1\nx' } }),
      'The header "X-A" or its value has characters that no header may have',
    ],
    ['no time at all', (things) => things.get('a', { timeout: 0 }), 'timeout must be more than 0 milliseconds'],
  ])('%s is refused before anything is sent', async (_, use, message) => {
    const script = play(0);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
    expect(await use(things).then(undefined, String)).toBe(`ConfigurationError: ${message}`);
    expect(script.requests).toEqual([]);
  });

  test('a fetch of one’s own is called as a function', async () => {
    const asked: unknown[] = [];
    const fetch = function (this: unknown, url: unknown): Promise<Response> {
      asked.push(this, url);
      return Promise.resolve(Response.json({ id: 'own' }));
    };
    const { things } = new Client({ baseUrl: 'https://dream.example.com/', secretKey: 'sk_1', fetch });
    expect(await things.get('a')).toEqual({ id: 'own' });
    expect(asked).toEqual([undefined, 'https://dream.example.com/v1/things/a']);
  });
});
