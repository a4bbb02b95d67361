import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../support/databases.ts';
import { applying, controlPlaneOn, desired, resource } from '../../support/control-plane.ts';
import { refusal } from '../../support/refusal.ts';

const firstPage = { page: 1, pageSize: 50 };
const pro = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '49.00' } } });
const dearer = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '59.00' } } });
const sso = resource('Entitlement', 'sso', { type: 'switch', plans: { pro: true } });

eachDatabase((databases) => {
  describe('plan', () => {
    it('CP-02 names every change with its fields, in dependency order, and writes nothing', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const changeset = await dream.plan(desired([sso, dearer]), { adopt: false });
      expect(changeset.summary).toEqual({ create: 1, update: 1, delete: 0, rename: 0 });
      expect(changeset.changes.map(({ action, kind, key }) => `${action} ${kind}/${key}`)).toEqual([
        'update Plan/pro',
        'create Entitlement/sso',
      ]);
      expect(changeset.changes[0]?.fields).toEqual([{ path: 'prices.USD.monthly', before: '49.00', after: '59.00' }]);
      expect((await dream.status()).revision).toBe(1);
    });

    it('CP-02 gives every change an impact with a reason', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const flag = (fallthrough: string) =>
        resource('Flag', 'beta', { variations: { on: true, off: false }, fallthrough });
      await dream.apply(applying(desired([pro, flag('off')])));
      const { changes, impact } = await dream.plan(desired([dearer, sso, flag('on')]), { adopt: false });
      expect(changes.map((change) => change.impact.status)).toEqual(['none', 'none', 'unknown']);
      expect(impact).toEqual({ figures: {}, unknownFigures: ['contextsFlipped'] });
      for (const change of changes) expect(change.impact.reason).not.toBe('');
    });

    it('CP-02 is empty after an apply, and its fingerprint does not depend on the order of the files', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const forwards = await dream.plan(desired([pro, sso]), { adopt: false });
      const backwards = await dream.plan(desired([sso, pro]), { adopt: false });
      expect(backwards.fingerprint).toBe(forwards.fingerprint);
      await dream.apply(applying(desired([pro, sso])));
      const after = await dream.plan(desired([sso, pro]), { adopt: false });
      expect(after.changes).toEqual([]);
      expect(after.settings).toBeUndefined();
    });

    it('refuses a configuration whose references point nowhere, naming the place', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const error = await refusal(dream.plan(desired([sso]), { adopt: false }));
      expect(error.code).toBe('changes/invalid');
      expect(error.message).toContain('Entitlement/sso/plans/pro');
    });
  });

  describe('apply', () => {
    it('CP-03 makes one numbered revision of everything, with author, commit and message', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const applied = await dream.apply(applying(desired([pro, sso]), { commit: 'abc123', message: 'First' }));
      expect(applied.revision).toBe(1);
      const { data } = await dream.history(firstPage);
      expect(data).toMatchObject([
        {
          number: 1,
          cause: 'apply',
          author: 'ada@acme.com',
          commit: 'abc123',
          message: 'First',
          summary: { create: 2 },
        },
      ]);
      const live = await dream.resources({}, firstPage);
      expect(live.data.map(({ kind, key, owner }) => `${kind}/${key} ${owner}`)).toEqual([
        'Entitlement/sso files',
        'Plan/pro files',
      ]);
    });

    it('CP-03 is idempotent: applied again, it makes no revision', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      expect((await dream.apply(applying(desired([pro])))).revision).toBe(1);
      expect((await dream.history(firstPage)).pagination.totalItems).toBe(1);
    });

    it('CP-03 deletes what the files no longer hold', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro, sso])));
      const { changeset } = await dream.apply(applying(desired([pro])));
      expect(changeset.changes).toMatchObject([{ action: 'delete', kind: 'Entitlement', key: 'sso', after: null }]);
      expect((await dream.resources({}, firstPage)).data.map((live) => live.key)).toEqual(['pro']);
    });

    it('CP-03 renames with movedFrom instead of deleting and creating', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const renamed = resource('Plan', 'professional', pro.body, 'pro');
      const { changeset } = await dream.apply(applying(desired([renamed])));
      expect(changeset.changes).toMatchObject([{ action: 'rename', from: 'pro', key: 'professional', fields: [] }]);
      expect((await dream.plan(desired([renamed]), { adopt: false })).changes).toEqual([]);
    });

    it('CP-03 shows in a dry run exactly what the apply then does, and leaves nothing behind', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const rehearsed = await dream.apply(applying(desired([dearer, sso]), { dryRun: true }));
      expect((await dream.resources({}, firstPage)).data).toHaveLength(1);
      expect((await dream.history(firstPage)).pagination.totalItems).toBe(1);
      const applied = await dream.apply(applying(desired([dearer, sso])));
      expect(rehearsed).toEqual({ ...applied, dryRun: true });
    });

    it('CP-03 refuses a saved changeset when an object it touches has moved, showing both values, who and when', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const saved = await dream.plan(desired([dearer]), { adopt: false });
      const cheaper = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '39.00' } } });
      await dream.apply(applying(desired([cheaper]), { author: 'bob@acme.com' }));
      const error = await refusal(dream.apply({ ...applying(desired([])), source: { changeset: saved } }));
      expect(error.code).toBe('changes/stale');
      expect(error.details?.['conflicts']).toMatchObject([
        {
          kind: 'Plan',
          key: 'pro',
          changedBy: 'bob@acme.com',
          fields: [{ path: 'prices.USD.monthly', live: '39.00', desired: '59.00' }],
        },
      ]);
    });

    it('CP-03 applies a saved changeset although something it does not touch has moved', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro, sso])));
      const saved = await dream.plan(desired([dearer, sso]), { adopt: false });
      await dream.apply(
        applying(desired([pro, resource('Entitlement', 'sso', { ...sso.body, description: 'Single sign-on' })])),
      );
      const applied = await dream.apply({ ...applying(desired([])), source: { changeset: saved } });
      expect(applied.changeset.changes).toMatchObject([{ kind: 'Plan', key: 'pro' }]);
      expect(applied.revision).toBe(3);
    });

    it('CP-03 lets one of two applies at once win, and tells the other what moved', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const cheaper = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '39.00' } } });
      const [one, other] = [
        await dream.plan(desired([dearer]), { adopt: false }),
        await dream.plan(desired([cheaper]), { adopt: false }),
      ];
      const outcomes = await Promise.allSettled(
        [one, other].map((changeset) => dream.apply({ ...applying(desired([])), source: { changeset } })),
      );
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toMatchObject({
        code: 'changes/stale',
        details: { conflicts: [{ kind: 'Plan', key: 'pro' }] },
      });
    });
  });
});
