import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../support/databases.ts';
import { applying, controlPlaneOn, desired, resource } from '../../support/control-plane.ts';
import { refusal } from '../../support/refusal.ts';

const pro = resource('Plan', 'pro', { name: 'Pro' });
const basic = resource('Plan', 'basic', { name: 'Basic' });
const renamed = resource('Plan', 'professional', { name: 'Pro' }, 'pro');
const protectedPro = resource('Plan', 'pro', { name: 'Pro', protect: true });

eachDatabase((databases) => {
  describe('guardrails', () => {
    it('refuse to delete or rename a protected resource, although its file is gone', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([protectedPro, basic])));
      for (const state of [[basic], [renamed, basic]]) {
        const error = await refusal(dream.apply(applying(desired(state))));
        expect(error).toMatchObject({ code: 'changes/guardrail-refused', status: 403 });
        expect(error.message).toContain('Plan/pro is protected');
      }
      await dream.apply(applying(desired([pro, basic])));
      expect((await dream.apply(applying(desired([basic])))).changeset.summary.delete).toBe(1);
    });

    it('of the environment hold as last applied: a change cannot loosen its own', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const strict = { guardrails: { limits: { maxDeletes: 0 } } };
      const loose = { guardrails: { limits: { maxDeletes: 10 } } };
      await dream.apply(applying(desired([pro, basic], strict)));
      const error = await refusal(dream.apply(applying(desired([pro], loose))));
      expect(error.details?.['guardrails']).toMatchObject([
        { rule: 'maxDeletes', outcome: 'refused', limit: 0, figure: 1 },
      ]);
      await dream.apply(applying(desired([pro, basic], loose)));
      expect((await dream.apply(applying(desired([pro], loose)))).changeset.summary.delete).toBe(1);
    });

    it('ask for an approval of exactly this changeset', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const careful = { guardrails: { requireApproval: ['delete' as const], limits: {} } };
      await dream.apply(applying(desired([pro, basic], careful)));
      const { fingerprint } = await dream.plan(desired([pro], careful), { adopt: false });
      const waiting = await refusal(dream.apply(applying(desired([pro], careful))));
      expect(waiting).toMatchObject({ code: 'changes/approval-required', details: { fingerprint } });
      const other = await dream.plan(desired([basic], careful), { adopt: false });
      expect((await refusal(dream.apply(applying(desired([pro], careful), { approve: other.fingerprint })))).code).toBe(
        'changes/approval-required',
      );
      expect(
        (await refusal(dream.apply(applying(desired([pro], careful), { approve: fingerprint.slice(0, 7) })))).status,
      ).toBe(400);
      expect(
        (await dream.apply(applying(desired([pro], careful), { approve: fingerprint.slice(0, 12) }))).revision,
      ).toBe(2);
    });

    it('of a protected environment refuse every delete, and want an approval for the rest', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const kept = { protect: true };
      await dream.apply(applying(desired([pro], kept)));
      expect((await refusal(dream.apply(applying(desired([], kept))))).code).toBe('changes/guardrail-refused');
      const { fingerprint } = await dream.plan(desired([pro, basic], kept), { adopt: false });
      expect((await refusal(dream.apply(applying(desired([pro, basic], kept))))).code).toBe(
        'changes/approval-required',
      );
      expect((await dream.apply(applying(desired([pro, basic], kept), { approve: fingerprint }))).revision).toBe(2);
    });

    it('on a figure that nobody can tell yet ask for an approval instead of passing', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const counting = { guardrails: { limits: { maxTenantsLosingEntitlement: 0 } } };
      const sso = (granted: boolean) => resource('Entitlement', 'sso', { type: 'switch', plans: { pro: granted } });
      await dream.apply(applying(desired([pro, sso(true)], counting)));
      const changeset = await dream.plan(desired([pro, sso(false)], counting), { adopt: false });
      expect(changeset.guardrails).toMatchObject([
        { rule: 'maxTenantsLosingEntitlement', outcome: 'needs-approval', limit: 0 },
      ]);
      const harmless = await dream.plan(
        desired([resource('Plan', 'pro', { name: 'Professional' }), sso(true)], counting),
        { adopt: false },
      );
      expect(harmless.guardrails).toEqual([]);
    });

    it('refuse to change what cannot change once applied, a default that was left unsaid included', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const calls = resource('EventSchema', 'api.called', { properties: {} });
      const meter = (more: object) => resource('Meter', 'api-calls', { event: 'api.called', ...more });
      await dream.apply(applying(desired([calls, meter({})])));
      const changeset = await dream.plan(desired([calls, meter({ aggregation: 'count' })]), { adopt: false });
      expect(changeset.guardrails).toMatchObject([
        { rule: 'immutable', outcome: 'refused', resources: [{ kind: 'Meter', key: 'api-calls' }] },
      ]);
      expect((await dream.plan(desired([calls, meter({ aggregation: 'sum' })]), { adopt: false })).guardrails).toEqual(
        [],
      );
    });
  });
});
