import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Script, type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

const keys = { secretKey: 'sk_1', publishableKey: 'pk_1', maxRetryDelay: 1 };
const well: ScriptedAnswer = { status: 200, json: { id: 'a' } };
const lastPage: ScriptedAnswer = { status: 200, json: { data: [], pagination: { page: 2, hasNext: false } } };
const ada = ['Bearer ada', 'pk_1'];
const secret = ['Bearer sk_1', undefined];

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

/** What each request said of who asks. */
function credentials({ requests }: Script): unknown[] {
  return requests.map(({ headers }) => [headers['authorization'], headers['x-publishable-key']]);
}

function event(data: string): ScriptedAnswer {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/event-stream' },
    chunks: [{ text: `retry: 1\ndata: ${data}\n\n` }],
  };
}

describe('P01 a call belongs to whoever was signed in when it was made', () => {
  test.each(['ada', () => 'ada'])('so that it is not sent again by the secret key: %s signs out', async (userToken) => {
    const script = server.play([{ status: 503 }, well, well]);
    const client = new Client({ baseUrl: script.url, ...keys, userToken, onRetry: () => client.setUserToken(null) });
    await client.things.get('a');
    await client.things.get('a');
    expect(credentials(script)).toEqual([ada, ada, secret]);
  });

  test('and whoever signs in does not take over what the server, or another user, had begun', async () => {
    const script = server.play([{ status: 503 }, well, { status: 503 }, well]);
    const users = ['ada', 'eve'];
    const client = new Client({ baseUrl: script.url, ...keys, onRetry: () => client.setUserToken(users.shift()) });
    await client.things.get('a');
    await client.things.get('a');
    expect(credentials(script)).toEqual([secret, secret, ada, ada]);
  });

  test('where a function was taken it is asked again, and where it gives none the publishable key goes alone', async () => {
    const script = server.play([{ status: 503 }, well]);
    const tokens = ['ada'];
    const userToken = (): string | undefined => tokens.shift();
    const client = new Client({ baseUrl: script.url, ...keys, userToken, onRetry: () => client.setUserToken(null) });
    await client.things.get('a');
    expect(credentials(script)).toEqual([ada, [undefined, 'pk_1']]);
  });

  test('be it awaited later: a value, a list, a document and a stream', async () => {
    const script = server.play([well, lastPage, { status: 200, text: 'a' }, event('a')]);
    const client = new Client({ baseUrl: script.url, ...keys, userToken: 'ada' });
    const { things } = client;
    const [value, list, document, stream] = [things.get('a'), things.list(), things.export(), things.follow()];
    client.setUserToken(null);
    await value;
    await list;
    await document.text();
    for await (const { data } of stream) if (data === 'a') break;
    expect(credentials(script)).toEqual([ada, ada, ada, ada]);
  });

  test('with all of its pages, by number and by cursor', async () => {
    const items = [{ id: 'a' }];
    const script = server.play([
      { status: 200, json: { data: items, pagination: { page: 1, hasNext: true } } },
      lastPage,
      { status: 200, json: { data: items, hasMore: true, nextCursor: 'c' } },
      { status: 200, json: { data: [], hasMore: false, nextCursor: null } },
    ]);
    const client = new Client({ baseUrl: script.url, ...keys });
    for (const list of [() => client.things.list(), () => client.things.find()]) {
      client.setUserToken('ada');
      for await (const item of list()) client.setUserToken(item.id === 'a' ? null : 'eve');
    }
    expect(credentials(script)).toEqual([ada, ada, ada, ada]);
  });

  test('with all reconnections of its stream', async () => {
    const script = server.play([event('a'), { status: 503 }, event('b')]);
    const client = new Client({ baseUrl: script.url, ...keys, userToken: 'ada' });
    for await (const { data } of client.things.follow()) {
      client.setUserToken(null);
      if (data === 'b') break;
    }
    expect(credentials(script)).toEqual([ada, ada, ada]);
  });
});
