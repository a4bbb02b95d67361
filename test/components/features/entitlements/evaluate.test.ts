import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { startSignedIn } from '../../../support/signed-in.ts';
import { connectTo, offer, startEntitlements } from './start.ts';

const daily = '2026-11-21T00:00:00.000Z';
const monthly = '2026-12-01T00:00:00.000Z';

anyDatabase((databases) => {
  describe('what a tenant has', () => {
    it('P12 FR-F002 is answered for each feature by the plan that the tenant is on, with what it has used', async () => {
      const { evaluate, use } = await startEntitlements(await databases.shared());
      expect((await use('api-access', 3421)).status).toBe(200);
      const plan = { source: 'plan' } as const;
      const counted = { used: 0, resetsAt: daily, ...plan };
      expect(await evaluate(['analytics', 'api-access', 'sso', 'seats', 'support', 'exports'])).toStrictEqual({
        analytics: { entitled: true, type: 'switch', ...plan },
        'api-access': {
          entitled: true,
          type: 'quantity',
          limit: 10_000,
          used: 3421,
          remaining: 6579,
          whenExceeded: 'refuse',
          resetsAt: monthly,
          ...plan,
        },
        sso: { entitled: false, type: 'switch', requiredPlan: 'enterprise', reason: 'plan_restriction', ...plan },
        seats: {
          entitled: true,
          type: 'range',
          min: 1,
          max: 3,
          used: 0,
          remaining: 3,
          whenExceeded: 'refuse',
          ...plan,
        },
        support: { entitled: true, type: 'custom', level: 'business-hours', ...plan },
        exports: { entitled: true, type: 'quantity', limit: 5, remaining: 5, whenExceeded: 'bill', ...counted },
      });
      expect(Object.keys(await evaluate())).toStrictEqual([
        'analytics',
        'api-access',
        'exports',
        'seats',
        'sso',
        'support',
      ]);
    });

    it('P12 has no limit where the plan says so, and nothing at all on no plan', async () => {
      const { evaluate, seed, send } = await startEntitlements(await databases.shared());
      await seed.plan('acme', 'enterprise');
      const amount = { entitled: true, unlimited: true, used: 0, whenExceeded: 'refuse', source: 'plan' };
      expect(await evaluate(['api-access', 'seats'])).toStrictEqual({
        'api-access': { ...amount, type: 'quantity', limit: null, resetsAt: monthly },
        seats: { ...amount, type: 'range', min: 20, max: null },
      });
      await send('DELETE', '/v1/tenants/acme/plan');
      const refused = { entitled: false, reason: 'plan_restriction', source: 'plan' };
      expect(await evaluate(['api-access', 'seats', 'support'])).toStrictEqual({
        'api-access': { ...refused, type: 'quantity', requiredPlan: 'free' },
        seats: { ...refused, type: 'range', requiredPlan: 'pro' },
        support: { ...refused, type: 'custom', requiredPlan: 'free' },
      });
    });

    it('is answered for keys that no entitlement has, whatever they are', async () => {
      const { evaluate } = await startEntitlements(await databases.shared());
      const unknown = { entitled: false, type: 'unknown', reason: 'unknown_entitlement' };
      const answer = await evaluate(['analytics', 'analitics', '__proto__', 'constructor', 'not a key']);
      expect(JSON.stringify(answer)).toBe(
        JSON.stringify({
          analytics: { entitled: true, type: 'switch', source: 'plan' },
          analitics: unknown,
          ['__proto__']: unknown,
          constructor: unknown,
          'not a key': unknown,
        }),
      );
    });

    it('is asked of one tenant, which the header or the body names', async () => {
      const { admin, call } = await startEntitlements(await databases.shared());
      const cases: readonly (readonly [Readonly<Record<string, string>>, JsonObject, number, string | null])[] = [
        [{}, {}, 400, 'entitlements/tenant-missing'],
        [{ 'x-tenant-id': 'acme' }, { tenantId: 'globex' }, 400, 'entitlements/tenant-mismatch'],
        [{}, { tenantId: 'nowhere' }, 404, 'entitlements/unknown-tenant'],
        [{ 'x-tenant-id': 'acme' }, {}, 200, null],
        [{ 'x-tenant-id': 'acme' }, { tenantId: 'acme', features: [] }, 200, null],
        [{}, { tenantId: 'acme', features: [''] }, 400, 'request/invalid'],
      ];
      const answers = [];
      for (const [headers, body] of cases) {
        const { status, code } = await call('POST', '/v1/entitlements/evaluate', {
          headers: { ...admin(), ...headers },
          body,
        });
        answers.push([headers, body, status, code]);
      }
      expect(answers).toStrictEqual(cases);
    });

    it('P12 is told to its people by their token, and nobody is told of another tenant', async () => {
      const server = await startSignedIn(await databases.shared());
      const { 'Plan/free': _, 'Plan/pro': __, ...others } = offer;
      await applyResources(server, others);
      const { headers } = await server.key({ type: 'publishable', scopes: ['entitlements:read'] });
      const ada = { ...(await server.as('ada')), ...headers };
      const ask = (body: { readonly tenantId?: string }) =>
        server.call('POST', '/v1/entitlements/evaluate', { headers: ada, body: { features: ['analytics'], ...body } });
      const own = { analytics: { entitled: true, type: 'switch', source: 'plan' } };
      expect((await ask({})).json).toStrictEqual(own);
      expect((await ask({ tenantId: 'acme' })).json).toStrictEqual(own);
      expect(await ask({ tenantId: 'globex' })).toMatchObject({ status: 400, code: 'entitlements/tenant-mismatch' });
      const alone = await server.call('POST', '/v1/entitlements/evaluate', { headers, body: {} });
      expect(alone).toMatchObject({ status: 403 });
      const taken = await server.call('POST', '/v1/entitlements/use', { headers: ada, body: { feature: 'exports' } });
      expect(taken).toMatchObject({ status: 403 });
    });
  });
});

describe('two servers on one database', () => {
  const databases = useDatabases('postgres');

  it('SC-005 feel a change of plan, of an override and of the configuration with the next request, whoever made it', async () => {
    const database = await databases.shared();
    const here = await startEntitlements(database);
    const there = await connectTo(database);
    const sso = async () => JSON.stringify(await there.accessTo('sso'));
    const has = JSON.stringify({ entitled: true, type: 'switch', source: 'plan' });
    for (let round = 0; round < 10; round += 1) {
      await here.seed.plan('acme', 'enterprise');
      expect(await sso()).toBe(has);
      await here.override('sso', { value: false });
      expect(await sso()).toContain('"reason":"override"');
      await here.send('DELETE', '/v1/tenants/acme/entitlements/sso/override');
      await here.seed.plan('acme', 'pro');
      expect(await sso()).toContain('"requiredPlan":"enterprise"');
      await applyResources(here, { ...offer, 'Entitlement/sso': { type: 'switch', plans: { pro: true } } });
      expect(await sso()).toBe(has);
      await applyResources(here, offer);
      expect(await sso()).toContain('"requiredPlan":"enterprise"');
    }
  });
});
