// What the SDK for Python answers by itself, held against a server that changes its mind.
import { describe, expect, test } from 'vitest';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { withPython } from '../python-flags/with-python.ts';
import { startLiveProgram } from './live-program.ts';

const databases = useDatabases('embedded');

function access(viewerMay: readonly string[]) {
  return [
    resource('ResourceType', 'invoice', {
      actions: ['read', 'approve', 'delete'],
      scopes: { own: 'resource.createdBy == user.key' },
      relations: { owner: 'user' },
      grants: { owner: ['delete'] },
    }),
    resource('Role', 'viewer', {
      permissions: [...viewerMay, 'invoice:approve'],
      conditions: { 'invoice:approve': 'resource.amount < 100.0' },
    }),
  ];
}

withPython('asking a control plane', () => {
  describe.each(['sync', 'async'])('the %s clients', (kind) => {
    test('P03 answer permissions as the server answers them, and hear of what is applied', async () => {
      const server = await flagServer(await databases.shared());
      await server.apply(access(['invoice:read']));
      await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
      await server.send('POST', '/v1/users', { id: 'ada' });
      await server.send('POST', '/v1/tenants/acme/members', { userId: 'ada', roles: ['viewer'] });
      const { permissions } = startLiveProgram(kind, server.url, (await server.key('secret')).key);
      expect(await permissions('ready', { timeout: 60 })).toBe(true);
      const who = { roleSlugs: ['viewer'] };
      const answers = async () => {
        const found: unknown[] = [];
        for (const permission of ['invoice:read', 'invoice:read:own', 'invoice:approve', 'invoice:delete'])
          for (const inHand of [null, { id: '42' }])
            found.push(await permissions('can', { who, permission, resource: inHand }));
        return found;
      };
      expect(await answers()).toEqual(['yes', 'yes', 'yes', 'yes', 'ask', 'ask', 'no', 'ask']);
      const asked = (permission: string, amount: number) => {
        const inHand = { id: '42', properties: { amount } };
        return permissions('check', { who, permission, resource: inHand, subject: { id: 'ada' }, tenant: 'acme' });
      };
      expect(await asked('invoice:read', 1)).toBe(true);
      expect(await asked('invoice:approve', 99)).toBe(true);
      expect(await asked('invoice:approve', 100)).toBe(false);
      expect(await asked('invoice:delete', 1)).toBe(false);
      const subject = { type: 'user', id: 'ada' };
      const tuple = { resource: { type: 'invoice', id: '42' }, relation: 'owner', subject };
      await server.send('POST', '/v1/tenants/acme/relationships', { add: [tuple] });
      expect(await asked('invoice:delete', 1)).toBe(true);

      // A stream that was asked for a moment ago may not be open yet: so it is applied until it is heard of.
      const before = await permissions('revision');
      for (let count = 0; (await permissions('revision')) === before; count += 1) {
        await server.apply([...access(['invoice:read:own']), flag('unrelated', count % 2 === 0)]);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await answers()).toEqual(['ask', 'ask', 'yes', 'ask', 'ask', 'ask', 'no', 'ask']);
    });

    test('P12 answer entitlements of the plan that the tenant is on', async () => {
      const server = await flagServer(await databases.shared());
      await server.apply([
        ...gated('reports', 'reporting'),
        resource('Entitlement', 'seats', { type: 'quantity', plans: { pro: 5 } }),
      ]);
      await server.send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
      await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'free' });
      const { entitlements } = startLiveProgram(kind, server.url, (await server.key('secret')).key);
      const has = (feature: string, tenant = 'acme') => entitlements('has', { tenant, feature });
      expect([await has('reporting'), await has('seats')]).toEqual([false, false]);
      await server.send('PUT', '/v1/tenants/acme/plan', { plan: 'pro' });
      expect(await has('reporting')).toBe(false);
      await entitlements('forget', { tenant: 'acme' });
      expect(await entitlements('get', { tenant: 'acme', feature: 'seats' })).toMatchObject({
        entitled: true,
        type: 'quantity',
        limit: 5,
      });
      const all = await entitlements('all', { tenant: 'acme' });
      expect(Object.keys(all ?? {}).toSorted()).toEqual(['reporting', 'seats']);
      expect(await has('seats', 'nobody')).toBe('NotFoundError');
    });
  });
});
