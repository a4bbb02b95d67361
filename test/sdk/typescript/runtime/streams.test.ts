import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventStream } from '../../../../templates/sdk/typescript/src/core/event-stream.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

const type = { 'Content-Type': 'text/event-stream; charset=utf-8' };

function events(text: string, then: 'cut' | 'end' | 'hang' = 'end'): ScriptedAnswer {
  return { status: 200, headers: type, chunks: [{ text }], then };
}

function client({ url }: Script): Client['things'] {
  return new Client({ baseUrl: url, secretKey: 'sk_1', maxRetries: 1, maxRetryDelay: 1 }).things;
}

/** The data of the first `count` events, and what ended them before. */
async function take(stream: EventStream, count: number, afterEach?: () => unknown): Promise<string[]> {
  const data: string[] = [];
  try {
    for await (const event of stream) {
      data.push(event.data);
      afterEach?.();
      if (data.length === count) break;
    }
  } catch (error) {
    data.push(String(error));
  }
  return data;
}

describe('a stream of events', () => {
  test('is opened again from where it was, however it ended', async () => {
    const script = server.play([
      events('retry: 1\nid: 1 ~\ndata: a\n\n', 'cut'),
      { status: 503 },
      events('data: b\n\ndata: lost\n'),
      events('id\ndata: c\n\n'),
      events('data: d\n\n', 'hang'),
    ]);
    expect(await take(client(script).follow(), 4)).toEqual(['a', 'b', 'c', 'd']);
    const ids = script.requests.map(({ headers }) => headers['last-event-id']);
    expect(ids).toEqual([undefined, '1 ~', '1 ~', '1 ~', undefined]);
    expect(script.requests[0]?.headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer sk_1' });
  });

  test('ends when it is refused, or when opening it has failed as often as allowed', async () => {
    const refused = { status: 403, error: { code: 'a/b', message: 'No.', userMessage: 'No.' } };
    const first = server.play([events('retry: 1\ndata: a\n\n'), refused]);
    expect(await take(client(first).follow(), 9)).toEqual(['a', 'AuthorizationError: 403 a/b: No.']);
    const second = server.play([
      events('retry: 1\ndata: a\n\n'),
      { status: 503, text: 'x' },
      { status: 503, text: 'y' },
    ]);
    expect(await take(client(second).follow(), 9)).toEqual(['a', 'ServerError: 503 unknown/503: y']);
  });

  test('is opened again after as long as is waited at most, where the server asks for more', async () => {
    const script = server.play([events('retry: 100000\ndata: a\n\n'), events('data: b\n\n')]);
    expect(await take(client(script).follow(), 2)).toEqual(['a', 'b']);
  });

  test('ends well when the server says that nothing more will come', async () => {
    const script = server.play([events('retry: 1\ndata: a\n\n'), { status: 204 }]);
    expect(await take(client(script).follow(), 9)).toEqual(['a']);
  });

  test('that is no stream of events is a ResponseError', async () => {
    const script = server.play([{ status: 200, json: {} }]);
    expect(await take(client(script).follow(), 1)).toEqual([
      'ResponseError: The answer is no stream of events (200, application/json)',
    ]);
  });

  test('may be silent for longer than a timeout, but not before it begins', async () => {
    // No network: what comes at once must not be late because the machine is busy.
    const silent = new ReadableStream<Uint8Array>({
      start(controller) {
        setTimeout(() => controller.enqueue(new TextEncoder().encode('data: a\n\n')), 90);
      },
    });
    const fetch = (): Promise<Response> => Promise.resolve(new Response(silent, { headers: type }));
    const calm = new Client({ baseUrl: 'http://127.0.0.1:9', secretKey: 'sk_1', fetch });
    expect(await take(calm.things.follow({ timeout: 30 }), 1)).toEqual(['a']);
    const script = server.play([{ then: 'hang' }]);
    expect(await take(client(script).follow({ timeout: 30, maxRetries: 0 }), 1)).toEqual([
      'TimeoutError: No answer came within 30 ms',
    ]);
  });

  test('that is something else without an end is not waited for any longer than an answer', async () => {
    const endless: ScriptedAnswer = { status: 200, chunks: [{ text: 'and so on' }], then: 'hang' };
    const script = server.play([endless]);
    expect(await take(client(script).follow({ timeout: 30, maxRetries: 0 }), 1)).toEqual([
      'TimeoutError: No answer came within 30 ms',
    ]);
  });

  test('is ended by its signal, while it is read and while it waits to be opened again', async () => {
    const script = server.play([events('data: a\n\n', 'hang'), events('retry: 100000\ndata: b\n\n')]);
    const aborted = 'AbortedError: The call was ended by its signal';
    for (const data of ['a', 'b']) {
      const abort = new AbortController();
      const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
      const stream = things.follow({ signal: abort.signal });
      const soon = (): unknown => setTimeout(() => abort.abort(), 20);
      expect(await take(stream, 9, soon)).toEqual([data, aborted]);
    }
  });

  test('is closed when it is left', async () => {
    const script = server.play([events('data: a\n\n', 'hang')]);
    const left: AbortSignal[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { body, headers } = await globalThis.fetch(input, init);
      const leaving = new AbortController();
      left.push(leaving.signal);
      const watched = new TransformStream<Uint8Array, Uint8Array>();
      void body?.pipeTo(watched.writable).catch(() => leaving.abort());
      return new Response(watched.readable, { headers });
    };
    await take(new Client({ baseUrl: script.url, secretKey: 'sk_1', fetch }).things.follow(), 1);
    await expect.poll(() => left.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe('an iteration that is left while its next piece is awaited', () => {
  /** A server whose answer begins and then says no more, and whether it was told that nobody listens. */
  function quiet(contentType: string, first: string) {
    const left: AbortSignal[] = [];
    const fetch: typeof globalThis.fetch = (_, init) => {
      if (init?.signal) left.push(init.signal);
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(first));
          init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'Content-Type': contentType } }));
    };
    const { things } = new Client({ baseUrl: 'http://127.0.0.1:9', secretKey: 'sk_1', fetch, maxRetries: 0 });
    return { left, things };
  }

  const endings = { done: true, value: undefined };

  test('ends there at once, without an error, and so does its connection', async () => {
    const { left, things } = quiet('text/event-stream', 'data: a\n\n');
    const events = things.follow()[Symbol.asyncIterator]();
    expect((await events.next()).value).toMatchObject({ data: 'a' });
    const awaited = [events.next(), events.next()];
    expect(await events.return()).toEqual(endings);
    expect(await Promise.all(awaited)).toEqual([endings, endings]);
    expect(left.map(({ aborted }) => aborted)).toEqual([true]);
    expect(await events.next()).toEqual(endings);
  });

  test('is a document just as well', async () => {
    const { left, things } = quiet('application/x-ndjson', 'a');
    const bytes = things.export()[Symbol.asyncIterator]();
    expect((await bytes.next()).done).toBe(false);
    const awaited = bytes.next();
    expect(await bytes.return()).toEqual(endings);
    expect([await awaited, left.map(({ aborted }) => aborted)]).toEqual([endings, [true]]);
  });

  test('sends nothing where it was left before it began, and leaves no listener at the signal of its caller', async () => {
    const { left, things } = quiet('text/event-stream', 'data: a\n\n');
    const abort = new AbortController();
    const never = things.follow({ signal: abort.signal })[Symbol.asyncIterator]();
    expect(await never.return()).toEqual(endings);
    expect([await never.next(), left]).toEqual([endings, []]);
    const events = things.follow({ signal: abort.signal })[Symbol.asyncIterator]();
    await events.next();
    await events.return();
    expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  });

  test('is told of the signal of its caller as ever, with the reason', async () => {
    const { things } = quiet('text/event-stream', 'data: a\n\n');
    const abort = new AbortController();
    const events = things.follow({ signal: abort.signal })[Symbol.asyncIterator]();
    await events.next();
    const awaited = events.next();
    abort.abort('enough');
    await expect(awaited).rejects.toMatchObject({ name: 'AbortedError', cause: 'enough' });
    const late = things.follow({ signal: abort.signal })[Symbol.asyncIterator]();
    await expect(late.next()).rejects.toMatchObject({ name: 'AbortedError', cause: 'enough' });
  });
});

async function bufferOf(document: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of document) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('a document', () => {
  const pieces: ScriptedAnswer = {
    status: 200,
    headers: { 'Content-Type': 'application/x-ndjson' },
    chunks: [
      { base64: Buffer.from([0x61, 0xf0, 0x9f]).toString('base64') },
      { pauseMs: 5 },
      { base64: Buffer.from([0x98, 0x80]).toString('base64') },
    ],
  };

  test('is given as it comes, or as its text, each time anew', async () => {
    const script = server.play([pieces, pieces, { status: 204 }]);
    const document = client(script).export();
    expect(script.requests).toEqual([]);
    expect(await bufferOf(document)).toBe('a😀');
    expect([await document.text(), await document.text()]).toEqual(['a😀', '']);
  });

  test('that is refused or breaks off fails from the line that asked', async () => {
    const script = server.play([
      { status: 404, text: 'no' },
      { ...pieces, then: 'cut' },
    ]);
    async function download(): Promise<string> {
      return await client(script).export().text();
    }
    const stack = expect.stringMatching(/\n +at download \(/);
    expect(await download().catch((error: unknown) => error)).toMatchObject({ name: 'NotFoundError', stack });
    expect(await download().catch((error: unknown) => error)).toMatchObject({ name: 'ConnectionError', stack });
    expect(script.requests).toHaveLength(2);
  });
});
