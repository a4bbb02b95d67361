import { expect, onTestFinished, test } from 'vitest';
import type { Hooks } from '../../../../templates/sdk/typescript/src/core/hooks.ts';
import { startScriptedServer } from '../../../support/scripted-server.ts';
import { Client } from './things.ts';

test('hooks are told of every attempt, and of nothing secret', async () => {
  const server = await startScriptedServer();
  onTestFinished(() => server.close());
  const script = server.play([
    { status: 503, headers: { 'X-Request-Id': 'req_1' } },
    { then: 'cut' },
    { status: 200, json: { data: [] } },
  ]);
  const told: unknown[] = [];
  const hooks: Hooks = {
    onRequest: (event) => told.push(['request', event]),
    onResponse: (event) => told.push(['response', event]),
    onRetry: (event) => told.push(['retry', event]),
  };
  const options = { baseUrl: script.url, secretKey: 'sk_secret', headers: { 'X-Own': 'secret' }, maxRetryDelay: 0 };
  await new Client({ ...options, ...hooks }).things.find({ search: 'secret' });
  const about = { operation: 'things.list', method: 'GET', url: `${script.url}/v1/things` };
  const milliseconds: unknown = expect.any(Number);
  const none = { milliseconds, status: undefined, requestId: undefined };
  expect(told).toEqual([
    ['request', { ...about, attempt: 1 }],
    ['response', { ...about, attempt: 1, milliseconds, status: 503, requestId: 'req_1' }],
    ['retry', { ...about, attempt: 1, milliseconds, status: 503, requestId: 'req_1', delay: 0 }],
    ['request', { ...about, attempt: 2 }],
    ['retry', { ...about, ...none, attempt: 2, delay: 0 }],
    ['request', { ...about, attempt: 3 }],
    ['response', { ...about, attempt: 3, milliseconds, status: 200, requestId: undefined }],
  ]);
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('a key that a proxy sends back as the id of a request is in no event, as in no error', async () => {
  const server = await startScriptedServer();
  onTestFinished(() => server.close());
  const secretKey = 'sk_test_echoed';
  const headers = { 'X-Request-Id': `of-${secretKey}` };
  const script = server.play([
    { status: 503, headers },
    { status: 404, headers },
    { status: 200, headers, json: { id: 'a' } },
  ]);
  const told: unknown[] = [];
  const { things } = new Client({
    baseUrl: script.url,
    secretKey,
    maxRetryDelay: 0,
    onResponse: ({ requestId, status }) => told.push(['response', status, requestId]),
    onRetry: ({ requestId, status }) => told.push(['retry', status, requestId]),
  });
  await expect(things.get('a')).rejects.toMatchObject({ name: 'NotFoundError', requestId: 'of-...' });
  // Whoever asks for the answer has it as it came.
  expect(await things.get('a').raw()).toMatchObject({ requestId: `of-${secretKey}` });
  expect(told).toEqual([
    ['response', 503, 'of-...'],
    ['retry', 503, 'of-...'],
    ['response', 404, 'of-...'],
    ['response', 200, 'of-...'],
  ]);
});

test('what hooks throw, at once or later, changes nothing', async () => {
  const server = await startScriptedServer();
  onTestFinished(() => server.close());
  const unhandled: unknown[] = [];
  const listen = (reason: unknown): number => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  const script = server.play([{ status: 200, json: { id: 'a' } }]);
  const client = new Client({
    baseUrl: script.url,
    secretKey: 'sk_1',
    onRequest: () => {
      throw new Error('at once');
    },
    // A hook may be an async function: its type says nothing of what becomes of it.
    onResponse: () => Promise.reject(new Error('later')),
  });
  expect(await client.things.get('a')).toEqual({ id: 'a' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(unhandled).toEqual([]);
});
