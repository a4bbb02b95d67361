import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client, type Thing } from './things.ts';

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

function page(ids: string, number: number, hasNext: boolean): ScriptedAnswer {
  return { status: 200, json: { data: things(ids), pagination: { page: number, hasNext } } };
}

function part(ids: string, nextCursor: string | null, hasMore = nextCursor !== null): ScriptedAnswer {
  return { status: 200, json: { data: things(ids), hasMore, nextCursor } };
}

function things(ids: string): { id: string }[] {
  return ids.split('').map((id) => ({ id }));
}

async function idsOf(list: AsyncIterable<Thing>): Promise<string> {
  let ids = '';
  for await (const { id } of list) ids += id;
  return ids;
}

describe('P13 a list in pages', () => {
  test('is its first page when awaited, and all items when iterated over, each time anew', async () => {
    const pages = [page('ab', 1, true), page('', 2, true), page('c', 3, false)];
    const script = server.play([page('ab', 1, true), ...pages, ...pages]);
    const list = new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.list({ search: 'x' });
    expect(await list).toMatchObject({ data: things('ab') });
    expect(await list).toMatchObject({ data: things('ab') });
    expect([await idsOf(list), await idsOf(list)]).toEqual(['abc', 'abc']);
    const asked = [
      [['search', 'x']],
      [
        ['search', 'x'],
        ['page', '2'],
      ],
      [
        ['search', 'x'],
        ['page', '3'],
      ],
    ];
    expect(script.requests.map(({ query }) => query)).toEqual([asked[0], ...asked, ...asked]);
  });

  test.each(['4', 4n])(
    'begins with the page that the query names, as text or a large number too: %s',
    async (first) => {
      const script = server.play([page('a', 4, true), page('b', 5, false)]);
      const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
      const list: AsyncIterable<Thing> = Reflect.apply(things.list, things, [{ page: first }]);
      expect(await idsOf(list)).toBe('ab');
      expect(script.requests.map(({ query }) => query)).toEqual([[['page', '4']], [['page', '5']]]);
    },
  );

  test.each([{ pagination: null }, {}])('ends where a page says nothing of others: %j', async (more) => {
    const script = server.play([{ status: 200, json: { data: things('a'), ...more } }]);
    const list = new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.list();
    expect(await idsOf(list)).toBe('a');
  });

  test('begins with the page that the query names, and asks for none before it is wanted', async () => {
    const script = server.play([page('a', 4, true), page('b', 5, true)]);
    const list = new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.list({ page: 4 });
    expect(script.requests).toHaveLength(0);
    const seen: number[] = [];
    for await (const each of list.pages()) {
      seen.push(each.pagination.page, script.requests.length);
      if (seen.length === 4) break;
    }
    expect(seen).toEqual([4, 1, 5, 2]);
    expect(script.requests.map(({ query }) => query)).toEqual([[['page', '4']], [['page', '5']]]);
  });
});

describe('P13 a list in parts', () => {
  test('goes on through empty parts until there is no more, with the same query', async () => {
    const script = server.play([part('a', 'c1'), part('', 'c2'), part('b', 'c3', false)]);
    const list = new Client({ baseUrl: script.url, secretKey: 'sk_1', tenant: 'acme' }).things.find({ limit: 2 });
    expect(await idsOf(list)).toBe('ab');
    expect(script.requests.map(({ query }) => query)).toEqual([
      [['limit', '2']],
      [
        ['limit', '2'],
        ['cursor', 'c1'],
      ],
      [
        ['limit', '2'],
        ['cursor', 'c2'],
      ],
    ]);
    expect(script.requests.map(({ headers }) => headers['x-tenant-id'])).toEqual(['acme', 'acme', 'acme']);
  });

  test('that has more but says no cursor is broken, and not at its end', async () => {
    const script = server.play([part('a', null, true)]);
    let seen = '';
    const error = await (async () => {
      for await (const { id } of new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.find()) seen += id;
    })().catch(String);
    expect([seen, error]).toEqual(['a', 'ResponseError: nextCursor of a list is not of its form (200)']);
  });

  test('of which the server has nothing to say is none', async () => {
    const script = server.play([{ status: 204 }, { status: 204 }]);
    const { things } = new Client({ baseUrl: script.url, secretKey: 'sk_1' });
    await expect(idsOf(things.find())).rejects.toMatchObject({ name: 'ResponseError', status: 204 });
    await expect(things.list()).rejects.toMatchObject({ name: 'ResponseError', status: 204 });
  });

  test('may have another name for its cursor', async () => {
    const script = server.play([part('a', 'c1'), part('b', null)]);
    expect(await idsOf(new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.findAfter({ after: 'c0' }))).toBe(
      'ab',
    );
    expect(script.requests.map(({ query }) => query)).toEqual([[['after', 'c0']], [['after', 'c1']]]);
  });

  test.each([
    ['the one it began with', { cursor: 'c1' }, [part('a', 'c1')], 'a'],
    ['one further back', {}, [part('a', 'c1'), part('b', 'c2'), part('c', 'c1')], 'abc'],
  ])('that gives a cursor again, %s, fails from the line that asked', async (_, query, answers, before) => {
    const script = server.play(answers);
    let seen = '';
    async function goThrough(): Promise<void> {
      for await (const { id } of new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.find(query)) seen += id;
    }
    const error = await goThrough().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'PaginationError', stack: expect.stringMatching(/\n +at goThrough \(/) });
    expect(seen).toBe(before);
    expect(script.requests).toHaveLength(answers.length);
  });

  test.each([
    [0, '', 0],
    [2, 'ab', 1],
    [3, 'abc', 2],
    [9, 'abc', 2],
  ])('toArray({ max: %i }) takes so many and asks no further', async (max, ids, requests) => {
    const script = server.play([part('ab', 'c1'), part('c', null)]);
    const array = await new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.find().toArray({ max });
    expect([array, script.requests.length]).toEqual([things(ids), requests]);
  });

  test('a failure in the middle keeps what came before, and an answer without items is none', async () => {
    const script = server.play([part('ab', 'c1'), { status: 200, json: { hasMore: false } }]);
    const list = new Client({ baseUrl: script.url, secretKey: 'sk_1' }).things.find();
    let seen = '';
    const error = await (async () => {
      for await (const { id } of list) seen += id;
    })().catch(String);
    expect([seen, error]).toEqual([
      'ab',
      'ResponseError: The answer is not of the form of a list (200, application/json): has something in between answered?',
    ]);
    expect(await list.toArray({ max: -1 }).catch(String)).toBe(
      'ConfigurationError: max must be a whole number, 0 or more',
    );
  });
});
