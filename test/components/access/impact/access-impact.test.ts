import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../support/control-plane.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { type DirectoryFill, fillDirectory, inEnvironment } from '../../../support/directory.ts';

const invoice = resource('ResourceType', 'invoice', {
  actions: ['read', 'approve', 'void'],
  scopes: { own: 'resource.mine' },
});
const viewer = resource('Role', 'viewer', { permissions: ['invoice:read'] });
const role = (key: string, permissions: readonly string[], more: JsonObject = {}, from?: string) =>
  resource('Role', key, { permissions, ...more }, from);
const approver = role('approver', ['invoice:approve'], { inherits: ['viewer'] });

const people: DirectoryFill = {
  tenants: ['globex', 'initech'],
  roles: [
    ['globex', 'user', 'ada', 'approver'],
    ['globex', 'user', 'bob', 'approver'],
    ['globex', 'user', 'bob', 'viewer'],
    ['initech', 'user', 'cy', 'viewer'],
    ['initech', 'service-account', 'svc_1', 'approver'],
  ],
  grants: [['initech', 'sue', ['approver']]],
};

anyDatabase((databases) => {
  async function start(resources = [invoice, viewer, approver], fill = people) {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database);
    await dream.apply(applying(desired(resources)));
    await fillDirectory(database, fill);
    return { database, dream, plan: (...after: typeof resources) => dream.plan(desired(after), { adopt: false }) };
  }

  describe('the impact of roles and resource types', () => {
    it('names every member, program and guest who loses a permission, and counts the tenants', async () => {
      const { plan } = await start();
      const { changes, impact } = await plan(invoice, viewer, role('approver', [], { inherits: ['viewer'] }));
      expect(changes).toMatchObject([
        {
          key: 'approver',
          impact: {
            status: 'some',
            reason: '3 members and 1 service account lose invoice:approve in 2 tenants',
            figures: { membersLosingPermission: 4 },
            effects: [
              {
                figure: 'membersLosingPermission',
                count: 4,
                affected: [
                  { name: 'ada', tenant: 'globex', subject: { type: 'user', id: 'ada' }, lost: ['invoice:approve'] },
                  { name: 'bob', tenant: 'globex', subject: { type: 'user', id: 'bob' }, lost: ['invoice:approve'] },
                  { name: 'sue', tenant: 'initech', subject: { type: 'user', id: 'sue' } },
                  { name: 'svc_1', tenant: 'initech', subject: { type: 'service-account', id: 'svc_1' } },
                ],
              },
            ],
          },
        },
      ]);
      expect(impact).toEqual({ figures: { membersLosingPermission: 4 }, unknownFigures: [] });
    });

    it('counts whoever loses by several changes once, and each change with what it is behind', async () => {
      const { plan } = await start();
      const { changes, impact } = await plan(
        invoice,
        role('viewer', ['invoice:void']),
        role('approver', [], { inherits: ['viewer'] }),
      );
      expect(changes.map(({ key, impact: { reason } }) => [key, reason])).toEqual([
        [
          'viewer',
          '4 members and 1 service account lose invoice:read in 2 tenants; 4 members and 1 service account gain invoice:void in 2 tenants',
        ],
        ['approver', '3 members and 1 service account lose invoice:approve in 2 tenants'],
      ]);
      expect(impact?.figures).toEqual({ membersGainingPermission: 5, membersLosingPermission: 5 });
    });

    it('says nothing of what another role still grants', async () => {
      const { plan } = await start([invoice, viewer, approver, role('reader', ['invoice:*'])], {
        tenants: ['globex'],
        roles: [
          ['globex', 'user', 'ada', 'viewer'],
          ['globex', 'user', 'ada', 'reader'],
        ],
      });
      const { changes } = await plan(invoice, role('viewer', []), approver, role('reader', ['invoice:*']));
      expect(changes[0]?.impact).toEqual({
        status: 'none',
        reason: 'nobody who holds the role gains or loses a permission',
      });
    });

    it('takes a permission that turns conditional as lost, one that turns unconditional as gained', async () => {
      const condition = (text: string) => ({ inherits: ['viewer'], conditions: { 'invoice:approve': text } });
      const { dream, plan } = await start();
      const bounded = role('approver', ['invoice:approve'], condition('resource.amount < 10'));
      const other = role('approver', ['invoice:approve'], condition('resource.amount < 99'));
      expect((await plan(invoice, viewer, bounded)).impact?.figures).toEqual({ membersLosingPermission: 4 });
      await dream.apply(applying(desired([invoice, viewer, bounded])));
      expect((await plan(invoice, viewer, approver)).impact?.figures).toEqual({ membersGainingPermission: 4 });
      expect((await plan(invoice, viewer, other)).changes[0]?.impact.reason).toBe(
        '3 members and 1 service account hold invoice:approve under another condition in 2 tenants; ' +
          'whether another condition allows less or more depends on what it is asked about',
      );
      expect((await plan(invoice, viewer, role('approver', [], { inherits: ['viewer'] }))).impact?.figures).toEqual({
        membersLosingPermission: 4,
      });
    });

    it('follows the resource type: an action that goes, one that comes, a scope that reads otherwise', async () => {
      const own = role('viewer', ['invoice:read:own', 'invoice:*:own']);
      const all = role('approver', ['invoice:*']);
      const { plan } = await start([invoice, own, all]);
      const type = (body: JsonObject) => resource('ResourceType', 'invoice', { ...invoice.body, ...body });
      const fewer = await plan(type({ actions: ['read', 'approve'] }), own, all);
      expect(fewer.changes.map(({ kind, impact }) => [kind, impact.reason])).toEqual([
        ['ResourceType', '4 members and 1 service account lose invoice:void (4), invoice:void:own (1) in 2 tenants'],
      ]);
      const more = await plan(type({ actions: ['read', 'approve', 'void', 'send'] }), own, all);
      expect(more.impact?.figures).toEqual({ membersGainingPermission: 5 });
      const moved = await plan(type({ scopes: { own: 'resource.createdBy == user.key' } }), own, all);
      expect(moved.impact?.figures).toEqual({ membersWithChangedCondition: 1 });
    });

    it('knows who holds a role that is deleted, and loses all of it', async () => {
      const { dream, plan } = await start();
      const { changes } = await plan(invoice, viewer);
      expect(changes).toMatchObject([
        {
          action: 'delete',
          impact: {
            reason:
              '3 members and 1 service account lose invoice:approve (4), invoice:read (3) in 2 tenants; 3 members and 1 service account hold the role',
          },
        },
      ]);
      await dream.apply(applying(desired([invoice, viewer])));
      const back = await dream.rollback({ to: 1, dryRun: true, author: 'ada@acme.com' });
      expect(back.changeset.changes[0]?.impact.figures).toEqual({ membersGainingPermission: 4 });
    });

    it('finds those concerned among many roles as among few', async () => {
      const others = Array.from({ length: 9 }, (_, index) => role(`other-${index}`, ['invoice:void']));
      const { plan } = await start([invoice, viewer, approver, ...others]);
      const { changes } = await plan(invoice, viewer, role('approver', [], { inherits: ['viewer'] }), ...others);
      expect(changes[0]?.impact.reason).toBe('3 members and 1 service account lose invoice:approve in 2 tenants');
    });

    it('gives members back what they hold of a role that comes back, under whatever name', async () => {
      const { dream, plan } = await start();
      await dream.apply(applying(desired([invoice, viewer])));
      expect((await plan(invoice, viewer, approver)).impact?.figures).toEqual({ membersGainingPermission: 4 });
      const renamed = role('approver', ['invoice:read', 'invoice:approve'], {}, 'viewer');
      const { impact } = await plan(invoice, renamed);
      expect(impact?.figures).toEqual({ membersGainingPermission: 5, membersKeepingRole: 2 });
    });

    it('carries assignments and grants along with a renamed role, there and back, so that nobody loses', async () => {
      const { database, dream, plan } = await start();
      const renamed = role('signer', ['invoice:approve'], { inherits: ['viewer'] }, 'approver');
      const held = () =>
        inEnvironment(database, async ({ tx }) => {
          const assigned = await tx.execute(sql`select subject_id, role from role_assignments order by 1, 2`);
          const granted = await tx.execute(sql`select roles from tenant_grants`);
          return [assigned.rows, granted.rows];
        });
      const before = await held();
      const { changes, impact } = await plan(invoice, viewer, renamed);
      expect(changes[0]?.impact.reason).toBe(
        '3 members and 1 service account hold the role, and keep it under its new name',
      );
      expect(impact?.figures).toEqual({ membersKeepingRole: 4 });
      await dream.apply(applying(desired([invoice, viewer, renamed])));
      expect((await held())[1]).toEqual([{ roles: ['signer'] }]);
      await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
      expect(await held()).toEqual(before);
    });

    it('carries relationships along with a renamed resource type, at both ends', async () => {
      const folder = (from?: string) =>
        resource(
          'ResourceType',
          from === undefined ? 'folder' : 'space',
          { actions: ['read'], relations: { parent: from === undefined ? 'folder' : 'space', owner: 'user' } },
          from,
        );
      const { database, dream, plan } = await start([folder()], {
        tenants: ['globex'],
        relationships: [
          ['globex', 'folder', 'a', 'owner', 'user', 'ada'],
          ['globex', 'folder', 'b', 'parent', 'folder', 'a'],
        ],
      });
      const tuples = () =>
        inEnvironment(database, async ({ tx }) => {
          const { rows } = await tx.execute(sql`
            select resource_type || ':' || resource_id || ' ' || relation || ' ' || subject_type || ':' || subject_id as tuple
            from relationships order by 1`);
          return rows.map(({ tuple }) => tuple);
        });
      const before = await tuples();
      expect((await plan()).changes[0]?.impact.reason).toBe('2 relationships in 1 tenant no longer mean anything');
      expect((await plan(folder('folder'))).changes[0]?.impact.reason).toBe(
        '2 relationships in 1 tenant move along under the new name',
      );
      await dream.apply(applying(desired([folder('folder')])));
      expect(await tuples()).toEqual(['space:a owner user:ada', 'space:b parent space:a']);
      await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
      expect(await tuples()).toEqual(before);
    });

    const folder = (grants: JsonObject, more: JsonObject = {}) =>
      resource('ResourceType', 'folder', {
        actions: ['read', 'share'],
        relations: { owner: ['user', 'tenant'], editor: 'user', parent: 'folder' },
        grants,
        ...more,
      });
    const folders: DirectoryFill = {
      ...people,
      relationships: [
        ['globex', 'folder', 'a', 'owner', 'user', 'ada'],
        ['globex', 'folder', 'a', 'editor', 'user', 'bob'],
        ['globex', 'folder', 'b', 'parent', 'folder', 'a'],
        ['globex', 'folder', 'c', 'owner', 'user', 'stranger'],
        ['initech', 'folder', 'd', 'owner', 'tenant', 'initech'],
        ['initech', 'folder', 'e', 'owner', 'tenant', 'globex'],
      ],
    };

    it('names who gains and loses by relations that grant otherwise, everybody of a tenant included', async () => {
      const before = folder({ owner: ['*'], 'parent.editor': ['read'] });
      const { plan } = await start([invoice, viewer, approver, before], folders);
      const { changes, impact } = await plan(invoice, viewer, approver, folder({ owner: ['read'], editor: ['share'] }));
      expect(changes[0]?.impact).toMatchObject({
        status: 'some',
        reason:
          '4 members and 1 service account lose folder:share (4), folder:read (1) by the relations owner and parent.editor in 2 tenants; ' +
          '1 member gains folder:share by the relation editor in 1 tenant',
        effects: [
          {
            affected: [
              { name: 'ada', lost: ['folder:share'] },
              { name: 'bob', tenant: 'globex', lost: ['folder:read'] },
              { name: 'cy', tenant: 'initech', lost: ['folder:share'] },
              { name: 'sue' },
              { name: 'svc_1', tenant: 'initech', subject: { type: 'service-account', id: 'svc_1' } },
            ],
          },
          { affected: [{ name: 'bob', gained: ['folder:share'] }] },
        ],
      });
      expect(changes[0]?.impact.unknownFigures).toBeUndefined();
      expect(impact?.figures).toEqual({ membersGainingPermission: 1, membersLosingPermission: 5 });
      expect(
        (await plan(invoice, viewer, approver, folder({ owner: ['share', 'read'], 'parent.editor': ['read'] })))
          .changes[0]?.impact,
      ).toEqual({
        status: 'none',
        reason: 'nobody gains or loses a permission on it',
      });
    });

    it('leaves out whom another relation to the same resource allows what everybody of the tenant loses', async () => {
      const shared = folder({ owner: ['*'], editor: ['*'] });
      const { plan } = await start([invoice, viewer, approver, shared], {
        ...people,
        relationships: [
          ['initech', 'folder', 'd', 'owner', 'tenant', 'initech'],
          ['initech', 'folder', 'd', 'editor', 'user', 'cy'],
        ],
      });
      const named = async (grants: JsonObject) =>
        (await plan(invoice, viewer, approver, folder(grants))).changes[0]?.impact.effects?.map(({ affected }) =>
          affected.map(({ name }) => name),
        );
      expect(await named({ owner: ['read'], editor: ['*'] })).toEqual([['sue', 'svc_1']]);
      expect(await named({ owner: ['*'], editor: ['read'] })).toBeUndefined();
      expect(await named({ editor: ['*'] })).toEqual([['sue', 'svc_1']]);
    });

    it('says nothing of a relation where a role grants the same', async () => {
      const reader = role('viewer', ['folder:*']);
      const { plan } = await start([folder({ owner: ['*'] }), reader], {
        ...folders,
        roles: [['globex', 'user', 'ada', 'viewer']],
        grants: [],
      });
      expect((await plan(folder({ owner: ['read'] }), reader)).impact?.figures).toEqual({});
    });

    it('leaves open who will come and get a role that is given to new members from now on', async () => {
      const { dream, plan } = await start();
      const given = role('viewer', ['invoice:read'], { default: true });
      const open = { unknownFigures: ['membersGainingPermission'] };
      expect((await plan(invoice, given, approver)).changes[0]?.impact).toEqual({
        status: 'unknown',
        reason: 'every new member gets the role from now on, and how many will come is not known',
        ...open,
      });
      const root = role('root', ['*'], { default: true });
      expect((await plan(invoice, viewer, approver, root)).impact).toMatchObject(open);
      await dream.apply(applying(desired([invoice, given, approver])));
      expect((await plan(invoice, viewer, approver)).changes[0]?.impact).toEqual({
        status: 'none',
        reason:
          'nobody who holds the role gains or loses a permission; whoever becomes a member from now on does not get it',
      });
    });

    it('says of a tenancy that lists other values what becomes of those that are there', async () => {
      const tenancy = (body: JsonObject) => resource('Tenancy', 'default', body);
      const attributes = { tenant: { seats: 'number' } };
      const { plan } = await start([tenancy({ currencies: ['USD', 'EUR'], attributes })]);
      const reasonOf = async (body: JsonObject) => (await plan(tenancy(body))).changes[0]?.impact.reason;
      const kept =
        'those that are there stay as they are; tenants and users made or changed from now on are held to it';
      expect(await reasonOf({ currencies: ['USD'], attributes })).toBe(kept);
      expect(await reasonOf({ currencies: ['USD', 'EUR'], attributes: { tenant: { seats: 'string' } } })).toBe(kept);
      expect(await reasonOf({ currencies: ['EUR', 'USD'], attributes, description: 'Ours.' })).toBe(
        'only fields change that nobody feels, such as names and descriptions',
      );
      expect(await reasonOf({ currencies: ['USD'], attributes, mode: 'single', tenant: 'globex' })).toContain(
        'is not known to this server',
      );
    });

    it('tells which live resources refer to what goes', async () => {
      const { plan } = await start();
      const { changes } = await plan(invoice, role('approver', ['invoice:approve', 'invoice:read']));
      expect(changes.find(({ key }) => key === 'viewer')?.impact).toMatchObject({
        status: 'some',
        reason: '1 member loses invoice:read in 1 tenant; 2 members hold the role; 1 live resource refers to it',
      });
    });
  });
});
