import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createEvaluator } from '../../../../src/components/features/evaluation/index.ts';
import {
  applyRulesetPatch,
  type RulesetPatch,
  type VersionedRuleset,
} from '../../../../src/components/features/evaluation/ruleset-patch.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { startSignedIn } from '../../../support/signed-in.ts';
import { readEvents } from './support/read-events.ts';

anyDatabase((databases) => {
  it('SC-005 with more tenants than a ruleset tells of, nobody is answered by a plan that is not theirs', async () => {
    const database = await databases.shared();
    const server = await startSignedIn(database);
    const { seed } = server;
    await seed.resources({
      'Entitlement/reporting': { type: 'switch', plans: { pro: true } },
      'Flag/reports': { variations: { on: true, off: false }, entitlement: 'reporting', fallthrough: 'on' },
    });
    await seed.plan('globex', 'free');
    const setPlans = (statement: 'fill' | 'empty') =>
      inEnvironment(database, async ({ announce, environmentId, tx }) => {
        await tx.execute(
          statement === 'empty'
            ? sql`DELETE FROM tenant_plans WHERE tenant_id LIKE 'crowd-%'`
            : sql`INSERT INTO tenant_plans (environment_id, tenant_id, plan, assigned_by, assigned_at)
                SELECT ${environmentId}, 'crowd-' || n, 'free', 'test', now() FROM generate_series(1, 9999) AS n`,
        );
        announce('plans');
      });
    const agreed = { value: true, reason: 'a trial' };
    const path = '/v1/tenants/globex/entitlements/reporting/override';
    expect(await server.call('PUT', path, { headers: server.admin(), body: agreed })).toMatchObject({ status: 201 });

    const url = await server.server.listen({ host: '127.0.0.1', port: 0 });
    const { headers: secret } = await server.key();
    const stream = await readEvents(`${url}/v1/flag-ruleset/stream`, secret);
    const first = (await stream.next())?.data as unknown as VersionedRuleset;
    const agreement = { overrides: { reporting: { granted: true } } };
    expect([first.ruleset.plans, first.ruleset.tenants]).toEqual([
      undefined,
      { acme: { plan: 'pro' }, globex: { plan: 'free', ...agreement } },
    ]);
    // 10,001 tenants are on a plan.
    await setPlans('fill');
    const crowded = applyRulesetPatch(first, (await stream.next())?.data as unknown as RulesetPatch);
    expect([crowded?.ruleset.plans, crowded?.ruleset.tenants]).toEqual(['in-context', { globex: agreement }]);
    const whole = (await server.call('GET', '/v1/flag-ruleset', { headers: secret })).json;
    expect(whole['ruleset']).toMatchObject({ plans: 'in-context', tenants: { globex: agreement } });

    // In one's own process: by what the context says, and by nothing where it says nothing.
    const local = createEvaluator(crowded?.ruleset);
    const here = (tenant: JsonObject) => {
      const { errorCode, reason, value } = local.evaluate('reports', { tenant });
      return [reason, value, errorCode];
    };
    expect(here({ key: 'acme', plan: 'pro' })).toEqual(['DEFAULT', true, undefined]);
    expect(here({ key: 'acme', plan: 'free' })).toEqual(['plan_restriction', false, undefined]);
    expect(here({ key: 'acme' })).toEqual(['ERROR', undefined, 'INVALID_CONTEXT']);
    expect(here({ key: 'globex' })).toEqual(['DEFAULT', true, undefined]);
    expect(here({})).toEqual(['plan_restriction', false, undefined]);

    // Remotely: by the plan that the server finds, for every kind of caller.
    const { headers: page } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const asked = async (headers: Readonly<Record<string, string>>, tenant: JsonObject) => {
      const { json } = await server.call('POST', '/v1/flag-evaluations', { headers, body: { context: { tenant } } });
      const { reason, value } = ((json['flags'] ?? {}) as { readonly [key: string]: JsonObject })['reports'] ?? {};
      return [reason, value];
    };
    expect(await asked(secret, { key: 'acme' })).toEqual(['DEFAULT', true]);
    expect(await asked(secret, { key: 'crowd-1' })).toEqual(['plan_restriction', false]);
    expect(await asked(secret, { key: 'nobody' })).toEqual(['plan_restriction', false]);
    expect(await asked({ ...(await server.as('ada')), ...page }, { plan: 'free' })).toEqual(['DEFAULT', true]);
    expect(await asked(page, { key: 'acme', plan: 'pro' })).toEqual(['plan_restriction', false]);

    // A browser is told of the plan of its own tenant, and of no other.
    const browser = await readEvents(`${url}/v1/flag-ruleset/stream`, { ...(await server.as('ada')), ...page });
    const told = async () => (await browser.next())?.data['version'];
    const versionNow = async () => {
      const headers = { ...(await server.as('ada')), ...page };
      return (await server.call('POST', '/v1/flag-evaluations', { headers, body: {} })).json['version'];
    };
    const before = await told();
    expect(before).toBe(await versionNow());
    await seed.plan('globex', 'pro');
    await seed.plan('acme', 'free');
    const after = await told();
    expect(after).not.toBe(before);
    expect(after).toBe(await versionNow());
    expect(await asked({ ...(await server.as('ada')), ...page }, {})).toEqual(['plan_restriction', false]);
    await seed.plan('acme', 'pro');
    expect(await told()).toBe(before);
    await seed.plan('globex', 'free');

    await setPlans('empty');
    const again = crowded && applyRulesetPatch(crowded, (await stream.next())?.data as unknown as RulesetPatch);
    expect(again?.ruleset).toMatchObject({ tenants: first.ruleset.tenants });
    expect(again?.ruleset).not.toHaveProperty('plans');
  });

  it('SC-005 conditions on the plan of a tenant see it without a gate too, and browsers are told when it changes', async () => {
    const server = await startSignedIn(await databases.shared());
    const { seed } = server;
    await seed.resources({
      'Flag/reports': {
        variations: { on: true, off: false },
        rules: [{ if: { not: { 'tenant.plan': 'free' }, 'tenant.plan': { exists: true } }, serve: 'on' }],
        fallthrough: 'off',
      },
    });
    const { headers: secret } = await server.key();
    const { headers: page } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const user = { ...(await server.as('ada')), ...page };
    const asked = async (headers: Readonly<Record<string, string>>, context: JsonObject) => {
      const { json } = await server.call('POST', '/v1/flag-evaluations', { headers, body: { context } });
      return ((json['flags'] ?? {}) as { readonly [key: string]: JsonObject })['reports']?.['value'];
    };
    expect(await asked(secret, { tenant: { key: 'acme' } })).toBe(true);
    expect(await asked(secret, { tenant: { key: 'acme', plan: 'free' } })).toBe(false);
    expect(await asked(secret, { tenant: { key: 'globex' } })).toBe(false);
    expect(await asked(user, {})).toBe(true);
    const url = await server.server.listen({ host: '127.0.0.1', port: 0 });
    const browser = await readEvents(`${url}/v1/flag-ruleset/stream`, user);
    const before = (await browser.next())?.data['version'];
    await seed.plan('acme', 'free');
    expect((await browser.next())?.data['version']).not.toBe(before);
    expect(await asked(user, {})).toBe(false);
  });
});
