import { describe, expect, it } from 'vitest';
import type { Changeset } from '../../../src/engine/changeset/changeset.ts';
import { applying, controlPlaneOn, desired, requestOn, resource } from '../../support/control-plane.ts';
import { anyDatabase } from '../../support/databases.ts';
import { refusal } from '../../support/refusal.ts';

const pro = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '49.00' } } });
const free = resource('Plan', 'free', { name: 'Free' });
const nothing = desired([]);

anyDatabase((databases) => {
  describe('a saved changeset', () => {
    const forge: readonly [string, (saved: Changeset) => object][] = [
      [
        'a change smuggled in',
        (saved) => ({ ...saved, changes: [...saved.changes, { ...saved.changes[0], key: 'smuggled' }] }),
      ],
      [
        'another body',
        (saved) => ({ ...saved, changes: saved.changes.map((change) => ({ ...change, after: { name: 'Other' } })) }),
      ],
      ['a fingerprint of its own', (saved) => ({ ...saved, fingerprint: 'f'.repeat(64) })],
      [
        'looser settings',
        (saved) => ({
          ...saved,
          settings: {
            before: null,
            after: { mode: 'test', protect: false, guardrails: { limits: { maxDeletes: 99 } } },
          },
        }),
      ],
      ['one object named twice', (saved) => ({ ...saved, changes: [...saved.changes, ...saved.changes] })],
      [
        'an unknown kind',
        (saved) => ({ ...saved, changes: saved.changes.map((change) => ({ ...change, kind: 'Paln' })) }),
      ],
    ];

    it.each(forge)('CP-03 with %s is refused whole', async (_what, edit) => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const saved = await dream.plan(desired([pro, free]), { adopt: false });
      const answer = await requestOn(dream)('POST', '/v1/revisions', { changeset: edit(saved), author: 'eve' });
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'changes/invalid' } } });
      expect((await dream.history({ page: 1, pageSize: 10 })).pagination.totalItems).toBe(1);
    });

    it('CP-03 stays bound by its fingerprint although part of it was made by somebody else', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(nothing));
      const saved = await dream.plan(desired([pro, free]), { adopt: false });
      await dream.apply(applying(desired([pro])));
      const smuggled = { ...saved, changes: [...saved.changes, { ...saved.changes[0], key: 'smuggled' }] };
      expect((await requestOn(dream)('POST', '/v1/revisions', { changeset: smuggled, author: 'eve' })).status).toBe(
        400,
      );
      const rest = await dream.apply({ ...applying(nothing), source: { changeset: saved } });
      expect(rest.changeset.changes).toMatchObject([{ action: 'create', key: 'free' }]);
    });

    it('CP-03 says of an object that was deleted meanwhile who did it, and when', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro, free])));
      const saved = await dream.plan(desired([{ ...pro, body: { name: 'Professional' } }, free]), { adopt: false });
      await dream.apply(applying(desired([free]), { author: 'bob@acme.com' }));
      const error = await refusal(dream.apply({ ...applying(nothing), source: { changeset: saved } }));
      expect(error.details?.['conflicts']).toMatchObject([
        {
          key: 'pro',
          changedBy: 'bob@acme.com',
          message: 'it was deleted since the changeset was planned',
          changedAt: expect.stringMatching(/^\d{4}-/u),
        },
      ]);
    });
  });

  it.each([
    ['changesets', undefined, 'The body is empty: it must be an object with `desired`, for example.'],
    ['changesets', {}, 'The body must have at least 1 field: `desired`, for example.'],
    ['changesets', { adopt: true }, '`desired` is missing: send it, or `desiredHash` in its place.'],
    ['revisions', undefined, 'The body is empty: it must be an object with `author` and `desired`, for example.'],
    ['revisions', {}, 'The body must have at least 2 fields: `author` and `desired`, for example.'],
    ['revisions', { author: 'eve' }, 'The body must have at least 2 fields: `desired`, for example.'],
    ['revisions', { adopt: true }, 'The body must have at least 2 fields: `author`.'],
    ['revisions', { author: 'eve', adopt: true }, '`desired` is missing: send it, or `changeset` in its place.'],
    ['revisions/1/rollback', undefined, 'The body is empty: it must be an object with `author`.'],
    ['revisions/1/rollback', {}, '`author` is missing.'],
  ])('POST %s with the body %j says what is missing', async (path, body, message) => {
    const dream = await controlPlaneOn(await databases.shared());
    const answer = await requestOn(dream)('POST', `/v1/${path}`, body);
    expect(answer).toMatchObject({ status: 400, body: { error: { message } } });
  });

  it('says which two fields a request cannot have together', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    const both = { desired: nothing, desiredHash: 'f'.repeat(64) };
    expect(await requestOn(dream)('POST', '/v1/changesets', both)).toMatchObject({
      status: 400,
      body: { error: { message: '`desired` and `desiredHash` cannot be sent together: send one of them.' } },
    });
  });

  describe('a desired state', () => {
    it('that holds a resource twice is refused, also when that resource is live', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      const twice = desired([
        { ...pro, body: { name: 'One' } },
        { ...pro, body: { name: 'Two' } },
      ]);
      expect((await refusal(dream.plan(twice, { adopt: false }))).code).toBe('changes/invalid');
    });

    it('cannot give an environment another mode, nor guardrails that do not exist', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      expect((await refusal(dream.plan(desired([], { mode: 'live' }), { adopt: false }))).code).toBe(
        'changes/wrong-environment',
      );
      const bogus = desired([], { guardrails: { limits: { maxBogus: 1 } } });
      expect((await refusal(dream.plan(bogus, { adopt: false }))).status).toBe(400);
    });

    it.each(['kind', 'key', 'environments', 'movedFrom'])('cannot hold %s inside a body', async (name) => {
      const dream = await controlPlaneOn(await databases.shared());
      const state = desired([resource('Plan', 'pro', { name: 'Pro', [name]: 'x' })]);
      expect((await refusal(dream.plan(state, { adopt: false }))).message).toContain(`Plan/pro/${name}`);
    });

    it('means the same amount of money however it is written', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro])));
      for (const monthly of [49, '49', '49.0', '49.00']) {
        const state = desired([resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly } } })]);
        expect((await dream.plan(state, { adopt: false })).changes).toEqual([]);
      }
    });
  });

  describe('a protected environment', () => {
    it('wants an approval for a change of its own settings', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([pro], { protect: true, guardrails: { limits: { maxDeletes: 0 } } })));
      const loosened = desired([pro], { protect: false });
      const error = await refusal(dream.apply(applying(loosened)));
      expect(error.code).toBe('changes/approval-required');
      const { fingerprint } = await dream.plan(loosened, { adopt: false });
      expect((await dream.apply(applying(loosened, { approve: fingerprint }))).revision).toBe(2);
    });

    it('lets the API write the fields that were handed over to it', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const body = { variations: { on: true, off: false }, fallthrough: 'on', unmanaged: ['fallthrough'] };
      await dream.apply(applying(desired([resource('Flag', 'beta', body)], { protect: true })));
      const answer = await requestOn(dream)('PUT', '/v1/resources/Flag/beta', {
        body: { ...body, fallthrough: 'off' },
      });
      expect(answer.status).toBe(200);
      expect((await requestOn(dream)('PUT', '/v1/resources/Plan/ops', { body: {} })).status).toBe(403);
    });
  });
});
