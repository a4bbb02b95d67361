import { describe, expect, it } from 'vitest';
import { components } from '../../../../../src/components/index.ts';
import type { Component } from '../../../../../src/components/contract.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import type { Resource } from '../../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../../support/control-plane.ts';
import { eachDatabase } from '../../../../support/databases.ts';
import { fillDirectory } from '../../../../support/directory.ts';

const plan = (key: string, from?: string) => resource('Plan', key, { name: key }, from);
const calls = (plans: JsonObject, more: JsonObject = {}) =>
  resource('Entitlement', 'api-calls', { type: 'quantity', meter: 'calls', plans, ...more });
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

eachDatabase((databases) => {
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
    return { dream, plan: (...after: Resource[]) => dream.plan(desired(after), { adopt: false }) };
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
