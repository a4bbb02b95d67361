import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anyDatabase } from '../../../support/databases.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { someRoles, startTenancy } from './start.ts';

const created = '2026-11-20T09:00:00.000Z';

anyDatabase((databases) => {
  const started = async () => {
    const database = await databases.shared();
    return { database, ...(await startTenancy(database)) };
  };
  const start = async () => startTenancy(await databases.shared());

  describe('users', () => {
    it('are created, read, changed and deleted, by whatever id the identity provider gave them', async () => {
      const { send, clock } = await start();
      for (const id of ['user_2abc', 'auth0|5f7c', 'a/b?c=d&e#f%20', '...', '|'.repeat(255)]) {
        const path = `/v1/users/${encodeURIComponent(id)}`;
        const made = await send('POST', '/v1/users', { id, email: 'Ada@Acme.com', attributes: { level: 3 } });
        const ada = {
          id,
          email: 'ada@acme.com',
          name: null,
          attributes: { level: 3 },
          createdAt: clock.now().toISOString(),
          updatedAt: clock.now().toISOString(),
        };
        expect(made.status).toBe(201);
        expect(made.json).toStrictEqual(ada);
        expect((await send('GET', path)).text).toBe(made.text);
        clock.advance(1000);
        const changed = { ...ada, email: null, name: 'Ada', updatedAt: clock.now().toISOString() };
        expect((await send('PATCH', path, { email: null, name: 'Ada' })).json).toStrictEqual(changed);
        expect((await send('DELETE', path)).status).toBe(204);
        expect(await send('GET', path)).toMatchObject({ status: 404, code: 'users/not-found' });
        expect(await send('DELETE', path)).toMatchObject({ status: 404, code: 'users/not-found' });
      }
    });

    it('have no id that would be taken out of a path on its way, and no name of spaces alone', async () => {
      const { send } = await start();
      for (const [body, param] of [
        [{ id: '.' }, '/id'],
        [{ id: '..' }, '/id'],
        [{ id: 'ada', name: ' \t ' }, '/name'],
      ] as const) {
        const refused = await send('POST', '/v1/users', body);
        expect(refused).toMatchObject({ status: 400, code: 'request/invalid', json: { error: { param } } });
      }
    });

    it('FR-A001 whose data changed leave in the record which of it did, and nothing of what it was or is', async () => {
      const { database, send } = await started();
      await send('POST', '/v1/users', { id: 'ada', email: 'ada@acme.com', name: 'Ada', attributes: { level: 3 } });
      await send('PATCH', '/v1/users/ada', { email: 'lovelace@acme.com' });
      await send('PATCH', '/v1/users/ada', { name: 'Ada' });
      await send('PUT', '/v1/users/ada', { name: 'Lovelace', email: 'lovelace@acme.com' });
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ entry: string }>(
          sql`SELECT body AS entry FROM audit_entries WHERE action LIKE 'user.%' ORDER BY id`,
        ),
      );
      expect(rows.map(({ entry }) => JSON.parse(entry))).toMatchObject([
        { action: 'user.created', before: null },
        { action: 'user.updated', metadata: { personalChanged: ['email'] } },
        { action: 'user.updated' },
        { action: 'user.updated', metadata: { personalChanged: ['name', 'attributes'] } },
      ]);
      const texts = rows.map(({ entry }) => entry);
      expect(texts.map((text) => text.includes('metadata'))).toEqual([false, true, false, true]);
      for (const told of ['acme.com', 'Ada', 'Lovelace', 'level']) expect(texts.join('\n')).not.toContain(told);
    });

    it('are put in step with a directory by one call for new and known', async () => {
      const { send } = await start();
      const put = (body: { readonly [name: string]: string }) => send('PUT', '/v1/users/ada', body);
      expect(await put({ name: 'Ada', email: 'a@x.com' })).toMatchObject({ status: 201 });
      expect(await put({ name: 'Ada L.' })).toMatchObject({ status: 200, json: { name: 'Ada L.', email: null } });
      const answers = await Promise.all([1, 2, 3].map((n) => send('PUT', '/v1/users/ben', { name: `Ben ${n}` })));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([200, 200, 201]);
      const again = await send('POST', '/v1/users', { id: 'ada' });
      expect(again).toMatchObject({ status: 409, code: 'users/exists' });
    });

    it('P14 are listed newest first with totals, and found by their address in any spelling', async () => {
      const { send, seed, clock } = await start();
      for (const id of ['a', 'c', 'b']) await seed.user(id, { email: `${id}@x.com` });
      clock.advance(1000);
      await seed.user('d', { email: 'A@X.com' });
      const ids = async (query: string) => itemsOf(await send('GET', `/v1/users${query}`)).map(({ id }) => id);
      expect(await ids('')).toStrictEqual(['d', 'c', 'b', 'a']);
      expect(await ids('?email=a@X.COM')).toStrictEqual(['d', 'a']);
      expect(await ids('?pageSize=3&page=2')).toStrictEqual(['a']);
      const page = await send('GET', '/v1/users?pageSize=3&page=2');
      expect(page.json['pagination']).toMatchObject({ totalItems: 4, totalPages: 2, hasNext: false });
    });

    it('P14 show the tenants they belong to, with the roles held in each', async () => {
      const { send, seed } = await start();
      await seed.roles(someRoles);
      for (const id of ['acme', 'globex', 'initech']) await seed.tenant(id, { name: `The ${id}` });
      await seed.member('globex', 'ada', ['viewer', 'editor']);
      await seed.member('acme', 'ada');
      await seed.member('initech', 'ben', ['viewer']);
      const list = await send('GET', '/v1/users/ada/memberships');
      expect(itemsOf(list)).toStrictEqual([
        { tenantId: 'acme', tenantName: 'The acme', roles: ['employee'], since: created },
        { tenantId: 'globex', tenantName: 'The globex', roles: ['editor', 'employee', 'viewer'], since: created },
      ]);
      expect(list.json['pagination']).toMatchObject({ totalItems: 2 });
      expect(await send('GET', '/v1/users/eve/memberships')).toMatchObject({ status: 404, code: 'users/not-found' });
    });

    it('leave nothing behind in any tenant when they are deleted', async () => {
      const { send, seed, version } = await start();
      await seed.roles(someRoles);
      await seed.resources({ 'ResourceType/document': { actions: ['read'], relations: { owner: 'user' } } });
      for (const id of ['acme', 'globex', 'initech', 'umbrella']) await seed.tenant(id);
      await seed.member('acme', 'ada', ['viewer']);
      await seed.grant('globex', 'ada', ['viewer']);
      await seed.relate('initech', 'document:1 owner user:ada', 'document:2 owner user:ben');
      const versions = async () => Promise.all(['acme', 'globex', 'initech', 'umbrella'].map(version));
      const before = await versions();
      expect((await send('DELETE', '/v1/users/ada')).status).toBe(204);
      const risen = (await versions()).map((after, index) => after - (before[index] ?? 0));
      expect(risen).toStrictEqual([1, 1, 1, 0]);
      await seed.user('ada');
      expect(itemsOf(await send('GET', '/v1/users/ada/memberships'))).toStrictEqual([]);
      expect(itemsOf(await send('GET', '/v1/users/ada/grants'))).toStrictEqual([]);
      expect(itemsOf(await send('GET', '/v1/tenants/initech/relationships'))).toHaveLength(1);
      await seed.member('acme', 'ada');
      expect((await send('GET', '/v1/tenants/acme/members/ada')).json).toMatchObject({ roles: ['employee'] });
    });

    it.each([
      [{ id: 'a b' }, '/id'],
      [{ id: '' }, '/id'],
      [{ id: 'ä' }, '/id'],
      [{ id: 'a'.repeat(256) }, '/id'],
      [{}, '/id'],
      [{ id: 'a', email: 'nobody' }, '/email'],
      [{ id: 'a', name: '' }, '/name'],
      [{ id: 'a', roles: [] }, '/roles'],
    ])('are not made of %j', async (body, param) => {
      const { send } = await start();
      const answer = await send('POST', '/v1/users', body);
      expect(answer).toMatchObject({ status: 400, code: 'request/invalid', json: { error: { param } } });
    });
  });
});
