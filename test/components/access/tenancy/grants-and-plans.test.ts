import { describe, expect, it } from 'vitest';
import { bindPorts } from '../../../../src/app/bind-ports.ts';
import { components } from '../../../../src/components/index.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { someRoles, startTenancy } from './start.ts';

const now = '2026-11-20T09:00:00.000Z';

anyDatabase((databases) => {
  async function start() {
    const server = await startTenancy(await databases.shared());
    await server.seed.roles(someRoles);
    await server.seed.resources({ 'Plan/pro': { name: 'Pro' }, 'Plan/free': { name: 'Free' } });
    for (const id of ['acme', 'globex']) await server.seed.tenant(id);
    await server.seed.user('sue');
    return server;
  }

  describe('cross-tenant grants', () => {
    it('P08 are given with roles, a reason and an end, replaced, listed both ways and withdrawn', async () => {
      const { send } = await start();
      const path = '/v1/tenants/acme/grants/sue';
      const first = await send('PUT', path, { roles: ['owner', 'owner'], reason: 'Ticket 4711' });
      const grant = {
        tenantId: 'acme',
        userId: 'sue',
        roles: ['owner'],
        reason: 'Ticket 4711',
        grantedBy: 'local',
        grantedAt: now,
        expiresAt: null,
      };
      expect(first.status).toBe(201);
      expect(first.json).toStrictEqual(grant);
      const until = { expiresAt: '2026-11-20T13:00:00+02:00' };
      const second = await send('PUT', path, { roles: ['viewer'], reason: 'Longer', ...until });
      expect(second.status).toBe(200);
      const replaced = { ...grant, roles: ['viewer'], reason: 'Longer', expiresAt: '2026-11-20T11:00:00.000Z' };
      expect(second.json).toStrictEqual(replaced);
      const unreasoned = await send('PUT', path, { roles: ['viewer'], reason: '  ' });
      expect(unreasoned).toMatchObject({ status: 400, code: 'request/invalid', json: { error: { param: '/reason' } } });
      await send('PUT', '/v1/tenants/globex/grants/sue', { roles: ['viewer'], reason: 'x' });
      expect(itemsOf(await send('GET', '/v1/tenants/acme/grants'))).toStrictEqual([replaced]);
      const ofSue = itemsOf(await send('GET', '/v1/users/sue/grants')).map(({ tenantId }) => tenantId);
      expect(ofSue).toStrictEqual(['acme', 'globex']);
      expect((await send('DELETE', path)).status).toBe(204);
      expect(await send('DELETE', path)).toMatchObject({ status: 404, code: 'grants/not-found' });
      expect(itemsOf(await send('GET', '/v1/tenants/acme/grants'))).toStrictEqual([]);
    });

    it('DA-03 are not given for one tenant by a request that is about another', async () => {
      const { call, admin, send } = await start();
      const grant = async (tenant: string, about: string) =>
        call('PUT', `/v1/tenants/${tenant}/grants/sue`, {
          headers: { ...admin(), 'x-tenant-id': about },
          body: { roles: ['owner'], reason: 'Ticket 4711' },
        });
      expect(await grant('acme', 'globex')).toMatchObject({ status: 404, code: 'tenants/not-found' });
      expect(itemsOf(await send('GET', '/v1/tenants/acme/grants'))).toStrictEqual([]);
      expect((await grant('acme', 'acme')).status).toBe(201);
      expect((await grant('acme', 'acme')).status).toBe(200);
    });

    it.each([
      ['/v1/tenants/acme/grants/nobody', {}, 404, 'users/not-found'],
      ['/v1/tenants/nowhere/grants/sue', {}, 404, 'tenants/not-found'],
      ['/v1/tenants/acme/grants/sue', { roles: ['viewr'] }, 400, 'roles/unknown'],
      ['/v1/tenants/acme/grants/sue', { roles: [] }, 400, 'request/invalid'],
      ['/v1/tenants/acme/grants/sue', { reason: '' }, 400, 'request/invalid'],
      ['/v1/tenants/acme/grants/sue', { expiresAt: now }, 400, 'grants/expiry-in-the-past'],
      ['/v1/tenants/acme/grants/sue', { expiresAt: '2026-12-31T23:59:60Z' }, 400, 'request/invalid'],
      ['/v1/tenants/acme/grants/sue', { expiresAt: 'soon' }, 400, 'request/invalid'],
    ])('at %s with %j are refused with %i %s', async (path, more, status, code) => {
      const { send } = await start();
      expect(await send('PUT', path, { roles: ['viewer'], reason: 'why', ...more })).toMatchObject({ status, code });
    });
  });

  describe('the plan of a tenant', () => {
    it('is at first the one on which new tenants start, where a plan says so', async () => {
      const { seed, send } = await start();
      const planOf = async (tenant: string) => (await send('GET', `/v1/tenants/${tenant}/plan`)).json;
      await seed.tenant('early');
      expect(await planOf('early')).toMatchObject({ plan: null });
      await seed.resources({ 'Plan/agreed': {}, 'Plan/free': { default: true } });
      await seed.tenant('late');
      expect(await planOf('late')).toStrictEqual({
        tenantId: 'late',
        plan: 'free',
        assignedBy: 'local',
        assignedAt: now,
      });
      expect(itemsOf(await send('GET', '/v1/tenants?plan=free'))).toMatchObject([{ id: 'late' }]);
      expect(await planOf('early')).toMatchObject({ plan: null });
      await seed.resources({ 'Tenancy/default': { mode: 'single', tenant: 'only' } });
      expect(await planOf('only')).toMatchObject({ plan: 'free', assignedBy: 'local' });
    });

    it('is set, read and taken away, each as often as you like', async () => {
      const { send, clock } = await start();
      const path = '/v1/tenants/acme/plan';
      const none = { tenantId: 'acme', plan: null, assignedBy: null, assignedAt: null };
      expect((await send('GET', path)).json).toStrictEqual(none);
      const pro = { tenantId: 'acme', plan: 'pro', assignedBy: 'local', assignedAt: now };
      expect(await send('PUT', path, { plan: 'pro' })).toMatchObject({ status: 200, json: pro });
      clock.advance(1000);
      expect((await send('PUT', path, { plan: 'pro' })).json).toStrictEqual(pro);
      const free = { ...pro, plan: 'free', assignedAt: '2026-11-20T09:00:01.000Z' };
      expect((await send('PUT', path, { plan: 'free' })).json).toStrictEqual(free);
      expect((await send('GET', path)).json).toStrictEqual(free);
      expect((await send('DELETE', path)).json).toStrictEqual(none);
      expect((await send('DELETE', path)).json).toStrictEqual(none);
    });

    it('is one that is live, of a tenant that exists', async () => {
      const { send } = await start();
      expect(await send('PUT', '/v1/tenants/acme/plan', { plan: 'prro' })).toMatchObject({
        status: 400,
        code: 'plans/unknown',
        json: { error: { param: '/plan', details: { hint: 'Did you mean `pro`?' } } },
      });
      for (const [method, body] of [['GET'], ['PUT', { plan: 'pro' }], ['DELETE']] as const) {
        const answer = await send(method, '/v1/tenants/nowhere/plan', body);
        expect(answer).toMatchObject({ status: 404, code: 'plans/unknown-tenant' });
      }
    });

    it('never outlives the tenant, though both are written at the same moment', async () => {
      const { send } = await start();
      for (let round = 0; round < 5; round++) {
        await send('POST', '/v1/tenants', { id: 'brief', name: 'Brief' });
        const [assigned, deleted] = await Promise.all([
          send('PUT', '/v1/tenants/brief/plan', { plan: 'pro' }),
          send('DELETE', '/v1/tenants/brief'),
        ]);
        expect([200, 404]).toContain(assigned.status);
        expect(deleted.status).toBe(204);
        expect(itemsOf(await send('GET', '/v1/tenants?plan=pro'))).toStrictEqual([]);
        const { plans } = bindPorts(components);
        const left = await inEnvironment(await databases.shared(), async (session) =>
          plans?.tenantsOn(session, ['pro', 'free']),
        );
        expect(left).toStrictEqual(
          new Map([
            ['pro', []],
            ['free', []],
          ]),
        );
      }
    });

    it('is told to other components by the port', async () => {
      const { seed } = await start();
      for (const id of ['globex', 'acme']) await seed.plan(id, 'pro');
      const { plans, tenants } = bindPorts(components);
      const told = await inEnvironment(await databases.shared(), async (session) => ({
        planOf: [await plans?.planOf(session, 'acme'), await plans?.planOf(session, 'nowhere')],
        on: await plans?.tenantsOn(session, ['free', 'pro']),
        none: await plans?.tenantsOn(session, []),
        names: (await tenants?.find(session, ['nowhere', 'globex', 'acme']))?.map(({ id, name }) => [id, name]),
        nobody: await tenants?.find(session, []),
      }));
      expect(told).toStrictEqual({
        planOf: ['pro', null],
        on: new Map([
          ['free', []],
          ['pro', ['acme', 'globex']],
        ]),
        none: new Map(),
        names: [
          ['acme', 'acme'],
          ['globex', 'globex'],
        ],
        nobody: [],
      });
    });
  });
});
