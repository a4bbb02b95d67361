import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/engine/json.ts';
import type { Operation } from '../../../../src/server/operation.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { tuple } from '../../../support/tenancy.ts';
import { someRoles, startTenancy } from './start.ts';

type Step = readonly [method: Operation['method'], path: string, body?: Json];

/** In this order: each that changes something raises the version of the tenant, by how much. */
const steps: readonly (readonly [risen: number, ...Step])[] = [
  [1, 'POST', '/v1/tenants', { id: 'acme', name: 'Acme' }],
  [0, 'POST', '/v1/tenants', { id: 'acme', name: 'Acme' }],
  [0, 'GET', '/v1/tenants/acme'],
  [1, 'PATCH', '/v1/tenants/acme', { attributes: { tier: 'gold' } }],
  [0, 'POST', '/v1/users', { id: 'ada' }],
  [1, 'POST', '/v1/tenants/acme/members', { userId: 'ada' }],
  [0, 'POST', '/v1/tenants/acme/members', { userId: 'ada' }],
  [1, 'PATCH', '/v1/users/ada', { attributes: { department: 'finance' } }],
  [1, 'PUT', '/v1/users/ada', { name: 'Ada' }],
  [1, 'PUT', '/v1/tenants/acme/members/ada/roles', { roles: ['viewer'] }],
  [0, 'PUT', '/v1/tenants/acme/members/ada/roles', { roles: ['viewer'] }],
  [1, 'PUT', '/v1/tenants/acme/members/ada/roles/editor'],
  [0, 'PUT', '/v1/tenants/acme/members/ada/roles/editor'],
  [1, 'DELETE', '/v1/tenants/acme/members/ada/roles/editor'],
  [0, 'DELETE', '/v1/tenants/acme/members/ada/roles/editor'],
  [1, 'PUT', '/v1/tenants/acme/grants/ada', { roles: ['viewer'], reason: 'why' }],
  [1, 'DELETE', '/v1/tenants/acme/grants/ada'],
  [0, 'DELETE', '/v1/tenants/acme/grants/ada'],
  [1, 'POST', '/v1/tenants/acme/service-accounts', { name: 'Import' }],
  [1, 'POST', '/v1/tenants/acme/relationships', { add: [tuple('document:1 owner user:ada')] }],
  [0, 'POST', '/v1/tenants/acme/relationships', { add: [tuple('document:1 owner user:ada')] }],
  [1, 'POST', '/v1/tenants/acme/relationships', { remove: [tuple('document:1 owner user:ada')] }],
  [1, 'PUT', '/v1/tenants/acme/plan', { plan: 'pro' }],
  [0, 'PUT', '/v1/tenants/acme/plan', { plan: 'pro' }],
  [1, 'DELETE', '/v1/tenants/acme/plan'],
  [0, 'DELETE', '/v1/tenants/acme/plan'],
  [1, 'DELETE', '/v1/tenants/acme/members/ada'],
  [0, 'DELETE', '/v1/tenants/acme/members/ada'],
  [1, 'DELETE', '/v1/tenants/acme'],
  [1, 'POST', '/v1/tenants', { id: 'acme', name: 'Acme again' }],
];

anyDatabase((databases) => {
  describe('the access version of a tenant', () => {
    it('P07 rises with every write that may change what somebody may do, with no other, and never falls', async () => {
      const { send, seed, version } = await startTenancy(await databases.shared());
      await seed.roles(someRoles);
      await seed.resources({
        'Plan/pro': { name: 'Pro' },
        'ResourceType/document': { actions: ['read'], relations: { owner: 'user' } },
      });
      await seed.tenant('other');
      for (const [risen, ...step] of steps) {
        const before = await version('acme');
        const { status } = await send(...step);
        expect({ step, status, risen: (await version('acme')) - before }).toMatchObject({ step, risen });
        expect(status).toBeLessThan(500);
      }
      expect(await version('other')).toBe(1);
    });

    it('counts every one of many writers', async () => {
      const { send, seed, version } = await startTenancy(await databases.shared());
      await seed.roles(someRoles);
      await seed.tenant('acme');
      const people = Array.from({ length: 8 }, (_, index) => `user${index}`);
      for (const id of people) await seed.user(id);
      const before = await version('acme');
      const answers = await Promise.all(
        people.map((userId) => send('POST', '/v1/tenants/acme/members', { userId, roles: ['viewer'] })),
      );
      expect(answers.map(({ status }) => status)).toStrictEqual(people.map(() => 201));
      expect((await version('acme')) - before).toBe(people.length);
    });
  });
});
