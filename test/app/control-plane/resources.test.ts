import { describe, expect, it } from 'vitest';
import { anyDatabase } from '../../support/databases.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { applying, controlPlaneOn, desired, requestOn, resource } from '../../support/control-plane.ts';
import { refusal } from '../../support/refusal.ts';

const variations = { on: true, off: false };
const flag = (more: JsonObject = {}) => resource('Flag', 'beta', { variations, fallthrough: 'off', ...more });
const body = (fallthrough: string, more: JsonObject = {}) => ({ body: { variations, fallthrough, ...more } });

anyDatabase((databases) => {
  describe('resources through the API', () => {
    it('are created, listed and deleted there, each time as a revision, and never pruned by an apply', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const send = requestOn(dream);
      expect((await send('PUT', '/v1/resources/Flag/beta', body('on'))).status).toBe(200);
      await dream.apply(applying(desired([resource('Plan', 'pro', {})])));
      expect((await send('GET', '/v1/resources/Flag/beta')).body).toMatchObject({
        owner: 'api',
        body: { fallthrough: 'on' },
      });
      expect((await send('DELETE', '/v1/resources/Flag/beta')).status).toBe(200);
      expect((await send('GET', '/v1/resources/Flag/beta')).body).toMatchObject({
        error: { code: 'resources/not-found' },
      });
      expect((await dream.history({ page: 1, pageSize: 10 })).data.map((revision) => revision.cause)).toEqual([
        'api',
        'apply',
        'api',
      ]);
    });

    it('meet a document of the same kind and key as a conflict until adopted; equal ones never conflict', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await requestOn(dream)('PUT', '/v1/resources/Flag/beta', body('on'));
      const error = await refusal(dream.apply(applying(desired([flag()]))));
      expect(error).toMatchObject({ code: 'changes/conflict', status: 409 });
      expect(error.details?.['conflicts']).toMatchObject([
        { changedBy: 'local', fields: [{ path: 'fallthrough', live: 'on', desired: 'off' }] },
      ]);
      const equal = await dream.apply(applying(desired([flag({ fallthrough: 'on' })]), { dryRun: true }));
      expect(equal.changeset.changes).toMatchObject([
        { action: 'update', fields: [{ path: '(owner)', before: 'api', after: 'files' }] },
      ]);
      await dream.apply(applying(desired([flag()]), { adopt: true }));
      expect((await dream.plan(desired([flag()]), { adopt: false })).changes).toEqual([]);
      expect((await dream.resources({}, { page: 1, pageSize: 1 })).data[0]?.owner).toBe('files');
    });

    it('CP-03 stop a saved changeset that left them out as conflicts, with what they are, and however it is edited', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await requestOn(dream)('PUT', '/v1/resources/Flag/beta', body('on'));
      const saved = await dream.plan(desired([flag(), resource('Plan', 'pro', {})]), { adopt: false });
      expect(saved).toMatchObject({ summary: { create: 1 }, conflicts: [{ key: 'beta' }] });
      const given = (changeset: typeof saved) =>
        refusal(dream.apply({ ...applying(desired([])), source: { changeset } }));
      const error = await given(saved);
      expect(error).toMatchObject({ code: 'changes/conflict', status: 409 });
      expect(error.details?.['conflicts']).toMatchObject([
        { key: 'beta', changedBy: 'local', fields: [{ path: 'fallthrough', live: 'on', desired: 'off' }] },
      ]);
      expect((await given({ ...saved, conflicts: [] })).code).toBe('changes/invalid');
      const alone = await dream.plan(desired([flag()]), { adopt: false });
      expect((await given(alone)).code).toBe('changes/conflict');
      expect((await dream.history({ page: 1, pageSize: 10 })).pagination.totalItems).toBe(1);
    });

    it('keep to the fields the files leave unmanaged, and say which commit owns the others', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const send = requestOn(dream);
      const unmanaged = { unmanaged: ['environments.development.fallthrough'] };
      await dream.apply(applying(desired([flag(unmanaged)]), { commit: 'abc123' }));
      expect((await send('PUT', '/v1/resources/Flag/beta', body('on', unmanaged))).status).toBe(200);
      expect((await dream.plan(desired([flag(unmanaged)]), { adopt: false })).changes).toEqual([]);
      const refused = await send('PUT', '/v1/resources/Flag/beta', body('on', { ...unmanaged, offVariation: 'off' }));
      expect(refused).toMatchObject({
        status: 409,
        body: { error: { code: 'resources/owned-by-files', details: { fields: ['offVariation'] } } },
      });
      const deleted = await send('DELETE', '/v1/resources/Flag/beta');
      expect(deleted.body).toMatchObject({ error: { code: 'resources/owned-by-files' } });
      expect((await dream.resources({}, { page: 1, pageSize: 1 })).data).toMatchObject([
        { owner: 'files', body: { fallthrough: 'on' } },
      ]);
    });

    it('name the commit that owns a field, also after the API changed another', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const send = requestOn(dream);
      const unmanaged = { unmanaged: ['fallthrough'] };
      await dream.apply(applying(desired([flag(unmanaged)]), { commit: 'abc123' }));
      await send('PUT', '/v1/resources/Flag/beta', body('on', unmanaged));
      const refused = await send('PUT', '/v1/resources/Flag/beta', body('on', { ...unmanaged, offVariation: 'off' }));
      expect(refused.body).toMatchObject({ error: { details: { commit: 'abc123' } } });
    });

    it('are refused when they would not be valid together with everything else', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const send = requestOn(dream);
      expect((await send('PUT', '/v1/resources/Flag/beta', body('on', { entitlement: 'nowhere' }))).body).toMatchObject(
        { error: { code: 'changes/invalid' } },
      );
      expect((await send('PUT', '/v1/resources/Flga/beta', body('on'))).body).toMatchObject({
        error: { code: 'resources/unknown-kind' },
      });
    });
  });

  describe('lists', () => {
    it('are seen beside all others as these are now, whoever changed them and however often', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const send = requestOn(dream);
      const put = async (key: string, sent: JsonObject) =>
        (await send('PUT', `/v1/resources/Flag/${key}`, sent)).status;
      const resting = (on: string) => body('on', { prerequisites: { beta: on } });
      expect(await put('beta', body('on'))).toBe(200);
      expect(await put('gamma', resting('on'))).toBe(200);
      const others = { body: { variations: { yes: true, no: false }, fallthrough: 'no' } };
      expect(await put('beta', others)).toBe(400);
      expect((await send('DELETE', '/v1/resources/Flag/gamma')).status).toBe(200);
      expect(await put('beta', others)).toBe(200);
      expect(await put('gamma', resting('on'))).toBe(400);
      expect(await put('gamma', resting('yes'))).toBe(200);
      expect((await send('DELETE', '/v1/resources/Flag/beta')).status).toBe(400);
    });

    it('P14 come in pages with totals, and say what is before and after', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const plans = Array.from({ length: 7 }, (_, index) => resource('Plan', `plan-${index}`, {}));
      await dream.apply(applying(desired([...plans, flag()])));
      const second = await dream.resources({ kind: 'Plan' }, { page: 2, pageSize: 3 });
      expect(second.data.map((live) => live.key)).toEqual(['plan-3', 'plan-4', 'plan-5']);
      expect(second.pagination).toEqual({
        page: 2,
        pageSize: 3,
        totalItems: 7,
        totalPages: 3,
        hasNext: true,
        hasPrevious: true,
      });
      const beyond = await dream.resources({}, { page: 9, pageSize: 3 });
      expect(beyond).toMatchObject({ data: [], pagination: { totalItems: 8, hasNext: false, hasPrevious: true } });
    });
  });

  describe('environments', () => {
    it('FR-F006 are configured independently: what is applied to one is not in another', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const production = dream.as('production');
      await dream.apply(applying(desired([flag({ fallthrough: 'on' })])));
      await production.apply(applying(desired([flag()], {}, 'production')));
      expect((await dream.resources({}, { page: 1, pageSize: 1 })).data[0]?.body).toMatchObject({ fallthrough: 'on' });
      expect((await production.resources({}, { page: 1, pageSize: 1 })).data[0]?.body).toMatchObject({
        fallthrough: 'off',
      });
      expect((await production.plan(desired([], {}, 'production'), { adopt: false })).summary.delete).toBe(1);
      expect((await dream.status()).revision).toBe(1);
    });

    it('refuse a body that names another one than the credential', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const error = await refusal(dream.plan(desired([], {}, 'production'), { adopt: false }));
      expect(error.code).toBe('changes/wrong-environment');
    });
  });
});
