// What the SDK for Python answers by itself, held against a server that changes its mind.
import { describe, expect, test } from 'vitest';
import { isJsonObject } from '../../../src/engine/json.ts';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { textOf } from '../../support/test-server.ts';
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

    test('P03 have the decision log know what they answered by themselves', async () => {
      const server = await flagServer(await databases.shared());
      await server.apply(access(['invoice:read']));
      for (const id of ['acme', 'globex']) await server.send('POST', '/v1/tenants', { id, name: id });
      const { permissions } = startLiveProgram(kind, server.url, (await server.key('secret')).key);
      expect(await permissions('ready', { timeout: 60 })).toBe(true);
      const roleSlugs = ['viewer'];
      const who = { roleSlugs, sub: 'ada', tenantId: 'acme' };
      const subject = { type: 'service-account', id: 'svc_1' };
      expect(await permissions('can', { who, permission: 'invoice:read', resource: { id: '42' } })).toBe('yes');
      expect(await permissions('check', { who, permission: 'invoice:delete', subject, tenant: 'globex' })).toBe(false);
      expect(await permissions('check', { who: roleSlugs, permission: 'invoice:read', subject, tenant: 'gone' })).toBe(
        true,
      );
      // Of nobody, and of a tenant that nobody names: the one is not reported, the other harms none of the rest.
      expect(await permissions('can', { who: roleSlugs, permission: 'invoice:read' })).toBe('yes');
      expect(await permissions('can', { who: { roleSlugs, sub: 'bob' }, permission: 'invoice:read' })).toBe('yes');
      const revision = await permissions('revision');
      await permissions('flush');
      const { json } = await server.call('GET', '/v1/access/decisions', server.admin);
      const { data } = json;
      const entries = Array.isArray(data) ? data.filter(isJsonObject) : [];
      const log = entries.map(({ id: _id, decidedAt: _at, requestId: _request, ...rest }) => rest);
      const common = { grant: null, refusal: null, reported: true, policyRevision: revision };
      const deleting = { type: 'invoice', id: null };
      expect(log.toSorted((one, other) => (textOf(one['tenant']) < textOf(other['tenant']) ? -1 : 1))).toEqual([
        {
          ...common,
          tenant: 'acme',
          subject: { type: 'user', id: 'ada' },
          action: 'read',
          resource: { type: 'invoice', id: '42' },
          allowed: true,
        },
        { ...common, tenant: 'globex', subject, action: 'delete', resource: deleting, allowed: false },
      ]);
      expect(await permissions('problems')).toEqual([
        'decisions were not logged, since there are no such tenants: gone',
        expect.stringMatching(/^1 decision was not reported: ValidationError: 400 access\/tenant-missing: /u),
      ]);
    });

    test('P03 answer on where their key may write no decisions', async () => {
      const server = await flagServer(await databases.shared());
      await server.apply(access(['invoice:read']));
      const scopes = ['access:read', 'events:read'];
      const { key } = await server.send('POST', '/v1/keys', { type: 'secret', name: 'reads', scopes });
      const { permissions } = startLiveProgram(kind, server.url, textOf(key));
      expect(await permissions('ready', { timeout: 60 })).toBe(true);
      const who = { roleSlugs: ['viewer'], sub: 'ada', tenantId: 'acme' };
      for (let count = 0; count < 2; count += 1) {
        expect(await permissions('can', { who, permission: 'invoice:read' })).toBe('yes');
        await permissions('flush');
      }
      expect(await permissions('problems')).toEqual([
        expect.stringMatching(/^decisions are not reported any more: AuthorizationError: 403 auth\/scope-missing: /u),
      ]);
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
