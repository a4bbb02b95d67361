import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import type { Resource } from '../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../support/control-plane.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { fillDirectory, inEnvironment } from '../../../support/directory.ts';

const pro = (usd: string, inr: string, more: JsonObject = {}) =>
  resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: usd }, INR: { monthly: inr } }, ...more });
const now = { transition: { existing: 'now' } };
const revenue = 'how revenue moves is not known: nobody keeps subscriptions yet';

eachDatabase((databases) => {
  async function start(...resources: Resource[]) {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database);
    await dream.apply(applying(desired(resources)));
    const tenants = ['globex', 'initech', 'hooli'];
    await fillDirectory(database, { tenants, plans: tenants.map((tenant) => [tenant, 'pro']) });
    await inEnvironment(database, ({ tx }) =>
      tx.execute(sql`
        delete from tenants where id in ('globex', 'initech')`),
    );
    await inEnvironment(database, ({ environmentId, tx }) =>
      tx.execute(sql`
        insert into tenants (environment_id, id, name, currency, attributes, created_at, updated_at)
        values (${environmentId}, 'globex', 'Globex', 'USD', '{}', now(), now()),
          (${environmentId}, 'initech', 'Initech', 'INR', '{}', now(), now())`),
    );
    const impactOf = async (...after: Resource[]) =>
      (await dream.plan(desired(after), { adopt: false })).changes[0]?.impact;
    return { dream, impactOf };
  }

  describe('the impact of plans', () => {
    it('names who pays more in their own currency, and says that revenue is not known', async () => {
      const { impactOf } = await start(pro('49.00', '1999.00', now));
      expect(await impactOf(pro('59.00', '1999.00', now))).toMatchObject({
        reason: `2 tenants pay more at once; ${revenue}`,
        figures: { tenantsPayingMore: 2 },
        unknownFigures: ['monthlyRevenue'],
        effects: [{ affected: [{ name: 'Globex', tenant: 'globex' }, { name: 'Hooli' }] }],
      });
      expect(await impactOf(pro('49.00', '999.00', now))).toMatchObject({ figures: { tenantsPayingLess: 2 } });
    });

    it('knows that tenants keep their price unless the plan says otherwise', async () => {
      const { impactOf } = await start(pro('49.00', '1999.00'));
      expect((await impactOf(pro('59.00', '2999.00')))?.reason).toBe(`3 tenants keep the price they have; ${revenue}`);
      const later = { transition: { existing: 'at-renewal' } };
      expect((await impactOf(pro('59.00', '2999.00', later)))?.figures).toEqual({ tenantsPayingMore: 3 });
    });

    it('leaves open what seats and usage will cost', async () => {
      const { impactOf } = await start(pro('49.00', '1999.00', { seats: { included: 5 } }));
      expect(await impactOf(pro('49.00', '1999.00', { seats: { included: 3 } }))).toMatchObject({
        reason: '3 tenants are on it; who pays more or less for seats and usage is not known: nobody counts them yet',
        unknownFigures: ['tenantsPayingLess', 'tenantsPayingMore'],
      });
    });

    it('names who loses a plan that is deleted, and who has it again', async () => {
      const { dream, impactOf } = await start(pro('49.00', '1999.00'), resource('Plan', 'free'));
      expect(await impactOf(resource('Plan', 'free'))).toMatchObject({
        reason: '3 tenants lose their plan',
        figures: { tenantsLosingPlan: 3 },
      });
      await dream.apply(applying(desired([resource('Plan', 'free')])));
      expect(await impactOf(pro('49.00', '1999.00'), resource('Plan', 'free'))).toMatchObject({
        figures: { tenantsRegainingPlan: 3 },
      });
    });

    it('is none where nobody is on the plan, or where nobody would see the difference', async () => {
      const free = (name: string, more: JsonObject = {}) => resource('Plan', 'free', { name, ...more });
      const { impactOf } = await start(free('Free'));
      expect(await impactOf(free('Free of charge'))).toMatchObject({ status: 'none' });
      expect(await impactOf(free('Free', { rank: 3 }))).toEqual({ status: 'none', reason: 'no tenant is on it' });
    });
  });
});
