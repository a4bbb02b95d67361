import { describe, expect, it } from 'vitest';
import type { ControlPlane } from '../../../src/app/control-plane-client.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { applying, controlPlaneOn, desired, requestOn, resource } from '../../support/control-plane.ts';
import { anyDatabase } from '../../support/databases.ts';
import { refusal } from '../../support/refusal.ts';

const plan = (key: string, more: JsonObject = {}, movedFrom?: string) =>
  resource('Plan', key, { name: key, ...more }, movedFrom);
const back = (to: number, more: object = {}) => ({ to, dryRun: false, author: 'ada@acme.com', ...more });

async function liveOwners(dream: ControlPlane): Promise<Readonly<Record<string, string>>> {
  const { data } = await dream.resources({}, { page: 1, pageSize: 50 });
  return Object.fromEntries(data.map((live) => [live.key, live.owner]));
}

anyDatabase((databases) => {
  describe('going back past a change of owner', () => {
    it('CP-03 hands an adopted resource back to the API with what it held then', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([plan('pro')])));
      await requestOn(dream)('PUT', '/v1/resources/Plan/ops', { body: { name: 'By hand' } });
      await dream.apply(applying(desired([plan('pro'), plan('ops')]), { adopt: true }));
      expect(await liveOwners(dream)).toEqual({ pro: 'files', ops: 'files' });
      await dream.rollback(back(2));
      expect(await liveOwners(dream)).toEqual({ pro: 'files', ops: 'api' });
      const { data } = await dream.resources({ kind: 'Plan' }, { page: 1, pageSize: 50 });
      expect(data.find((live) => live.key === 'ops')?.body).toEqual({ name: 'By hand' });
      expect((await dream.plan(desired([plan('pro')]), { adopt: false })).changes).toEqual([]);
    });

    it('leaves alone what the API created and still owns', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([plan('pro')])));
      await requestOn(dream)('PUT', '/v1/resources/Plan/ops', { body: { name: 'By hand' } });
      await dream.apply(applying(desired([plan('pro', { rank: 1 })])));
      await dream.rollback(back(1));
      expect(await liveOwners(dream)).toEqual({ pro: 'files', ops: 'api' });
    });

    it('goes back to a revision that the API made before the first apply', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await requestOn(dream)('PUT', '/v1/resources/Plan/ops', { body: {} });
      await dream.apply(applying(desired([plan('pro')])));
      expect((await dream.rollback(back(1))).changeset.summary).toMatchObject({ delete: 1 });
      expect(await liveOwners(dream)).toEqual({ ops: 'api' });
    });
  });

  describe('going back past renames', () => {
    it('CP-03 reaches a state although a name went there and back', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([plan('a')])));
      await dream.apply(applying(desired([plan('b', { name: 'a' }, 'a')])));
      await dream.apply(applying(desired([plan('a', {}, 'b')])));
      await dream.apply(applying(desired([plan('a', { rank: 2 })])));
      const { changeset } = await dream.rollback(back(1));
      expect(changeset.changes).toMatchObject([{ action: 'update', key: 'a' }]);
    });

    it('CP-03 reaches a state although a name was used again', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([plan('aa'), plan('cc')])));
      await dream.apply(applying(desired([plan('bb', { name: 'aa' }, 'aa'), plan('cc')])));
      await dream.apply(applying(desired([plan('bb', { name: 'aa' }), plan('aa', { name: 'cc' }, 'cc')])));
      await dream.rollback(back(1));
      expect((await dream.plan(desired([plan('aa'), plan('cc')]), { adopt: false })).changes).toEqual([]);
    });

    it('CP-02 compares revisions with renames as renames, either way round', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([plan('a')])));
      await dream.apply(applying(desired([plan('b', { name: 'a' }, 'a')])));
      await dream.apply(applying(desired([plan('c', { name: 'a' }, 'b')])));
      expect((await dream.diff(1, 3)).changes).toMatchObject([{ action: 'rename', from: 'a', key: 'c' }]);
      expect((await dream.diff(3, 1)).changes).toMatchObject([{ action: 'rename', from: 'c', key: 'a' }]);
      expect(await dream.diff(0, 0)).toMatchObject({ changes: [], summary: { create: 0 } });
      expect((await dream.diff(0, 0)).settings).toBeUndefined();
    });

    it('a rename keeps the value that the API gave an unmanaged field', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const flag = (key: string, movedFrom?: string) =>
        resource(
          'Flag',
          key,
          { variations: { on: true, off: false }, fallthrough: 'on', unmanaged: ['fallthrough'] },
          movedFrom,
        );
      await dream.apply(applying(desired([flag('f1')])));
      const body = { variations: { on: true, off: false }, fallthrough: 'off', unmanaged: ['fallthrough'] };
      expect((await requestOn(dream)('PUT', '/v1/resources/Flag/f1', { body })).status).toBe(200);
      const { changes } = await dream.plan(desired([flag('f2', 'f1')]), { adopt: false });
      expect(changes).toMatchObject([{ action: 'rename', fields: [], after: { fallthrough: 'off' } }]);
    });
  });

  describe('a rollback that needs an approval', () => {
    it('shows in a dry run what would be approved, and takes it', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const kept = { protect: true };
      await dream.apply(applying(desired([plan('pro')], kept)));
      const { fingerprint } = await dream.plan(desired([plan('pro', { rank: 1 })], kept), { adopt: false });
      await dream.apply(applying(desired([plan('pro', { rank: 1 })], kept), { approve: fingerprint }));
      const shown = await dream.rollback(back(1, { dryRun: true }));
      expect(shown).toMatchObject({
        revision: 2,
        changeset: { summary: { update: 1 }, guardrails: [{ outcome: 'needs-approval' }] },
      });
      expect((await refusal(dream.rollback(back(1)))).code).toBe('changes/approval-required');
      expect((await dream.rollback(back(1, { approve: shown.changeset.fingerprint }))).revision).toBe(3);
    });

    it('is refused when it is not the one that was shown', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([plan('pro')])));
      await dream.apply(applying(desired([plan('pro', { rank: 1 })])));
      const { changeset } = await dream.rollback(back(1, { dryRun: true }));
      await dream.apply(applying(desired([plan('pro', { rank: 2 })])));
      expect((await refusal(dream.rollback(back(1, { expect: changeset.fingerprint })))).code).toBe('changes/stale');
    });
  });
});
