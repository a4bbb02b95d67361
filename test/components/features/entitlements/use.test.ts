import { describe, expect, it } from 'vitest';
import { bindPorts } from '../../../../src/app/bind-ports.ts';
import { quotaOf } from '../../../../src/components/features/entitlements/counts/quota-of.ts';
import type { Quota } from '../../../../src/components/ports.ts';
import { components } from '../../../../src/components/index.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { connectTo, startEntitlements } from './start.ts';

const tomorrow = '2026-11-21T00:00:00.000Z';

anyDatabase((databases) => {
  describe('using what a tenant may', () => {
    it('P12 lets exactly as many through as there are, of many at once on two servers', async () => {
      const database = await databases.shared();
      const here = await startEntitlements(database);
      const there = await connectTo(database);
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? here : there).use('exports', 1, 'globex')),
      );
      const allowed = answers.filter(({ json }) => json['allowed'] === true);
      expect(allowed).toHaveLength(20);
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      expect(await here.accessTo('exports', 'globex')).toMatchObject({ used: 20, remaining: 0, limit: 20 });
    });

    it('takes all of an amount or nothing of it, and says what is left', async () => {
      const { use } = await startEntitlements(await databases.shared());
      const access = { entitled: true, type: 'quantity', limit: 20, whenExceeded: 'refuse', source: 'plan' };
      const resetsAt = tomorrow;
      expect((await use('exports', 18, 'globex')).json).toStrictEqual({
        allowed: true,
        access: { ...access, used: 18, remaining: 2, resetsAt },
      });
      const refused = { allowed: false, access: { ...access, used: 18, remaining: 2, resetsAt } };
      expect((await use('exports', 3, 'globex')).json).toStrictEqual(refused);
      expect((await use('exports', 21, 'globex')).json).toStrictEqual(refused);
      expect((await use('exports', 2, 'globex')).json).toMatchObject({ allowed: true, access: { remaining: 0 } });
    });

    it('goes beyond a limit that bills or allows, and never stops where there is none', async () => {
      const { seed, use } = await startEntitlements(await databases.shared());
      expect((await use('exports', 7)).json).toMatchObject({
        allowed: true,
        access: { limit: 5, used: 7, remaining: 0, whenExceeded: 'bill' },
      });
      await seed.plan('acme', 'enterprise');
      expect((await use('exports', 7)).json).toMatchObject({
        allowed: true,
        access: { limit: 5, used: 14, whenExceeded: 'allow' },
      });
      const most = 1_000_000_000;
      expect((await use('api-access', most)).json).toMatchObject({
        allowed: true,
        access: { limit: null, unlimited: true, used: most },
      });
    });

    it('counts below a limit that is larger than any count', async () => {
      const { override, use } = await startEntitlements(await databases.shared());
      await override('exports', { value: 1e21 });
      expect(await use('exports', 7)).toMatchObject({
        status: 200,
        json: { allowed: true, access: { limit: 1e21, used: 7, whenExceeded: 'refuse' } },
      });
    });

    it('takes nothing of what the tenant does not have, and says which plan it would need', async () => {
      const { use } = await startEntitlements(await databases.shared());
      expect((await use('seats', 1, 'globex')).json).toStrictEqual({
        allowed: false,
        access: { entitled: false, type: 'range', requiredPlan: 'pro', reason: 'plan_restriction', source: 'plan' },
      });
      expect(await use('sso')).toMatchObject({ status: 400, code: 'entitlements/not-counted' });
      const misspelt = await use('export');
      expect(misspelt).toMatchObject({ status: 404, code: 'entitlements/unknown' });
      expect(misspelt.json['error']).toMatchObject({ param: '/feature', details: { hint: 'Did you mean `exports`?' } });
      expect(await use('exports', 1, 'nowhere')).toMatchObject({ status: 404, code: 'entitlements/unknown-tenant' });
      for (const amount of [0, -1, 0.5]) expect(await use('exports', amount)).toMatchObject({ status: 400 });
    });

    it('takes nothing twice for a request that is sent again', async () => {
      const { accessTo, admin, call } = await startEntitlements(await databases.shared());
      const headers = { ...admin(), 'idempotency-key': 'export-42' };
      const body = { tenantId: 'acme', feature: 'exports', amount: 2 };
      const first = await call('POST', '/v1/entitlements/use', { headers, body });
      const second = await call('POST', '/v1/entitlements/use', { headers, body });
      expect(second.json).toStrictEqual(first.json);
      expect(await accessTo('exports')).toMatchObject({ used: 2 });
    });

    it('starts again from zero with the next period, by the clock and without a job', async () => {
      const { accessTo, clock, use } = await startEntitlements(await databases.shared());
      await use('exports', 20, 'globex');
      clock.advance(15 * 3_600_000 - 1);
      expect((await use('exports', 1, 'globex')).json).toMatchObject({ allowed: false });
      clock.advance(1);
      const next = { used: 0, remaining: 20, resetsAt: '2026-11-22T00:00:00.000Z' };
      expect(await accessTo('exports', 'globex')).toMatchObject(next);
      expect((await use('exports', 20, 'globex')).json).toMatchObject({ allowed: true });
      expect((await use('exports', 1, 'globex')).json).toMatchObject({ allowed: false });
    });

    it('does not begin a period anew for a server whose clock is behind', async () => {
      const database = await databases.shared();
      const here = await startEntitlements(database);
      const behind = await connectTo(database);
      here.clock.advance(15 * 3_600_000);
      await here.use('exports', 15, 'globex');
      expect((await behind.use('exports', 6, 'globex')).json).toMatchObject({ allowed: false, access: { used: 15 } });
      expect((await behind.use('exports', 5, 'globex')).json).toMatchObject({
        allowed: true,
        access: { used: 20, resetsAt: '2026-11-22T00:00:00.000Z' },
      });
      expect((await here.use('exports', 1, 'globex')).json).toMatchObject({ allowed: false });
    });

    it('gives back what exists no more, and only that', async () => {
      const { send, use } = await startEntitlements(await databases.shared());
      const release = (feature: string, amount: number) =>
        send('POST', '/v1/entitlements/release', { tenantId: 'acme', feature, amount });
      expect((await use('seats', 3)).json).toMatchObject({ allowed: true });
      expect((await use('seats')).json).toMatchObject({ allowed: false });
      expect((await release('seats', 1)).json).toMatchObject({ released: 1, access: { used: 2, remaining: 1 } });
      expect((await use('seats')).json).toMatchObject({ allowed: true });
      expect((await release('seats', 9)).json).toMatchObject({ released: 3, access: { used: 0 } });
      expect((await release('seats', 1)).json).toMatchObject({ released: 0, access: { used: 0 } });
      expect(await release('exports', 1)).toMatchObject({ status: 400, code: 'entitlements/not-releasable' });
      expect(await release('sso', 1)).toMatchObject({ status: 400, code: 'entitlements/not-counted' });
    });
  });

  describe('a quota of billing', () => {
    it('is asked first, and what it does not count is counted here', async () => {
      const database = await databases.shared();
      await startEntitlements(database);
      const asked: string[] = [];
      const metered: Quota = {
        use: (_session, { entitlement }) => {
          asked.push(`use ${entitlement}`);
          return Promise.resolve(entitlement === 'api-access' ? { taken: true, used: 7n, resetsAt: null } : null);
        },
        used: (_session, counted) => {
          const known = counted.filter(({ meter }) => meter === 'api-calls');
          return Promise.resolve(new Map(known.map(({ entitlement }) => [entitlement, { used: 7n, resetsAt: null }])));
        },
        release: (_session, { entitlement }) => {
          asked.push(`release ${entitlement}`);
          return Promise.resolve(null);
        },
      };
      const quota = quotaOf({ ...bindPorts(components), quota: metered });
      const now = new Date('2026-11-20T09:00:00Z');
      const calls = { tenantId: 'acme', entitlement: 'api-access', meter: 'api-calls', resets: 'period' };
      const seats = { tenantId: 'acme', entitlement: 'seats', resets: 'never' };
      const found = await inEnvironment(database, async (session) => {
        const taking = { amount: 2n, limit: 3n, now };
        const taken = [await quota.use(session, calls, taking), await quota.use(session, seats, taking)];
        const given = await quota.release(session, seats, { amount: 1n, now });
        return { taken, given, used: await quota.used(session, [calls, seats], now) };
      });
      expect(found).toStrictEqual({
        taken: [
          { taken: true, used: 7n, resetsAt: null },
          { taken: true, used: 2n, resetsAt: null },
        ],
        given: { released: 1n, used: 1n, resetsAt: null },
        used: new Map([
          ['api-access', { used: 7n, resetsAt: null }],
          ['seats', { used: 1n, resetsAt: null }],
        ]),
      });
      expect(asked).toStrictEqual(['use api-access', 'use seats', 'release seats']);
    });
  });
});
