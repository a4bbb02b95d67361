import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import type { Resource } from '../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../support/control-plane.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { fillDirectory } from '../../../support/directory.ts';

const approve = (key: string, condition?: string) =>
  resource('Role', key, {
    permissions: ['invoice:approve', 'invoice:read:own'],
    ...(condition === undefined ? {} : { conditions: { 'invoice:approve': condition } }),
  });
const small = approve('small', 'resource.amount <= 100.0');
const large = approve('large', 'resource.amount > 100.0');
const invoice = (more: JsonObject = {}) =>
  resource('ResourceType', 'invoice', {
    actions: ['read', 'approve'],
    scopes: { own: 'resource.createdBy == user.key' },
    ...more,
  });
const unscoped = resource('ResourceType', 'invoice', { actions: ['read', 'approve'] });

const limits = { maxMembersLosingPermission: 0, maxMembersGainingPermission: 0 };
const unknown = 'whether another condition allows less or more depends on what it is asked about';

eachDatabase((databases) => {
  describe('a way to a permission', () => {
    /** What a changeset says of bob, who holds both roles, and what the limits make of it. */
    async function planned(before: readonly Resource[], after: readonly Resource[]) {
      const database = await databases.shared();
      const dream = await controlPlaneOn(database);
      const settings = { guardrails: { limits } };
      await dream.apply(applying(desired(before, settings)));
      await fillDirectory(database, {
        tenants: ['globex'],
        roles: [
          ['globex', 'user', 'bob', 'small'],
          ['globex', 'user', 'bob', 'large'],
        ],
      });
      const { changes, guardrails, impact } = await dream.plan(desired(after, settings), { adopt: false });
      return {
        reasons: changes.map(({ impact: { reason } }) => reason),
        figures: impact?.figures,
        found: guardrails.map(({ outcome, rule }) => `${rule} ${outcome}`),
      };
    }
    const refused = ['maxMembersLosingPermission refused'];

    it('that goes while another stays is lost', async () => {
      expect(await planned([invoice(), small, large], [invoice(), large])).toEqual({
        reasons: ['1 member loses a way to invoice:approve in 1 tenant; 1 member holds the role'],
        figures: { membersHoldingRole: 1, membersLosingPermission: 1 },
        found: refused,
      });
    });

    it('that comes beside another is gained', async () => {
      expect(await planned([invoice(), large], [invoice(), small, large])).toEqual({
        reasons: ['1 member gains a way to invoice:approve in 1 tenant'],
        figures: { membersGainingPermission: 1 },
        found: ['maxMembersGainingPermission refused'],
      });
    });

    it.each([
      ['small', 'loses a way to invoice:approve', [approve('small', 'false'), large]],
      ['both', 'loses invoice:approve', [approve('small', 'false'), approve('large', ' false ')]],
    ])('whose condition holds for nothing is lost: %s', async (_, said, after) => {
      const { figures, found, reasons } = await planned([invoice(), small, large], [invoice(), ...after]);
      expect(reasons[0]).toBe(`1 member ${said} in 1 tenant`);
      expect({ figures, found }).toEqual({ figures: { membersLosingPermission: 1 }, found: refused });
    });

    it('whose scope covers nothing is lost', async () => {
      const after = invoice({ scopes: { own: 'false' } });
      expect(await planned([invoice(), small, large], [after, small, large])).toEqual({
        reasons: ['1 member loses invoice:read:own in 1 tenant'],
        figures: { membersLosingPermission: 1 },
        found: refused,
      });
    });

    it.each([
      ['condition', [invoice(), approve('small', 'resource.amount <= 99.0'), large]],
      ['scope', [invoice({ scopes: { own: 'resource.owner == user.key' } }), small, large]],
    ])('of another %s may be less or more, and needs an approval', async (_, after) => {
      const { figures, found, reasons } = await planned([invoice(), small, large], after);
      expect(reasons[0]).toMatch(
        new RegExp(`^1 member holds .* under another condition in 1 tenant; ${unknown}$`, 'u'),
      );
      expect(figures).toEqual({ membersWithChangedCondition: 1 });
      expect(found).toEqual([
        'maxMembersLosingPermission needs-approval',
        'maxMembersGainingPermission needs-approval',
      ]);
    });

    it.each([
      ['no scopes any more', [invoice(), small], [unscoped, small]],
      ['scopes for the first time', [unscoped, small], [invoice(), small]],
    ])('in a scope of a type that declares %s may be less or more', async (_, before, after) => {
      const { figures, found, reasons } = await planned(before, after);
      expect(reasons[0]).toBe(`1 member holds invoice:read:own under another condition in 1 tenant; ${unknown}`);
      expect(figures).toEqual({ membersWithChangedCondition: 1 });
      expect(found).toEqual([
        'maxMembersLosingPermission needs-approval',
        'maxMembersGainingPermission needs-approval',
      ]);
    });

    it('in a scope is no other where the whole is held besides, scopes or none', async () => {
      const whole = resource('Role', 'large', { permissions: ['invoice:read'] });
      expect(await planned([invoice(), small, whole], [unscoped, small, whole])).toMatchObject({
        figures: {},
        found: [],
      });
    });

    const dated = (dueAt: string, paidAt: string) => invoice({ attributes: { dueAt, paidAt } });
    const due = approve('small', 'resource.dueAt < now');
    const quoted = (text: string) => approve('small', `resource.kind == "${text}"`);

    it.each([
      ['asks for what is no date any more', [dated('date', 'date'), due], [dated('string', 'date'), due]],
      [
        'asks for a date in another way',
        [dated('date', 'date'), approve('small', 'resource["dueAt"] < now')],
        [dated('string', 'date'), approve('small', 'now > resource.dueAt')],
      ],
      [
        'may ask for what is no date any more, by a name that somebody tells it',
        [dated('date', 'date'), approve('small', 'resource[user.deadline] < now')],
        [dated('string', 'date'), approve('small', 'resource[user.deadline] < now')],
      ],
      ['has other blanks in a text', [invoice(), quoted('a b')], [invoice(), quoted('a  b')]],
    ])('is another where it %s', async (_, before, after) => {
      expect((await planned(before, after)).figures).toEqual({ membersWithChangedCondition: 1 });
    });

    it.each([
      ['asks for nothing that was a date', [dated('date', 'date'), due], [dated('date', 'string'), due]],
      [
        'only says the name of what was a date, or asks it of another',
        [dated('date', 'date'), approve('small', 'resource.kind == "dueAt" || user.dueAt == 5')],
        [dated('string', 'date'), approve('small', 'resource.kind == "dueAt" || user.dueAt == 5')],
      ],
      [
        'is only laid out otherwise',
        [invoice(), small],
        [invoice(), approve('small', ' resource.amount\n  <= 100.0 ')],
      ],
      [
        'is written with other quotes, parentheses, and in another order',
        [invoice({ scopes: { own: 'resource.a == user.key && resource.b in ["x", "y"]' } }), quoted('a b')],
        [
          invoice({ scopes: { own: "(resource.b in ['y', 'x']) && !(user.key != resource.a)" } }),
          approve('small', "('a b' == (resource.kind)) // or so"),
        ],
      ],
      ['holds always, said or not', [invoice(), approve('small')], [invoice(), approve('small', 'true')]],
      [
        'makes no difference beside another role',
        [invoice(), small, approve('large')],
        [invoice(), approve('small'), approve('large')],
      ],
    ])('is the same where it %s', async (_, before, after) => {
      expect(await planned(before, after)).toMatchObject({ figures: {}, found: [] });
    });
  });
});
