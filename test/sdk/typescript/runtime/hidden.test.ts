// Keys and tokens that come back are in no error, however it is shown.
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlatformError } from '../../../../templates/sdk/typescript/src/core/platform-error.ts';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

const secretKey = 'sk_test_echoed';
const echo = `Authorization: Bearer ${secretKey}`;
const page = { 'Content-Type': 'text/html', 'X-Echo': echo };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

/** All that a program could log of it. */
function shown(error: unknown): string {
  const { body, headers } = Object(error) as { readonly body?: unknown; readonly headers?: Headers };
  const own = headers instanceof Headers ? [...headers] : [];
  return [inspect(error, { depth: 9 }), JSON.stringify(error), String(error), JSON.stringify(body), own].join('\n');
}

type Use = (things: Client['things']) => Promise<unknown>;
const get: Use = async (things) => await things.get('a');
const all: Use = (things) => things.list().toArray({ max: 9 });
const follow: Use = (things) => things.follow()[Symbol.asyncIterator]().next();
const read: Use = (things) => things.export().text();

async function failed(answers: ScriptedAnswer[], use: Use): Promise<unknown> {
  const { url } = server.play(answers);
  const { things } = new Client({ baseUrl: url, secretKey, maxRetries: 0 });
  return await use(things).then(
    () => 'it went well',
    (error: unknown) => error,
  );
}

function ringOf(text: string): Error {
  const error = new Error('around', { cause: { text } });
  return Object.assign(error, { itself: error });
}

describe('what repeats the request does not bring its key into the error', () => {
  const more = { data: [{ id: 'a' }], pagination: { hasNext: 'perhaps' }, note: echo };
  const parts = { data: [{ id: 'a' }], hasMore: true, note: echo };
  test.each<[what: string, name: string, answer: ScriptedAnswer, use: Use]>([
    ['a page in place of a value', 'ResponseError', { status: 200, headers: page, text: `<b>${echo}` }, get],
    ['JSON of another form', 'ResponseError', { status: 200, headers: page, json: [echo] }, get],
    ['a list without its items', 'ResponseError', { status: 200, headers: page, json: { note: echo } }, all],
    ['a list that does not say how it goes on', 'ResponseError', { status: 200, headers: page, json: more }, all],
    [
      'a list that has more and no cursor',
      'ResponseError',
      { status: 200, headers: page, json: parts },
      (things) => things.find().toArray({ max: 9 }),
    ],
    ['what is no stream', 'ResponseError', { status: 200, headers: page, text: echo }, follow],
    ['a redirect', 'ResponseError', { status: 302, headers: { ...page, Location: echo }, text: echo }, read],
    ['a type that is the key', 'ResponseError', { status: 200, headers: { 'Content-Type': echo }, text: 'x' }, get],
    ['an error in a page', 'ServerError', { status: 502, headers: page, text: echo }, get],
    [
      'an error in all of its texts',
      'NotFoundError',
      {
        status: 404,
        headers: page,
        error: {
          code: 'a/b',
          message: echo,
          userMessage: echo,
          param: echo,
          requestId: echo,
          details: [{ [echo]: echo }],
        },
      },
      get,
    ],
  ])('%s', async (_, name, answer, use) => {
    const error = await failed([answer], use);
    expect(error).toMatchObject({ name });
    expect(shown(error)).toContain('Bearer …');
    expect(shown(error)).not.toContain(secretKey);
  });

  test('nor does a fetch of one’s own, or what its error was caused by', async () => {
    const cause = new Error(`refused: ${echo}`);
    const fetch = (): Promise<never> => Promise.reject(new TypeError(`could not send ${echo}`, { cause }));
    const { things } = new Client({ baseUrl: 'http://127.0.0.1:9', secretKey, maxRetries: 0, fetch });
    const error: unknown = await things.get('a').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: 'No answer came, or it broke off: refused: Authorization: Bearer …',
    });
    expect(error).toMatchObject({ cause: { name: 'TypeError', message: 'could not send Authorization: Bearer …' } });
    expect(shown(error)).not.toContain(secretKey);
  });

  test.each<[what: string, thrown: unknown]>([
    ['settings beside its message', Object.assign(new Error('no'), { config: { headers: { authorization: echo } } })],
    ['one of several errors', new AggregateError([new Error(`refused: ${echo}`)], 'all failed')],
    ['no error at all', { request: { headers: [echo] } }],
    ['a cause that holds it in a ring', ringOf(echo)],
  ])('nor does what it throws with %s', async (_, thrown) => {
    const { promise, reject } = Promise.withResolvers<never>();
    const fetch = (): Promise<never> => promise;
    reject(thrown);
    const { things } = new Client({ baseUrl: 'http://127.0.0.1:1', secretKey, maxRetries: 0, fetch });
    const error = await things.get('a').then(undefined, (failure: unknown) => failure);
    expect(String(error)).toContain('ConnectionError');
    expect(shown(error)).not.toContain(secretKey);
  });

  test('while an error of it that tells nothing stays the cause, be it its own cause', async () => {
    const cause = new TypeError('no way');
    cause.cause = cause;
    const fetch = (): Promise<never> => Promise.reject(cause);
    const { things } = new Client({ baseUrl: 'http://127.0.0.1:9', secretKey, maxRetries: 0, fetch });
    const error: unknown = await things.get('a').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ConnectionError', message: 'No answer came, or it broke off: no way' });
    expect(Object.is(Reflect.get(Object(error), 'cause'), cause)).toBe(true);
  });
});

describe('the code of an error is for programs', () => {
  async function refusedFor(userToken: string, code: string, message: string): Promise<unknown> {
    const { url } = server.play([{ status: 401, error: { code, message, userMessage: message } }]);
    const options = { baseUrl: url, publishableKey: 'pk_test_1', userToken, maxRetries: 0 };
    return await new Client(options).things.get('a').catch((error: unknown) => error);
  }

  test('and stays as it came, whatever the token is', async () => {
    const error = await refusedFor('expired-token', 'auth/expired-token', 'Not expired-token.');
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ code: 'auth/expired-token', message: 'Not ….', userMessage: 'Not ….' });
  });

  test('what is shorter than 8 characters is looked for in no text: it would garble them', async () => {
    expect(await refusedFor('tenants', 'a/b', 'There are no tenants.')).toMatchObject({
      message: 'There are no tenants.',
    });
    expect(await refusedFor('8letters', 'a/b', 'Not 8letters.')).toMatchObject({ message: 'Not ….' });
  });
});

describe('the body of an error', () => {
  test('is read no further than anybody needs', async () => {
    const piece = 'x'.repeat(500_000);
    const error = await failed(
      [{ status: 502, chunks: [{ text: piece }, { text: piece }, { text: piece }], then: 'hang' }],
      get,
    );
    expect(error).toMatchObject({ name: 'ServerError', code: 'unknown/502', message: 'x'.repeat(200) });
    expect(String(Reflect.get(Object(error), 'body')).length).toBeGreaterThanOrEqual(1_000_000);
  });
});
