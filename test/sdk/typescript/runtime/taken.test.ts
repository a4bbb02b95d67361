// What is given to a call is what is sent, whatever happens to it before that.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

const well: ScriptedAnswer = { status: 200, json: { id: 'a' } };

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

describe('what is changed after the call was made changes nothing of it', () => {
  test('neither its body nor its options, though it is awaited later', async () => {
    const script = server.play([well]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
    const body = { seats: 5, tags: ['a'] };
    const options = { tenant: 'acme', headers: { 'x-note': 'first' } };
    const call = things.update('a', body, options);
    body.seats = 6;
    body.tags.push('b');
    options.tenant = 'globex';
    options.headers['x-note'] = 'second';
    await call;
    expect(script.requests[0]).toMatchObject({
      body: '{"seats":5,"tags":["a"]}',
      headers: { 'x-tenant-id': 'acme', 'x-note': 'first' },
    });
  });

  test('nor the query of its further pages', async () => {
    const part = (more: object): ScriptedAnswer => ({ status: 200, json: { data: [{ id: 'a' }], ...more } });
    const script = server.play([part({ hasMore: true, nextCursor: 'c' }), part({ hasMore: false })]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
    const query = { search: 'x', tags: ['a'], since: new Date(0) };
    for await (const { id } of things.find(query)) {
      query.search = id;
      query.tags.push('b');
      query.since.setTime(1);
    }
    const asked = { search: 'x', since: '1970-01-01T00:00:00.000Z', tags: 'a' };
    expect(script.requests.map(({ query: sent }) => Object.fromEntries(sent))).toEqual([
      asked,
      { ...asked, cursor: 'c' },
    ]);
  });

  test('nor the headers of a client that was made', async () => {
    const script = server.play([well, well]);
    const headers = { 'x-note': 'first' };
    const client = new Client({ baseUrl: script.url, secretKey: 'sk_test_1', headers });
    headers['x-note'] = 'second';
    await client.things.get('a');
    await client.withOptions({ timeout: 9_000 }).things.get('a');
    expect(script.requests.map((request) => request.headers['x-note'])).toEqual(['first', 'first']);
  });

  test('and what cannot be sent is told where the call is awaited, each time', async () => {
    const script = server.play([]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_test_1' });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const call = things.update('a', circle);
    for (const _ of [1, 2]) {
      expect(await call.catch(String)).toBe('ConfigurationError: things.update: the body cannot be written as JSON');
    }
    const list = things.find({ since: new Date(Number.NaN) });
    expect(await list.toArray({ max: 1 }).catch(String)).toBe(
      'ConfigurationError: things.list: since is a Date without an instant',
    );
    expect(script.requests).toHaveLength(0);
  });
});
