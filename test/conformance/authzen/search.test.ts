import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import { isJsonObject } from '../../../src/engine/json.ts';
import { eachDatabase } from '../../support/databases.ts';
import { decisionPoint } from './point.ts';
import { action, admin, alice, archived, bob, first, records, second } from './records.ts';

eachDatabase((databases) => {
  it('SD-09 AuthZEN: searches find subjects, resources and actions, and leave out what is asked for', async () => {
    const { post } = await decisionPoint(await databases.shared(), records);
    const users = { type: 'user' };
    const kinds = { type: 'record' };
    const context = { time: '2024-10-26T01:22-07:00' };
    const searches: readonly (readonly [string, JsonObject, readonly JsonObject[]])[] = [
      ['subject', { subject: users, action: action('read'), resource: first }, [alice, bob]],
      ['subject', { subject: users, action: action('read'), resource: first, context }, [alice, bob]],
      ['subject', { subject: bob, action: action('write'), resource: first }, [alice]],
      ['subject', { subject: users, action: action('write'), resource: archived }, [bob]],
      ['subject', { subject: users, action: action('delete', { soft: true }), resource: first }, [alice]],
      ['subject', { subject: { type: 'service-account' }, action: action('read'), resource: first }, []],
      ['subject', { subject: { type: 'spaceship' }, action: action('read'), resource: first }, []],
      ['subject', { subject: users, action: action('read'), resource: { type: 'ship', id: '1' } }, []],
      ['resource', { subject: alice, action: action('read'), resource: kinds }, [first, second]],
      ['resource', { subject: alice, action: action('read'), resource: first }, [first, second]],
      ['resource', { subject: bob, action: action('write'), resource: kinds }, [second]],
      ['resource', { subject: admin, action: action('write'), resource: kinds }, [second]],
      [
        'resource',
        { subject: bob, action: action('write'), resource: { ...kinds, properties: { status: 'archived' } } },
        [first, second],
      ],
      ['resource', { subject: { type: 'user', id: 'nobody' }, action: action('read'), resource: kinds }, []],
      ['resource', { subject: alice, action: action('read'), resource: { type: 'ship' } }, []],
      ['action', { subject: alice, resource: first }, [{ name: 'read' }, { name: 'write' }]],
      ['action', { subject: alice, resource: first, context }, [{ name: 'read' }, { name: 'write' }]],
      ['action', { subject: admin, resource: archived }, [{ name: 'read' }, { name: 'write' }]],
      ['action', { subject: alice, resource: archived }, [{ name: 'read' }]],
      ['action', { subject: { type: 'user', id: 'nonexistent-user' }, resource: first }, []],
      ['action', { subject: alice, resource: { type: 'ship', id: '1' } }, []],
    ];
    for (const [kind, request, results] of searches) {
      const { status, json } = await post(`search/${kind}`, request);
      expect({ kind, request, status, json }).toStrictEqual({ kind, request, status: 200, json: { results } });
    }
  });

  it('SD-09 AuthZEN: a search is read page by page, and its token continues that search alone', async () => {
    const { post } = await decisionPoint(await databases.shared(), records);
    const search = { subject: { type: 'user' }, action: action('read'), resource: first };
    const begun = await post('search/subject', { ...search, page: { limit: 1 } });
    const token = tokenOf(begun.json);
    expect(begun.json).toStrictEqual({ page: { next_token: token, count: 1, total: 2 }, results: [alice] });
    expect(token).not.toBe('');

    const rest = { page: { next_token: '', count: 1, total: 2 }, results: [bob] };
    // The limit may be repeated or left out.
    expect((await post('search/subject', { ...search, page: { token } })).json).toStrictEqual(rest);
    expect((await post('search/subject', { ...search, page: { token, limit: 1 } })).json).toStrictEqual(rest);
    const all = { page: { next_token: '', count: 2, total: 2 }, results: [alice, bob] };
    expect((await post('search/subject', { ...search, page: {} })).json).toStrictEqual(all);
    expect((await post('search/subject', { ...search, page: { limit: 50, token: '' } })).json).toStrictEqual(all);
    // Whoever asks for no results is told how many there are; to follow that would lead nowhere.
    const counted = (await post('search/subject', { ...search, page: { limit: 0 } })).json;
    expect(counted).toMatchObject({
      page: { count: 0, total: 2, next_token: expect.stringMatching(/./) },
      results: [],
    });

    const changed: readonly JsonObject[] = [
      { ...search, resource: second, page: { token } },
      { ...search, action: action('write'), page: { token } },
      { ...search, context: { time: 'now' }, page: { token } },
      { ...search, page: { token, limit: 2 } },
      { ...search, page: { token, properties: { sort: 'id' } } },
      { ...search, page: { token: 'made up' } },
      { ...search, page: { token: tokenOf(counted) } },
      { ...search, page: { token: tokenOf(counted), limit: 0 } },
      { ...search, page: { token: Buffer.from('{"limit":-1,"search":""}').toString('base64url') } },
    ];
    for (const request of changed) {
      expect(await post('search/subject', request)).toMatchObject({ status: 400, code: 'authzen/invalid-page-token' });
    }
    expect(
      (await post('search/resource', { subject: alice, action: action('read'), resource: first, page: { token } }))
        .status,
    ).toBe(400);
    for (const page of [1, { limit: -1 }, { limit: 1.5 }, { limit: '1' }, { token: 1 }]) {
      expect(await post('search/subject', { ...search, page })).toMatchObject({ status: 400, code: 'request/invalid' });
    }
  });

  it('SD-09 AuthZEN: whoever a search finds is permitted by an evaluation', async () => {
    const { post } = await decisionPoint(await databases.shared(), records);
    for (const name of ['read', 'write', 'delete']) {
      for (const resource of [first, second, archived]) {
        const { json } = await post('search/subject', { subject: { type: 'user' }, action: action(name), resource });
        const evaluations = [{ subject: alice }, { subject: bob }];
        const decided = await post('evaluations', { action: action(name), resource, evaluations });
        const permitted = [alice, bob].filter((_, index) => {
          const list = decided.json['evaluations'];
          const one = Array.isArray(list) ? list[index] : undefined;
          return isJsonObject(one) && one['decision'] === true;
        });
        expect({ name, resource, found: json['results'] }).toStrictEqual({ name, resource, found: permitted });
      }
    }
  });
});

function tokenOf(json: JsonObject): string {
  const { page } = json;
  return isJsonObject(page) && typeof page['next_token'] === 'string' ? page['next_token'] : '';
}
