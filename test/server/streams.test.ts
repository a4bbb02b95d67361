import { describe, expect, it } from 'vitest';
import type { EventStream, StreamEvent } from '../../src/server/operation-result.ts';
import { eventText } from '../../src/server/streams/event-text.ts';
import { streamTexts } from '../../src/server/streams/stream-texts.ts';
import { useDatabases } from '../support/databases.ts';
import { startServer } from '../support/test-server.ts';

/** Says `many` things, and counts how many it was asked for. */
function counting(many: number): EventStream & { readonly asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    events: async function* ({ signal }): AsyncGenerator<StreamEvent> {
      while (asked < many) {
        asked += 1;
        yield { data: String(asked) };
      }
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  };
}

describe('a stream of events', () => {
  it('SD-05 is written field by field, and a text of several lines as several', () => {
    expect(eventText({ event: 'put', id: 'v1', data: '{"a":1}' })).toBe('event: put\nid: v1\ndata: {"a":1}\n\n');
    expect(eventText({ data: 'one\ntwo\r\nthree' })).toBe('data: one\ndata: two\ndata: three\n\n');
  });

  it('SD-05 is asked for one event more than its reader has taken, and for no further', async () => {
    const stream = counting(1000);
    const gone = new AbortController();
    const texts = streamTexts(stream, { signal: gone.signal, once: false }, 60_000);
    expect((await texts.next()).value).toBe('retry: 1000\n\n');
    expect((await texts.next()).value).toBe('data: 1\n\n');
    expect((await texts.next()).value).toBe('data: 2\n\n');
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.asked()).toBeLessThanOrEqual(3);
  });

  it('SD-05 shows that it is alive while nothing happens, and ends when its reader has gone', async () => {
    const gone = new AbortController();
    const texts = streamTexts(counting(1), { signal: gone.signal, once: false }, 1);
    const read = [await texts.next(), await texts.next(), await texts.next(), await texts.next()];
    expect(read.map(({ value }) => value)).toEqual(['retry: 1000\n\n', 'data: 1\n\n', ':\n\n', ':\n\n']);
    gone.abort();
    expect((await texts.next()).done).toBe(true);
  });
});

describe('an operation that streams', () => {
  const databases = useDatabases('postgres');

  it('SD-05 answers a request without a connection by what there is, and is told so', async () => {
    const { call, admin } = await startServer(await databases.shared(), {
      operations: () => [
        {
          id: 'probe.stream',
          method: 'GET',
          path: '/v1/probe',
          summary: 'Say once whether it is once',
          tag: 'Probe',
          auth: ['secret'],
          scope: 'probe:read',
          transaction: 'none',
          responses: { 200: { description: 'It.', schema: {}, contentType: 'text/event-stream' } },
          errors: [],
          respond: async ({ lastEventId }) => ({
            events: async function* ({ once }) {
              yield { data: JSON.stringify({ once, lastEventId }) };
            },
          }),
        },
      ],
    });
    const answer = await call('GET', '/v1/probe', { headers: { ...admin(), 'last-event-id': 'v7' } });
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'retry: 1000\n\ndata: {"once":true,"lastEventId":"v7"}\n\n',
    ]);
  });
});
