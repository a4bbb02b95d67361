import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import { Client } from './things.ts';

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

describe('a signal', () => {
  test('has one listener, however many calls it is given to, and none once they have ended', async () => {
    const script = server.play(Array.from({ length: 15 }, () => ({ then: 'hang' as const })));
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
    const warnings: unknown[] = [];
    const onWarning = (warning: unknown): void => void warnings.push(warning);
    process.on('warning', onWarning);
    onTestFinished(() => void process.off('warning', onWarning));
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 12 }, () => things.get('a', { signal }).catch(String));
    const streams = Array.from({ length: 3 }, () =>
      things.follow({ signal })[Symbol.asyncIterator]().next().catch(String),
    );
    await expect.poll(() => script.requests.length).toBe(15);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    controller.abort();
    const ended = 'AbortedError: The call was ended by its signal';
    expect(await Promise.all([...calls, ...streams])).toEqual(Array(15).fill(ended));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(warnings).toEqual([]);
  });

  test('ends what is left of the calls it was given to, not only the first', async () => {
    const script = server.play([{ status: 200, json: { id: 'a' } }, { then: 'hang' }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
    const controller = new AbortController();
    await things.get('a', { signal: controller.signal });
    const second = things.get('b', { signal: controller.signal }).catch(String);
    await expect.poll(() => script.requests.length).toBe(2);
    controller.abort();
    expect(await second).toBe('AbortedError: The call was ended by its signal');
  });

  test.each([new AbortController(), 'now', 5, true])(
    'that is none is refused before anything is sent: %s',
    async (signal) => {
      const script = server.play([]);
      const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
      const refused = 'ConfigurationError: signal must be an AbortSignal';
      const call: unknown = Reflect.apply(things.get, things, ['a', { signal }]);
      expect(await Promise.resolve(call).catch(String)).toBe(refused);
      const stream: unknown = Reflect.apply(things.follow, things, [{ signal }]);
      const first = (async () => {
        for await (const event of stream as ReturnType<typeof things.follow>) return event;
        return undefined;
      })();
      expect(await first.catch(String)).toBe(refused);
      expect(script.requests).toHaveLength(0);
    },
  );

  test('of null is none', async () => {
    const script = server.play([{ status: 200, json: { id: 'a' } }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
    const call: unknown = Reflect.apply(things.get, things, ['a', { signal: null }]);
    expect(await call).toEqual({ id: 'a' });
  });
});

test('an error that is thrown into a stream ends it at once, though its next event is awaited', async () => {
  const script = server.play([
    { status: 200, headers: { 'Content-Type': 'text/event-stream' }, chunks: [{ text: 'data: a\n\n' }], then: 'hang' },
  ]);
  const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
  const events = things.follow()[Symbol.asyncIterator]();
  expect(await events.next()).toMatchObject({ value: { data: 'a' } });
  const next = events.next();
  const reason = new Error('enough');
  await expect(events.throw(reason)).rejects.toBe(reason);
  expect(await next).toEqual({ done: true, value: undefined });
});
