import { describe, expect, it } from 'vitest';
import { anyDatabase } from '../../support/databases.ts';
import type { Resource } from '../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, requestOn, resource } from '../../support/control-plane.ts';
import { fillDirectory } from '../../support/directory.ts';
import { refusal } from '../../support/refusal.ts';

const pro = resource('Plan', 'pro', { name: 'Pro' });
const basic = resource('Plan', 'basic', { name: 'Basic' });
const renamed = resource('Plan', 'professional', { name: 'Pro' }, 'pro');
const protectedPro = resource('Plan', 'pro', { name: 'Pro', protect: true });

anyDatabase((databases) => {
  describe('guardrails', () => {
    it('refuse to delete or rename a protected resource, although its file is gone', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([protectedPro, basic])));
      const attempts = [
        { state: [basic], done: 'deleted', next: 'remove' },
        { state: [renamed, basic], done: 'renamed', next: 'rename' },
      ];
      for (const { state, done, next } of attempts) {
        const error = await refusal(dream.apply(applying(desired(state))));
        expect(error).toMatchObject({ code: 'changes/guardrail-refused', status: 403 });
        expect(error.message).toContain(
          `Plan/pro is protected and cannot be ${done}: apply it once with protect: false, then ${next} it`,
        );
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
      expect((await dream.revision(2)).changeset.guardrails).toMatchObject([
        { rule: 'requireApproval', outcome: 'approved' },
      ]);
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
      const counting = { guardrails: { limits: { maxContextsFlipped: 0 } } };
      const flag = (fallthrough: string, name = 'Beta') =>
        resource('Flag', 'beta', { name, variations: { on: true, off: false }, fallthrough });
      await dream.apply(applying(desired([flag('off')], counting)));
      const changeset = await dream.plan(desired([flag('on')], counting), { adopt: false });
      expect(changeset.guardrails).toMatchObject([{ rule: 'maxContextsFlipped', outcome: 'needs-approval', limit: 0 }]);
      const harmless = await dream.plan(desired([flag('off', 'Alpha')], counting), { adopt: false });
      expect(harmless.guardrails).toEqual([]);
    });

    const limits = { guardrails: { limits: { maxMembersLosingPermission: 1, maxDeletes: 0 } } };
    const access = (permissions: readonly string[]) => [
      resource('ResourceType', 'invoice', { actions: ['read', 'approve'] }),
      resource('Role', 'viewer', { permissions: ['invoice:read'] }),
      resource('Role', 'approver', { permissions }),
    ];

    async function withMembers() {
      const database = await databases.shared();
      const dream = await controlPlaneOn(database);
      await dream.apply(applying(desired(access(['invoice:approve']), limits)));
      await fillDirectory(database, {
        tenants: ['globex'],
        roles: ['ada', 'bob', 'cy'].map((user) => ['globex', 'user', user, 'approver']),
      });
      return { database, dream };
    }

    it('on who would feel it refuse, and give way to exactly the figure that is named', async () => {
      const { dream } = await withMembers();
      const state = desired(access([]), limits);
      const error = await refusal(dream.apply(applying(state)));
      expect(error).toMatchObject({ code: 'changes/guardrail-refused', status: 403 });
      expect(error.message).toBe('maxMembersLosingPermission allows 1, this changeset has 3');
      for (const membersLosingPermission of [2, 4]) {
        const other = await refusal(dream.apply(applying(state, { allow: { membersLosingPermission } })));
        expect(other.message).toContain(`this changeset has 3, not ${membersLosingPermission}`);
      }
      expect((await refusal(dream.apply(applying(state, { allow: { deletes: 3 } })))).code).toBe(
        'changes/guardrail-refused',
      );
      expect((await refusal(dream.apply(applying(state, { allow: { membersLosing: 3 } })))).status).toBe(400);
      const { revision } = await dream.apply(applying(state, { allow: { membersLosingPermission: 3 } }));
      expect((await dream.revision(revision)).changeset.guardrails).toMatchObject([
        {
          rule: 'maxMembersLosingPermission',
          outcome: 'allowed',
          message: 'maxMembersLosingPermission allows 1, this changeset has 3, which was allowed by name',
          limit: 1,
          figure: 3,
        },
      ]);
    });

    it('want an approval for what is unknown of a figure, although what is known of it was allowed by name', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      const paying = { guardrails: { limits: { maxTenantsPayingMore: 0 } } };
      const priced = (monthly: string, included: number): Resource => {
        const seats = { included, maximum: 250, prices: { USD: { monthly: '12.00' } } };
        const transition = { existing: 'now' };
        return resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly } }, seats, transition });
      };
      await dream.apply(applying(desired([priced('49.00', 10)], paying)));
      const request = requestOn(dream);
      await request('POST', '/v1/tenants', { id: 'globex', name: 'Globex', currency: 'USD' });
      await request('PUT', '/v1/tenants/globex/plan', { plan: 'pro' });
      const allow = { tenantsPayingMore: 1 };
      const dearer = desired([priced('59.00', 5)], paying);
      // Both are said at once: whoever follows what is said is not refused a second time.
      expect((await dream.plan(dearer, { adopt: false })).guardrails.map(({ outcome }) => outcome)).toEqual([
        'refused',
        'needs-approval',
      ]);
      const { fingerprint, guardrails } = await dream.plan(dearer, { adopt: false, allow });
      expect(guardrails.map(({ message, outcome }) => [outcome, message])).toEqual([
        ['allowed', 'maxTenantsPayingMore allows 0, this changeset has 1, which was allowed by name'],
        ['needs-approval', 'maxTenantsPayingMore allows 0; the figure is unknown for Plan/pro'],
      ]);
      expect((await refusal(dream.apply(applying(dearer, { allow })))).code).toBe('changes/approval-required');
      const { revision } = await dream.apply(applying(dearer, { allow, approve: fingerprint }));
      expect(revision).toBe(2);
    });

    it('count whoever loses by several changes once', async () => {
      const { dream } = await withMembers();
      const [type, viewer] = access([]);
      if (type === undefined || viewer === undefined) throw new Error('there are three');
      const changeset = await dream.plan(desired([{ ...type, body: { actions: ['read'] } }, viewer], limits), {
        adopt: false,
        allow: { membersLosingPermission: 3 },
      });
      expect(changeset.guardrails.map(({ figure, outcome, rule }) => [rule, figure, outcome])).toEqual([
        ['maxDeletes', 1, 'refused'],
        ['maxMembersLosingPermission', 3, 'allowed'],
      ]);
    });

    it('give way to a named figure in a rollback as well', async () => {
      const { dream } = await withMembers();
      const more = access(['invoice:approve', 'invoice:read']);
      await dream.apply(applying(desired(more, limits)));
      const back = { to: 1, dryRun: false, author: 'ada@acme.com' };
      expect((await refusal(dream.rollback(back))).code).toBe('changes/guardrail-refused');
      expect((await dream.rollback({ ...back, allow: { membersLosingPermission: 3 } })).revision).toBe(3);
    });

    it('on who would feel it give way to exactly the figure that is named when one resource is changed as well', async () => {
      const { database, dream } = await withMembers();
      const send = requestOn(dream);
      const role = '/v1/resources/Role/auditor';
      expect((await send('PUT', role, { body: { permissions: ['invoice:read'] } })).status).toBe(200);
      await fillDirectory(database, {
        tenants: [],
        roles: ['dee', 'eve'].map((user) => ['globex', 'user', user, 'auditor']),
      });
      const put = (allow?: object) => send('PUT', role, { body: { permissions: [] }, ...(allow && { allow }) });
      const refused = { status: 403, body: { error: { code: 'changes/guardrail-refused' } } };
      expect(await put()).toMatchObject(refused);
      expect(await put({ membersLosingPermission: 3 })).toMatchObject(refused);
      expect(await put({ membersLosing: 2 })).toMatchObject({ status: 400 });
      expect(await put({ membersLosingPermission: 2 })).toMatchObject({
        status: 200,
        body: { changeset: { guardrails: [{ outcome: 'allowed', limit: 1, figure: 2 }] } },
      });
      expect(await send('DELETE', role)).toMatchObject(refused);
      expect(await send('DELETE', `${role}?allow=deletes=2`)).toMatchObject(refused);
      for (const other of ['deletes', 'deletes=0', 'removals=1', 'deletes=1,'])
        expect(await send('DELETE', `${role}?allow=${other}`)).toMatchObject({ status: 400 });
      expect((await send('DELETE', `${role}?allow=creates=7,deletes=1`)).status).toBe(200);
    });

    it('a saved changeset is refused when those who would feel it are others by now', async () => {
      const { database, dream } = await withMembers();
      const changeset = await dream.plan(desired(access([]), { guardrails: { limits: {} } }), { adopt: false });
      await fillDirectory(database, { tenants: [], roles: [['globex', 'user', 'dee', 'approver']] });
      const allow = { membersLosingPermission: 4 };
      const error = await refusal(dream.apply(applying(desired([]), { source: { changeset }, allow })));
      expect(error).toMatchObject({ code: 'changes/stale', status: 409 });
      expect(error.message).toBe(
        'who would feel it has moved since the changeset was planned: plan again. Role/approver: 4 members lose ' +
          'invoice:approve in 1 tenant (planned: 3 members lose invoice:approve in 1 tenant)',
      );
    });

    const careful = { guardrails: { requireApproval: ['update' as const], limits: {} } };

    /** A changeset that was saved, its new plan since made by somebody else: less of a role is left to do. */
    async function partlyMade() {
      const { database, dream } = await withMembers();
      await dream.apply(applying(desired(access(['invoice:approve']), careful)));
      const changeset = await dream.plan(desired([...access([]), basic], careful), { adopt: false });
      await dream.apply(applying(desired([...access(['invoice:approve']), basic], careful)));
      const rest = applying(desired([]), { source: { changeset } });
      const approved = { ...rest, approve: changeset.fingerprint };
      return { approved, database, dream, rest };
    }

    it('what is left of a saved changeset is refused when those who would feel it are others, whatever was approved', async () => {
      const { approved, database, dream } = await partlyMade();
      await fillDirectory(database, { tenants: [], roles: [['globex', 'user', 'dee', 'approver']] });
      const error = await refusal(dream.apply(approved));
      expect(error).toMatchObject({ code: 'changes/stale', status: 409 });
      expect(error.message).toBe(
        'who would feel it has moved since the changeset was planned: plan again. Role/approver: 4 members lose ' +
          'invoice:approve in 1 tenant (planned: 3 members lose invoice:approve in 1 tenant)',
      );
    });

    it('what is left of a saved changeset goes through with its approval while the same people would feel it', async () => {
      const { approved, dream, rest } = await partlyMade();
      expect((await refusal(dream.apply(rest))).code).toBe('changes/approval-required');
      const { changeset } = await dream.apply(approved);
      expect(changeset.changes).toMatchObject([{ action: 'update', kind: 'Role', key: 'approver' }]);
    });

    it('what is left of a saved changeset goes through although its settings were made with the other part', async () => {
      const dream = await controlPlaneOn(await databases.shared());
      await dream.apply(applying(desired([])));
      const changeset = await dream.plan(desired([pro, basic], careful), { adopt: false });
      await dream.apply(applying(desired([pro], careful)));
      const { revision } = await dream.apply(applying(desired([]), { source: { changeset } }));
      expect((await dream.revision(revision)).changeset.summary.create).toBe(1);
      const again = await dream.apply(applying(desired([]), { source: { changeset } }));
      expect(again.changeset.changes).toEqual([]);
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
