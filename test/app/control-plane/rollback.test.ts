import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/engine/canonical-json.ts';
import { toJson } from '../../../src/engine/to-json.ts';
import type { ControlPlane } from '../../../src/app/control-plane-client.ts';
import { anyDatabase } from '../../support/databases.ts';
import { configurations } from '../../support/configurations.ts';
import { applying, controlPlaneOn, desired, resource } from '../../support/control-plane.ts';
import { longRun } from '../../support/long-run.ts';

const pro = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '49.00' } } });
const dearer = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '59.00' } } });
const sso = resource('Entitlement', 'sso', { type: 'switch', plans: { pro: true } });

/** Everything live, as bytes. */
async function canonicalState(dream: ControlPlane): Promise<string> {
  const bodies: unknown[] = [];
  for (let page = 1, more = true; more; page += 1) {
    const answer = await dream.resources({}, { page, pageSize: 200 });
    bodies.push(...answer.data.map(({ kind, key, body }) => ({ kind, key, body })));
    more = answer.pagination.hasNext;
  }
  return canonicalJson(toJson(bodies));
}

anyDatabase((databases) => {
  describe('rollback', () => {
    it('CP-03 goes back to a revision as a new revision that says so', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      await dream.apply(applying(desired([dearer, sso])));
      const back = await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
      expect(back.revision).toBe(3);
      expect(back.changeset.changes.map(({ action, key }) => `${action} ${key}`).sort()).toEqual([
        'delete sso',
        'update pro',
      ]);
      const { data } = await dream.history({ page: 1, pageSize: 1 });
      expect(data).toMatchObject([{ number: 3, cause: 'rollback', rollbackTo: 1 }]);
      expect((await dream.plan(desired([pro]), { adopt: false })).changes).toEqual([]);
    });

    it('CP-03 undoes a rename as a rename', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      await dream.apply(applying(desired([resource('Plan', 'growth', pro.body, 'pro')])));
      await dream.apply(applying(desired([resource('Plan', 'scale', pro.body, 'growth')])));
      const back = await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
      expect(back.changeset.changes).toMatchObject([{ action: 'rename', from: 'scale', key: 'pro' }]);
    });

    it('CP-03 brings back the settings of the environment too', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const strict = { guardrails: { limits: { maxDeletes: 3 } } };
      await dream.apply(applying(desired([pro], strict)));
      await dream.apply(applying(desired([pro], { guardrails: { limits: { maxDeletes: 9 } } })));
      await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
      expect((await dream.plan(desired([pro], strict), { adopt: false })).settings).toBeUndefined();
    });

    it('refuses a revision that does not exist', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      await expect(dream.rollback({ to: 7, dryRun: false, author: 'ada' })).rejects.toMatchObject({
        code: 'revisions/not-found',
        status: 404,
      });
    });

    it('CP-02 compares two revisions either way round', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      await dream.apply(applying(desired([dearer])));
      expect((await dream.diff(1, 2)).changes[0]?.fields).toEqual([
        { path: 'prices.USD.monthly', before: '49.00', after: '59.00' },
      ]);
      expect((await dream.diff(2, 1)).changes[0]?.fields).toEqual([
        { path: 'prices.USD.monthly', before: '59.00', after: '49.00' },
      ]);
      expect((await dream.diff(0, 1)).summary.create).toBe(1);
    });

    // The full count runs once, on the embedded database and on PostgreSQL alike, in the long run.
    it(`CP-03 is empty to plan after an apply, and rolls back to the same bytes, for random configurations`, {
      timeout: 3_600_000,
    }, async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await fc.assert(
        fc.asyncProperty(configurations, configurations, async (one, other) => {
          const first = await dream.apply(applying(desired(one)));
          expect((await dream.plan(desired(one), { adopt: false })).changes).toEqual([]);
          const before = await canonicalState(dream);
          const rehearsed = await dream.apply(applying(desired(other), { dryRun: true }));
          const applied = await dream.apply(applying(desired(other)));
          expect(rehearsed).toEqual({ ...applied, dryRun: true });
          expect((await dream.plan(desired(other), { adopt: false })).changes).toEqual([]);
          await dream.rollback({ to: first.revision, dryRun: false, author: 'ada' });
          expect(await canonicalState(dream)).toBe(before);
        }),
        { numRuns: longRun ? 500 : 12, seed: 20_261_120 },
      );
    });
  });
});
