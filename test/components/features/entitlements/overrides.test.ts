import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/engine/json.ts';
import { objectOf } from '../../../../src/engine/json-fields.ts';
import { overrideFacts } from '../../../../src/components/features/entitlements/overrides/override-facts.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { offer, startEntitlements } from './start.ts';

const now = '2026-11-20T09:00:00.000Z';
const later = '2026-11-20T10:00:00.000Z';

anyDatabase((databases) => {
  describe('overrides', () => {
    it('P12 go over the plan, upwards and downwards, until they are removed', async () => {
      const { accessTo, evaluate, override, seed, send } = await startEntitlements(await databases.shared());
      const made = await override('sso', { value: true });
      expect(made.status).toBe(201);
      const agreed = {
        tenantId: 'acme',
        entitlement: 'sso',
        value: true,
        reason: 'Contract 7',
        expiresAt: null,
        expired: false,
        createdBy: 'local',
        createdAt: now,
      };
      expect(made.json).toStrictEqual(agreed);
      expect((await override('sso', { value: true })).status).toBe(200);
      await override('api-access', { value: { limit: 50, whenExceeded: 'bill' } });
      await override('seats', { value: { min: 2, max: 'unlimited' } });
      await override('support', { value: 'community' });
      await override('analytics', { value: false });
      const source = 'override';
      expect(await evaluate()).toMatchObject({
        sso: { entitled: true, type: 'switch', source },
        'api-access': { entitled: true, limit: 50, whenExceeded: 'bill', source },
        seats: { entitled: true, min: 2, max: null, unlimited: true, source },
        support: { level: 'community', source },
        exports: { limit: 5, source: 'plan' },
      });
      const withheld = { entitled: false, type: 'switch', reason: 'override', source };
      expect(await accessTo('analytics')).toStrictEqual(withheld);
      await seed.plan('acme', 'enterprise');
      expect(await accessTo('analytics')).toStrictEqual(withheld);
      expect(await accessTo('analytics', 'globex')).toMatchObject({ requiredPlan: 'pro', source: 'plan' });
      const listed = itemsOf(await send('GET', '/v1/tenants/acme/entitlements/overrides'));
      const keys = ['analytics', 'api-access', 'seats', 'sso', 'support'];
      expect(listed.map(({ entitlement }) => entitlement)).toStrictEqual(keys);
      expect(listed[3]).toStrictEqual(agreed);
      const path = '/v1/tenants/acme/entitlements/analytics/override';
      expect((await send('DELETE', path)).status).toBe(204);
      expect(await send('DELETE', path)).toMatchObject({ status: 404, code: 'entitlement-overrides/not-found' });
      expect(await accessTo('analytics')).toMatchObject({ entitled: true, source: 'plan' });
    });

    it('end by the clock, to the millisecond and without a job', async () => {
      const { accessTo, clock, override, send } = await startEntitlements(await databases.shared());
      await override('sso', { value: true, expiresAt: '2026-11-20T12:00:00+02:00' });
      clock.advance(3_600_000 - 1);
      const agreed = { entitled: true, type: 'switch', source: 'override', expiresAt: later };
      expect(await accessTo('sso')).toStrictEqual(agreed);
      clock.advance(1);
      expect(await accessTo('sso')).toMatchObject({ entitled: false, requiredPlan: 'enterprise', source: 'plan' });
      const [listed] = itemsOf(await send('GET', '/v1/tenants/acme/entitlements/overrides'));
      expect(listed).toMatchObject({ entitlement: 'sso', expired: true, expiresAt: later });
    });

    it('raise the access version of their tenant, whoever changes them', async () => {
      const database = await databases.shared();
      const { override, send } = await startEntitlements(database);
      const version = async () => {
        const { rows } = await database.withControlPlane('read', (tx) =>
          tx.execute<{ version: string }>(sql`SELECT version FROM access_versions WHERE tenant_id = 'acme'`),
        );
        return Number(rows[0]?.version);
      };
      const start = await version();
      await override('sso', { value: true });
      expect(await version()).toBe(start + 1);
      await send('DELETE', '/v1/tenants/acme/entitlements/sso/override');
      expect(await version()).toBe(start + 2);
    });

    it('leave in the outbox what happened, with the reason', async () => {
      const database = await databases.shared();
      const { override, send } = await startEntitlements(database);
      await override('sso', { value: true, expiresAt: later });
      await send('DELETE', '/v1/tenants/acme/entitlements/sso/override');
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute(sql`SELECT type, subject, tenant_id AS tenant, payload FROM domain_events
          WHERE type LIKE 'entitlement.override%' ORDER BY id`),
      );
      const told = { subject: 'Entitlement/sso', tenant: 'acme' };
      const agreed = { value: true, reason: 'Contract 7', expiresAt: later };
      expect(rows).toMatchObject([
        { ...told, type: 'entitlement.override_set', payload: { before: null, after: agreed, author: 'local' } },
        { ...told, type: 'entitlement.override_removed', payload: { before: agreed, after: null, author: 'local' } },
      ]);
    });

    it('announce themselves to whoever keeps what flags need', async () => {
      const database = await databases.shared();
      const { override, send } = await startEntitlements(database);
      const told: (string | undefined)[] = [];
      const stop = database.subscribe((announcement) => told.push(announcement?.topic));
      await override('sso', { value: true });
      await expect.poll(() => told).toContain('overrides');
      told.length = 0;
      await send('DELETE', '/v1/tenants/acme/entitlements/sso/override');
      await expect.poll(() => told).toContain('overrides');
      stop();
    });

    it('say what a plan could say of the same entitlement, and nothing else', async () => {
      const { override } = await startEntitlements(await databases.shared());
      const unfit = 'entitlement-overrides/value-not-of-type';
      const quantity = 'a quantity takes a number from 0, `unlimited`, or `{ limit, whenExceeded }`.';
      const range = 'a range takes `{ min, max, whenExceeded }`, such as `{ min: 1, max: 50 }`.';
      const cases: readonly (readonly [string, Json, string, string, string])[] = [
        ['sso', 'yes', unfit, '/value', 'The value is a text; a switch takes `true` or `false`.'],
        ['sso', null, unfit, '/value', 'The value is `null`; a switch takes `true` or `false`.'],
        ['sso', [true], unfit, '/value', 'The value is a list; a switch takes `true` or `false`.'],
        ['api-access', true, unfit, '/value', `The value is \`true\`; ${quantity}`],
        ['api-access', -1, unfit, '/value', `The value is the number -1; ${quantity}`],
        ['api-access', null, unfit, '/value', `The value is \`null\`; ${quantity}`],
        ['api-access', [5], unfit, '/value', `The value is a list; ${quantity}`],
        ['api-access', {}, unfit, '/value', `The value is an object without fields; ${quantity}`],
        ['api-access', { most: 1 }, unfit, '/value/most', `There is no such field; ${quantity}`],
        [
          'api-access',
          { limit: -2 },
          unfit,
          '/value/limit',
          '`limit` is the number -2; it takes a number from 0, or `unlimited`.',
        ],
        [
          'api-access',
          { limit: 2, whenExceeded: 'shrug' },
          unfit,
          '/value/whenExceeded',
          '`whenExceeded` is a text; it takes `refuse`, `allow`, `bill`.',
        ],
        ['api-access', 'unlimitd', unfit, '/value', 'A quantity is a number or `unlimited` on a plan.'],
        ['api-access', { min: 1 }, unfit, '/value/min', '`min` is for a `range`; a quantity has a `limit`.'],
        ['seats', { min: 3, max: 2 }, unfit, '/value/max', 'Nothing can be chosen between 3 and 2.'],
        ['seats', { min: null }, unfit, '/value/min', '`min` is `null`; it takes a number from 0.'],
        ['seats', 5, unfit, '/value', `The value is the number 5; ${range}`],
        ['support', 'business', unfit, '/value', '`business` is not among the `levels`.'],
        [
          'support',
          '',
          unfit,
          '/value',
          'The value is an empty text; a custom entitlement takes one of its levels: `community`, `business-hours`.',
        ],
        ['suport', 'community', 'entitlements/unknown', 'entitlement', 'The environment has no entitlement suport.'],
      ];
      const answers = [];
      for (const [feature, value] of cases) {
        const { code, json } = await override(feature, { value });
        const { message, param } = objectOf(json['error']);
        answers.push([feature, value, code, param, message]);
      }
      expect(answers).toStrictEqual(cases);
    });

    it('need a reason, a future end, and a tenant', async () => {
      const { override, send } = await startEntitlements(await databases.shared());
      expect(await override('sso', { value: true, reason: ' ' })).toMatchObject({ status: 400 });
      const past = { status: 400, code: 'entitlement-overrides/expiry-in-the-past' };
      expect(await override('sso', { value: true, expiresAt: now })).toMatchObject(past);
      const nobody = { status: 404, code: 'entitlements/unknown-tenant' };
      expect(await override('sso', { value: true }, 'nowhere')).toMatchObject(nobody);
      expect(await send('GET', '/v1/tenants/nowhere/entitlements/overrides')).toMatchObject(nobody);
      expect(await send('DELETE', '/v1/tenants/nowhere/entitlements/sso/override')).toMatchObject(nobody);
    });

    it('keep texts that look like something else', async () => {
      const { accessTo, override, seed } = await startEntitlements(await databases.shared());
      await seed.resources({ 'Entitlement/tier': { type: 'custom', plans: { pro: 'x' } } });
      for (const level of ['3', 'true', '"quoted"', 'null']) {
        await override('tier', { value: level });
        expect(await accessTo('tier')).toMatchObject({ level });
      }
    });

    it('are told to rulesets as granted or not, without those that have ended', async () => {
      const database = await databases.shared();
      const { clock, override } = await startEntitlements(database);
      await override('sso', { value: true, expiresAt: '2026-11-20T11:00:00Z' });
      await override('analytics', { value: false });
      await override('seats', { value: { max: 0 } });
      await override('support', { value: 'community', expiresAt: later }, 'globex');
      const bodies = new Map(
        Object.entries(offer).flatMap(([name, body]) =>
          name.startsWith('Entitlement/') ? [[name.slice('Entitlement/'.length), body] as const] : [],
        ),
      );
      const facts = (tenantId?: string) =>
        inEnvironment(database, (session) =>
          overrideFacts(session, bodies, { now: clock.now(), ...(tenantId === undefined ? {} : { tenantId }) }),
        );
      const acme = {
        analytics: { granted: false },
        seats: { granted: false },
        sso: { granted: true, until: Date.parse('2026-11-20T11:00:00Z') },
      };
      const globex = { support: { granted: true, until: Date.parse(later) } };
      expect(await facts()).toStrictEqual(new Map(Object.entries({ acme, globex })));
      expect(await facts('globex')).toStrictEqual(new Map(Object.entries({ globex })));
      clock.advance(3_600_000);
      expect(await facts()).toStrictEqual(new Map(Object.entries({ acme })));
    });
  });
});
