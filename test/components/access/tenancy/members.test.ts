import { describe, expect, it } from 'vitest';
import { anyDatabase } from '../../../support/databases.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { textOf } from '../../../support/test-server.ts';
import { someRoles, startTenancy } from './start.ts';

const since = '2026-11-20T09:00:00.000Z';

anyDatabase((databases) => {
  async function start() {
    const server = await startTenancy(await databases.shared());
    await server.seed.roles(someRoles);
    await server.seed.tenant('acme');
    return server;
  }

  describe('members', () => {
    it('come with the roles of every new member and those asked for, and go with all of them', async () => {
      const { send, seed } = await start();
      await seed.user('ada', { email: 'Ada@acme.com', name: 'Ada' });
      const added = await send('POST', '/v1/tenants/acme/members', { userId: 'ada', roles: ['viewer', 'viewer'] });
      const ada = { userId: 'ada', email: 'ada@acme.com', name: 'Ada', roles: ['employee', 'viewer'], since };
      expect(added).toMatchObject({ status: 201 });
      expect(added.json).toStrictEqual(ada);
      await seed.member('acme', 'ben');
      const list = await send('GET', '/v1/tenants/acme/members');
      expect(itemsOf(list)).toStrictEqual([
        ada,
        { userId: 'ben', email: null, name: null, roles: ['employee'], since },
      ]);
      expect((await send('DELETE', '/v1/tenants/acme/members/ada')).status).toBe(204);
      expect(await send('GET', '/v1/tenants/acme/members/ada')).toMatchObject({ code: 'members/not-found' });
      await seed.member('acme', 'ada');
      expect((await send('GET', '/v1/tenants/acme/members/ada')).json).toMatchObject({ roles: ['employee'] });
    });

    it('have their roles set, added and taken, each as often as you like', async () => {
      const { send, seed } = await start();
      await seed.member('acme', 'ada');
      const roles = '/v1/tenants/acme/members/ada/roles';
      for (const [method, path, body, expected] of [
        ['PUT', roles, { roles: ['viewer', 'editor'] }, ['editor', 'viewer']],
        ['PUT', roles, { roles: ['editor', 'viewer'] }, ['editor', 'viewer']],
        ['PUT', `${roles}/owner`, undefined, ['editor', 'owner', 'viewer']],
        ['PUT', `${roles}/owner`, undefined, ['editor', 'owner', 'viewer']],
        ['DELETE', `${roles}/editor`, undefined, ['owner', 'viewer']],
        ['DELETE', `${roles}/editor`, undefined, ['owner', 'viewer']],
        ['PUT', roles, { roles: [] }, []],
      ] as const) {
        const answer = await send(method, path, body);
        expect(answer).toMatchObject({ status: 200, json: { userId: 'ada', roles: expected } });
      }
    });

    it('get no role that does not exist, and hear which was probably meant', async () => {
      const { send, seed } = await start();
      await seed.member('acme', 'ada');
      await seed.user('ben');
      const unknown = { status: 400, code: 'roles/unknown' };
      const hint = { hint: 'Did you mean `viewer`?' };
      const add = await send('POST', '/v1/tenants/acme/members', { userId: 'ben', roles: ['editor', 'veiwer'] });
      expect(add).toMatchObject({ ...unknown, json: { error: { param: '/roles/1', details: hint } } });
      const set = await send('PUT', '/v1/tenants/acme/members/ada/roles', { roles: ['veiwer'] });
      expect(set).toMatchObject({ ...unknown, json: { error: { param: '/roles/0', details: hint } } });
      const one = await send('PUT', '/v1/tenants/acme/members/ada/roles/veiwer');
      expect(one).toMatchObject({ ...unknown, json: { error: { param: 'role', details: hint } } });
      expect(itemsOf(await send('GET', '/v1/tenants/acme/members'))).toMatchObject([{ roles: ['employee'] }]);
    });

    it('keep a role that was deleted since, until it is taken from them', async () => {
      const { send, seed } = await start();
      await seed.member('acme', 'ada', ['editor']);
      expect((await send('DELETE', '/v1/resources/Role/editor')).status).toBe(200);
      const roles = '/v1/tenants/acme/members/ada/roles';
      const kept = await send('PUT', roles, { roles: ['editor', 'viewer'] });
      expect(kept.json).toMatchObject({ roles: ['editor', 'viewer'] });
      expect((await send('DELETE', `${roles}/editor`)).json).toMatchObject({ roles: ['viewer'] });
      expect(await send('PUT', `${roles}/editor`)).toMatchObject({ status: 400, code: 'roles/unknown' });
    });

    it.each([
      ['POST', '/v1/tenants/acme/members', { userId: 'nobody' }, 404, 'users/not-found'],
      ['POST', '/v1/tenants/nowhere/members', { userId: 'ada' }, 404, 'tenants/not-found'],
      ['POST', '/v1/tenants/acme/members', { userId: 'ada' }, 409, 'members/exists'],
      ['POST', '/v1/tenants/acme/members', { userId: 'a b' }, 400, 'request/invalid'],
      ['GET', '/v1/tenants/nowhere/members', undefined, 404, 'tenants/not-found'],
      ['GET', '/v1/tenants/acme/members/nobody', undefined, 404, 'members/not-found'],
      ['DELETE', '/v1/tenants/acme/members/nobody', undefined, 404, 'members/not-found'],
      ['PUT', '/v1/tenants/acme/members/nobody/roles', { roles: [] }, 404, 'members/not-found'],
      ['PUT', '/v1/tenants/acme/members/nobody/roles/viewer', undefined, 404, 'members/not-found'],
      ['DELETE', '/v1/tenants/acme/members/nobody/roles/viewer', undefined, 404, 'members/not-found'],
    ] as const)('%s %s with %j is refused with %i %s', async (method, path, body, status, code) => {
      const { send, seed } = await start();
      await seed.member('acme', 'ada');
      expect(await send(method, path, body)).toMatchObject({ status, code });
    });

    it('are added once, however many try at the same moment', async () => {
      const { send, seed } = await start();
      await seed.user('ada');
      const add = () => send('POST', '/v1/tenants/acme/members', { userId: 'ada', roles: ['viewer'] });
      const answers = await Promise.all([add(), add(), add()]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([201, 409, 409]);
    });
  });

  describe('service accounts', () => {
    it('are created with roles, read, changed and deleted', async () => {
      const { send, seed } = await start();
      const path = '/v1/tenants/acme/service-accounts';
      const created = await send('POST', path, { name: 'Import', roles: ['viewer'] });
      expect(created).toMatchObject({ status: 201, json: { name: 'Import', roles: ['viewer'], createdAt: since } });
      expect(created.json['id']).toMatch(/^svc_[0-9A-Z]{26}$/);
      const own = `${path}/${textOf(created.json['id'])}`;
      expect((await send('GET', own)).text).toBe(created.text);
      expect((await send('PUT', `${own}/roles`, { roles: ['editor'] })).json).toMatchObject({ roles: ['editor'] });
      for (const [method, role, roles] of [
        ['PUT', 'owner', ['editor', 'owner']],
        ['PUT', 'owner', ['editor', 'owner']],
        ['DELETE', 'owner', ['editor']],
        ['DELETE', 'owner', ['editor']],
      ] as const) {
        expect(await send(method, `${own}/roles/${role}`)).toMatchObject({ status: 200, json: { roles } });
      }
      expect(await send('PUT', `${own}/roles/editr`)).toMatchObject({ status: 400, code: 'roles/unknown' });
      await seed.serviceAccount('acme', 'Export');
      expect(itemsOf(await send('GET', path))).toMatchObject([
        { name: 'Import', roles: ['editor'] },
        { name: 'Export', roles: [] },
      ]);
      expect((await send('DELETE', own)).status).toBe(204);
      expect(await send('GET', own)).toMatchObject({ status: 404, code: 'service-accounts/not-found' });
      expect(await send('DELETE', own)).toMatchObject({ status: 404, code: 'service-accounts/not-found' });
      for (const method of ['PUT', 'DELETE'] as const) {
        const gone = await send(method, `${own}/roles/viewer`);
        expect(gone).toMatchObject({ status: 404, code: 'service-accounts/not-found' });
      }
      const unknown = await send('POST', path, { name: 'Other', roles: ['owners'] });
      expect(unknown).toMatchObject({ status: 400, code: 'roles/unknown' });
    });
  });
});
