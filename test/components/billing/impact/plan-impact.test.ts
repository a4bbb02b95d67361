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

    it.each<readonly [string, JsonObject, readonly string[], readonly [more: readonly string[], named: string]]>([
      [
        'appears in a currency that a tenant pays in',
        { USD: { monthly: '49.00' }, INR: { monthly: '99999.00' } },
        ['there was no price in INR before'],
        [['tenantsPayingLess', 'tenantsPayingMore'], '1 tenant pays'],
      ],
      [
        'is replaced by one in another currency',
        { INR: { monthly: '99999.00' } },
        ['there is no price in USD any more', 'there was no price in INR before'],
        [['tenantsPayingLess', 'tenantsPayingMore'], '3 tenants pay'],
      ],
      ['appears in a cycle that nobody pays by yet', { USD: { monthly: '49.00', annual: '490.00' } }, [], [[], '']],
      [
        'is left only for the other cycle',
        { USD: { annual: '490.00' } },
        ['there is no monthly price in USD any more'],
        [['tenantsPayingLess', 'tenantsPayingMore'], '2 tenants pay'],
      ],
      [
        'appears in a currency that nobody pays in',
        { USD: { monthly: '49.00' }, EUR: { monthly: '45' } },
        [],
        [[], ''],
      ],
    ])('IN-1 says who may pay more or less where a price %s', async (_, prices, whys, [figures, who]) => {
      const sold = (by: JsonObject, more: JsonObject = now) => resource('Plan', 'pro', { prices: by, ...more });
      const { impactOf } = await start(sold({ USD: { monthly: '49.00' } }));
      const told = await impactOf(sold(prices));
      const reason = `whether ${who} more or less at once is not known: ${whys.join(', ')}`;
      expect(told?.reason).toBe(['3 tenants are on it', ...(whys.length === 0 ? [] : [reason, revenue])].join('; '));
      expect(told?.unknownFigures ?? []).toEqual([...(whys.length === 0 ? [] : ['monthlyRevenue']), ...figures]);
    });

    it('IN-1 leaves open only who pays less where a price appears and tenants keep theirs', async () => {
      const { impactOf } = await start(resource('Plan', 'pro', { prices: { USD: { monthly: '49.00' } } }));
      expect(await impactOf(pro('59.00', '99999.00'))).toMatchObject({
        figures: { tenantsKeepingPrice: 2 },
        unknownFigures: ['monthlyRevenue', 'tenantsPayingLess'],
        unknownReasons: [
          'whether 1 tenant pays less than the price it keeps is not known: there was no price in INR before',
          revenue,
        ],
      });
    });

    it('leaves open who pays more where seats get a price, and names three prices at most', async () => {
      const prices = { USD: { monthly: '49.00' }, INR: { monthly: '1999.00' } };
      const { impactOf } = await start(resource('Plan', 'pro', { prices, seats: { included: 5 }, ...now }));
      const seats = { included: 5, prices: { USD: { monthly: '9.00' }, INR: { monthly: '199.00' } } };
      const seat = 'there was no monthly price of a seat in';
      expect((await impactOf(resource('Plan', 'pro', { prices, seats, ...now })))?.unknownReasons).toContain(
        `whether 3 tenants pay more or less at once is not known: ${seat} USD before, ${seat} INR before`,
      );
      const others = Object.fromEntries(
        ['CHF', 'EUR', 'GBP', 'JPY'].map((currency) => [currency, { monthly: '5.00' }]),
      );
      const sold = resource('Plan', 'pro', { prices: others, ...now });
      const { impactOf: withoutPrices } = await start(resource('Plan', 'pro', now));
      const agreed = 'whether 1 tenant pays more or less at once is not known';
      expect((await withoutPrices(sold))?.unknownReasons).toContain(
        `${agreed}: ${['CHF', 'EUR', 'GBP'].map((currency) => `there was no price in ${currency} before`).join(', ')} and 1 more`,
      );
    });

    it('names who must leave a plan that is archived, and who may stay where it is not any more', async () => {
      const { dream, impactOf } = await start(pro('49.00', '1999.00'));
      const archived = pro('49.00', '1999.00', { state: 'archived' });
      expect(await impactOf(archived)).toMatchObject({
        reason: '3 tenants lose their plan as it is archived, and must be moved to another',
        figures: { tenantsLosingPlan: 3 },
      });
      const legacy = pro('49.00', '1999.00', { state: 'legacy' });
      expect((await impactOf(legacy))?.figures).toEqual({ tenantsOnChangedPlan: 3 });
      await dream.apply(applying(desired([archived])));
      expect(await impactOf(legacy)).toMatchObject({
        reason: '3 tenants are still on it, and may stay',
        figures: { tenantsRegainingPlan: 3 },
      });
      expect(await impactOf()).toMatchObject({ figures: { tenantsLosingPlan: 3 } });
      const { changeset } = await dream.rollback({ to: 1, dryRun: false, author: 'ada' });
      expect(changeset.impact?.figures).toEqual({ tenantsRegainingPlan: 3 });
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
