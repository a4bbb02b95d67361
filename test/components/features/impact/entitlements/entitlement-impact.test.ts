import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { components } from '../../../../../src/components/index.ts';
import type { Component } from '../../../../../src/components/contract.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import type { Resource } from '../../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../../support/control-plane.ts';
import { anyDatabase } from '../../../../support/databases.ts';
import { fillDirectory, inEnvironment } from '../../../../support/directory.ts';

const plan = (key: string, from?: string) => resource('Plan', key, { name: key }, from);
const calls = (plans: JsonObject, more: JsonObject = {}) =>
  resource('Entitlement', 'api-calls', { type: 'quantity', meter: 'calls', plans, ...more });
const seats = (pro: JsonObject) => resource('Entitlement', 'seats', { type: 'range', meter: 'calls', plans: { pro } });
const meter = resource('Meter', 'calls', {});
const basis: readonly Resource[] = [plan('free'), plan('pro'), meter];

/** All components, and one that knows what tenants have used. */
function withUsage(used: Readonly<Record<string, bigint>>): readonly Component[] {
  const counting: Component = {
    name: 'counting',
    models: [],
    validators: {},
    ports: { usage: { used: async (_session, name) => (name === 'calls' ? new Map(Object.entries(used)) : null) } },
  };
  return [...components, counting];
}

anyDatabase((databases) => {
  async function start(resources: readonly Resource[], counted?: Readonly<Record<string, bigint>>) {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database, counted === undefined ? {} : { components: withUsage(counted) });
    await dream.apply(applying(desired(resources)));
    await fillDirectory(database, {
      tenants: ['globex', 'initech', 'hooli', 'wayne'],
      plans: [
        ['globex', 'pro'],
        ['initech', 'pro'],
        ['hooli', 'free'],
      ],
    });
    const insert = (statement: (environmentId: string) => SQL) =>
      inEnvironment(database, ({ environmentId, tx }) => tx.execute(statement(environmentId)));
    return {
      dream,
      plan: (...after: Resource[]) => dream.plan(desired(after), { adopt: false }),
      agree: (tenant: string, entitlement: string, value: number, expiresAt: string | null) =>
        insert(
          (environmentId) => sql`insert into entitlement_overrides
            values (${environmentId}, ${tenant}, ${entitlement}, ${value}::int::text::jsonb, 'Contract', ${expiresAt}, 'ada', now())`,
        ),
      /** In this month. */
      count: (tenant: string, entitlement: string, used: number) =>
        insert(
          (environmentId) => sql`insert into entitlement_counts
            values (${environmentId}, ${tenant}, ${entitlement}, 'monthly', date_trunc('month', now()), ${used})`,
        ),
    };
  }

  describe('the impact of entitlements', () => {
    it('names the tenants that get less and more, by their plans', async () => {
      const { plan: planOf } = await start([...basis, calls({ free: 10, pro: 50_000 })]);
      const { changes, impact } = await planOf(...basis, calls({ free: 20, pro: 40_000 }));
      expect(changes[0]?.impact).toMatchObject({
        status: 'some',
        figures: { tenantsGainingEntitlement: 1, tenantsLosingEntitlement: 2 },
        unknownFigures: ['tenantsOverLimit'],
        unknownReasons: ['how many tenants are over the new limit is not known: nobody counts calls yet'],
        effects: [
          {
            text: '2 tenants get less of it (pro 50,000 → 40,000)',
            affected: [
              { name: 'Globex', tenant: 'globex', before: 50_000, after: 40_000 },
              { name: 'Initech', tenant: 'initech' },
            ],
          },
          { text: '1 tenant gets more of it (free 10 → 20)', affected: [{ name: 'Hooli' }] },
        ],
      });
      expect(impact?.figures).toEqual({ tenantsGainingEntitlement: 1, tenantsLosingEntitlement: 2 });
    });

    it('knows who is over the new limit as soon as somebody counts', async () => {
      const { plan: planOf } = await start([...basis, calls({ pro: 50_000 })], { globex: 45_000n, initech: 40_000n });
      const { changes } = await planOf(...basis, calls({ pro: 40_000 }));
      expect(changes[0]?.impact).toMatchObject({
        reason: '2 tenants get less of it (pro 50,000 → 40,000); 1 tenant already uses more of calls than that',
        figures: { tenantsLosingEntitlement: 2, tenantsOverLimit: 1 },
      });
      expect(changes[0]?.impact.unknownFigures).toBeUndefined();
    });

    it('leaves out whoever has an override, until it expires, and tells what becomes of the override itself', async () => {
      const { agree, plan: planOf } = await start([...basis, calls({ pro: 50 }, { whenExceeded: 'bill' })]);
      await agree('globex', 'api-calls', 500, null);
      await agree('hooli', 'api-calls', 70, null);
      await agree('initech', 'api-calls', 60, '2001-01-01T00:00:00Z');
      const lowered = await planOf(...basis, calls({ pro: 40 }, { whenExceeded: 'bill' }));
      expect(lowered.changes[0]?.impact).toMatchObject({
        effects: [{ text: '1 tenant gets less of it (pro 50 → 40)', affected: [{ name: 'Initech' }] }],
      });
      const refused = await planOf(...basis, calls({ pro: 50 }));
      expect(refused.changes[0]?.impact).toMatchObject({
        effects: [
          {
            text: '3 tenants get less of it (pro 50 → 50, by override 500 → 500, by override 70 → 70)',
            affected: [
              { name: 'Globex', before: 500, after: 500 },
              { name: 'Hooli', before: 70, after: 70 },
              { name: 'Initech', before: 50, after: 50 },
            ],
          },
        ],
      });
      const deleted = await planOf(...basis);
      expect(deleted.changes[0]?.impact.figures).toEqual({ tenantsLosingEntitlement: 3 });
    });

    it('knows who is over the new limit by what was taken of the entitlement, where no meter counts', async () => {
      const exports = (pro: number) => resource('Entitlement', 'exports', { type: 'quantity', plans: { pro } });
      const { count, plan: planOf } = await start([...basis, exports(50)]);
      const before = await planOf(...basis, exports(40));
      // Nobody has taken any of it yet, which is known.
      expect(before.changes[0]?.impact).toMatchObject({ figures: { tenantsLosingEntitlement: 2 } });
      expect(before.impact?.unknownFigures).toEqual([]);
      await count('globex', 'exports', 45);
      await count('initech', 'exports', 40);
      const { changes } = await planOf(...basis, exports(40));
      expect(changes[0]?.impact).toMatchObject({
        reason: '2 tenants get less of it (pro 50 → 40); 1 tenant already uses more than that',
        figures: { tenantsLosingEntitlement: 2, tenantsOverLimit: 1 },
      });
    });

    it.each<readonly [string, Resource, Resource, readonly string[], string]>([
      ['a number that is lowered', calls({ pro: 50 }), calls({ pro: 44 }), ['Globex'], 'pro 50 → 44'],
      ['nothing left of it', calls({ pro: 50 }), calls({ pro: 0 }), ['Globex', 'Initech'], 'pro 50 → 0'],
      [
        'a number where there was no limit',
        calls({ pro: 'unlimited' }),
        calls({ pro: 40 }),
        ['Globex'],
        'pro unlimited → 40',
      ],
      [
        'the same number, no longer for sale beyond',
        calls({ pro: { limit: 40, whenExceeded: 'bill' } }),
        calls({ pro: 40 }),
        ['Globex'],
        'pro 40 then bill → 40',
      ],
      [
        'a range that ends sooner',
        seats({ min: 1, max: 50 }),
        seats({ min: 1, max: 40 }),
        ['Globex'],
        'pro 1 to 50 → 1 to 40',
      ],
      [
        'a range that begins later',
        seats({ min: 1, max: 40 }),
        seats({ min: 2, max: 40 }),
        [],
        'pro 1 to 40 → 2 to 40',
      ],
    ])('names who is over %s', async (_what, before, after, names, transition) => {
      const { plan: planOf } = await start([...basis, before], { globex: 45n, initech: 40n, hooli: 99n });
      const { changes, impact } = await planOf(...basis, after);
      const [less, over] = changes[0]?.impact.effects ?? [];
      expect(less).toMatchObject({ text: `2 tenants get less of it (${transition})`, count: 2 });
      expect(over?.affected.map(({ name }) => name) ?? []).toEqual(names);
      expect(impact?.figures['tenantsOverLimit'] ?? 0).toBe(names.length);
      const { plans } = after.body as { readonly plans: JsonObject };
      for (const one of over?.affected ?? []) expect(one.after).toEqual(plans['pro']);
      expect(changes[0]?.impact.unknownFigures).toBeUndefined();
    });

    it('counts nobody as over a limit that did not get lower, nor over one that goes', async () => {
      const { plan: planOf } = await start([...basis, calls({ pro: 10 })], { globex: 45n });
      expect((await planOf(...basis, calls({ pro: 20 }))).impact?.figures).toEqual({ tenantsGainingEntitlement: 2 });
      expect((await planOf(...basis, calls({}))).impact?.figures).toEqual({ tenantsLosingEntitlement: 2 });
    });

    it('counts who is over a limit that is new to them, on a plan that was not named before', async () => {
      const { plan: planOf } = await start([...basis, calls({ pro: 1000 })], { globex: 50n, hooli: 50n });
      const { changes, impact } = await planOf(...basis, calls({ free: 10, pro: 1000 }));
      expect(changes[0]?.impact).toMatchObject({
        reason: '1 tenant gains it (free nothing → 10); 1 tenant already uses more of calls than that',
        effects: [{}, { figure: 'tenantsOverLimit', affected: [{ name: 'Hooli', after: 10 }] }],
      });
      expect(impact?.figures).toEqual({ tenantsGainingEntitlement: 1, tenantsOverLimit: 1 });
      // Enough for what they use; nothing at all; and no end of it.
      for (const free of [50, 0, 'unlimited'])
        expect(
          (await planOf(...basis, calls({ free, pro: 1000 }))).impact?.figures['tenantsOverLimit'],
        ).toBeUndefined();
    });

    it('counts who is over the limit of an entitlement that is new', async () => {
      const { plan: planOf } = await start(basis, { globex: 45n, initech: 40n });
      const { changes } = await planOf(...basis, calls({ pro: 40 }));
      expect(changes[0]?.impact.figures).toEqual({ tenantsGainingEntitlement: 2, tenantsOverLimit: 1 });
    });

    it('leaves who is over a new limit unknown where nobody counts, and asks for an approval', async () => {
      const limits = { guardrails: { limits: { maxTenantsOverLimit: 0 } } };
      const { dream } = await start([...basis, calls({ pro: 1000 })]);
      await dream.apply(applying(desired([...basis, calls({ pro: 1000 })], limits)));
      const { changes, guardrails } = await dream.plan(desired([...basis, calls({ free: 10, pro: 1000 })], limits), {
        adopt: false,
      });
      expect(changes[0]?.impact).toMatchObject({
        unknownFigures: ['tenantsOverLimit'],
        unknownReasons: ['how many tenants are over the new limit is not known: nobody counts calls yet'],
      });
      expect(guardrails).toMatchObject([{ rule: 'maxTenantsOverLimit', outcome: 'needs-approval' }]);
    });

    it('counts nobody as over a limit that was 0 before, which they were over already', async () => {
      const { plan: planOf } = await start([...basis, calls({ pro: 0 })], { globex: 45n });
      expect((await planOf(...basis, calls({ pro: 20 }))).impact?.figures).toEqual({ tenantsGainingEntitlement: 2 });
    });

    it('knows that less is less, whatever cannot be said of when it is counted anew', async () => {
      const { plan: planOf } = await start([...basis, calls({ pro: 10 }, { resets: 'monthly' })], {});
      expect((await planOf(...basis, calls({ pro: 5 }))).changes[0]?.impact).toMatchObject({
        figures: { tenantsLosingEntitlement: 2 },
        unknownFigures: ['tenantsGainingEntitlement'],
      });
    });

    it('remembers who is still assigned to a plan whose name another one takes', async () => {
      const { dream, plan: planOf } = await start([...basis, plan('team'), calls({ pro: 10, team: 5 })]);
      await dream.apply(applying(desired([plan('free'), plan('team'), meter, calls({ team: 5 })])));
      const { impact } = await planOf(plan('free'), plan('pro', 'team'), meter, calls({ pro: 5 }));
      expect(impact?.figures).toMatchObject({ tenantsGainingEntitlement: 2, tenantsRegainingPlan: 2 });
    });

    it('tells what a new one gives, and what one that goes takes away', async () => {
      const sso = resource('Entitlement', 'sso', { type: 'switch', plans: { pro: true } });
      const { dream, plan: planOf } = await start(basis);
      expect((await planOf(...basis, sso)).changes[0]?.impact.reason).toBe('2 tenants gain it (pro nothing → on)');
      await dream.apply(applying(desired([...basis, sso])));
      expect((await planOf(...basis)).changes[0]?.impact.figures).toEqual({ tenantsLosingEntitlement: 2 });
    });

    it('counts a tenant that loses two of them once', async () => {
      const [a, b] = ['a', 'b'].map((key) => resource('Entitlement', key, { type: 'switch', plans: { pro: true } }));
      if (a === undefined || b === undefined) throw new Error('there are two');
      const { plan: planOf } = await start([...basis, a, b]);
      expect((await planOf(...basis)).impact?.figures).toEqual({ tenantsLosingEntitlement: 2 });
    });

    it('leaves tenants what they have when their plan is renamed, and keeps them on it', async () => {
      const { dream, plan: planOf } = await start([...basis, calls({ pro: 50_000 })]);
      const renamed = [plan('free'), plan('growth', 'pro'), meter, calls({ growth: 50_000 })];
      const { changes, impact } = await planOf(...renamed);
      expect(changes.map(({ action, key, impact: { reason } }) => [action, key, reason])).toEqual([
        ['rename', 'growth', '2 tenants stay on it under its new name; 1 live resource refers to it'],
        ['update', 'api-calls', 'every tenant gets the same of it as before'],
      ]);
      expect(impact?.figures).toEqual({ references: 1, tenantsOnChangedPlan: 2 });
      await dream.apply(applying(desired(renamed)));
      const less = await planOf(plan('free'), plan('growth'), meter, calls({ growth: 1 }));
      expect(less.impact?.figures).toEqual({ tenantsLosingEntitlement: 2 });
      const back = await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
      expect(back.changeset.changes[0]?.impact.figures).toMatchObject({ tenantsOnChangedPlan: 2 });
      expect((await planOf(...basis, calls({ pro: 1 }))).impact?.figures).toEqual({ tenantsLosingEntitlement: 2 });
    });

    it('is none where no tenant is on the plan', async () => {
      const team = plan('team');
      const { plan: planOf } = await start([...basis, team, calls({ team: 10 })]);
      expect((await planOf(...basis, team, calls({ team: 5 }))).changes[0]?.impact).toEqual({
        status: 'none',
        reason: 'no tenant is on a plan that grants it',
      });
    });
  });
});
