import { describe, expect, it } from 'vitest';
import { asks, policyOf, related } from './support/policies.ts';

const policy = policyOf({
  types: `
    invoice: { actions: [read, create, approve], attributes: { dueAt: date } }
    report: { actions: [read] }
    employee:
      actions: [read, update]
      scopes: { self: resource.userId == user.key, team: user.key in resource.managers }
    folder: { actions: [read], relations: { owner: user, editor: [user, service-account] } }
    document:
      actions: [read, comment, share]
      relations: { owner: user, editor: [user, service-account], viewer: tenant, parent: folder }
      grants: { owner: ['*'], editor: [read, comment], viewer: [read], parent.editor: [read] }
  `,
  roles: `
    viewer: { permissions: ['report:read', 'invoice:read'] }
    finance: { inherits: [viewer], permissions: ['invoice:*'] }
    chief: { inherits: [finance] }
    approver:
      permissions: ['invoice:approve']
      conditions: { invoice:approve: resource.amount <= 10000.0 && resource.createdBy != user.key }
    employee: { permissions: ['employee:read:self'] }
    lead: { permissions: ['employee:read:*'] }
    clerk: { permissions: ['employee:*:self'] }
    root: { permissions: ['*'] }
    own-report: { permissions: ['report:read:own'] }
  `,
});

/** What came of it, in one line. */
function outcome(...[question, relations]: Parameters<typeof policy.check>): string {
  const { grant, refusal } = policy.check(question, relations);
  if (refusal !== null) return `no: ${refusal.reason}`;
  return grant.by === 'role' ? `${grant.role}/${grant.declaredBy} ${grant.permission}` : grant.relation;
}

describe('SD-09 roles within a tenant', () => {
  it.each([
    ['invoice#1 read', ['viewer'], 'viewer/viewer invoice:read'],
    ['invoice#1 read', ['finance'], 'finance/finance invoice:*'],
    ['report read', ['chief'], 'chief/viewer report:read'],
    ['report read', ['root'], 'root/root *'],
    ['invoice#1 approve', ['viewer'], 'no: no-grant'],
    ['invoice create', ['viewer', 'finance'], 'finance/finance invoice:*'],
    ['invoice read', [], 'no: no-grant'],
    ['invoice read', ['no-such-role'], 'no: no-grant'],
    ['invocie read', ['root'], 'no: unknown-resource-type'],
    ['invoice raed', ['root'], 'no: unknown-action'],
    ['invoice *', ['root'], 'no: unknown-action'],
    ['employee read:selfish', ['root'], 'no: unknown-scope'],
    ['report read:own', ['viewer'], 'viewer/viewer report:read'],
    ['report read:Own!', ['root'], 'no: unknown-scope'],
  ])('%s by %j: %s', (what, roles, expected) => {
    expect(outcome(asks(what, {}, { roles }))).toBe(expected);
  });
});

describe('SD-09 conditions', () => {
  const roles = ['approver'];

  it('names the condition that held', () => {
    expect(policy.check(asks('invoice#1 approve', { amount: 5000, createdBy: 'bob' }, { roles }))).toEqual({
      allowed: true,
      grant: {
        by: 'role',
        role: 'approver',
        declaredBy: 'approver',
        permission: 'invoice:approve',
        condition: 'resource.amount <= 10000.0 && resource.createdBy != user.key',
      },
      refusal: null,
    });
  });

  it.each([
    [{ amount: 10000, createdBy: 'bob' }, null],
    [{ amount: 10000.01, createdBy: 'bob' }, 'is false'],
    [{ amount: 1, createdBy: 'ada' }, 'is false'],
    [{ createdBy: 'bob' }, 'asks for `amount`, which is not given'],
    [{ amount: '1', createdBy: 'bob' }, 'does not fit what is given: `string <= double` is not possible'],
  ])('%j: %s', (resource, because) => {
    const { refusal } = policy.check(asks('invoice#1 approve', resource, { roles }));
    const condition = 'the condition resource.amount <= 10000.0 && resource.createdBy != user.key';
    expect(refusal?.nearMisses.map((miss) => miss.because)).toEqual(
      because === null ? undefined : [`${condition} ${because}`],
    );
  });

  it('tells whoever is refused which roles would do', () => {
    const { refusal } = policy.check(asks('invoice#1 approve', { amount: 1e6, createdBy: 'bob' }, { roles }));
    expect(JSON.parse(JSON.stringify(refusal))).toEqual({
      reason: 'not-covered',
      missing: 'invoice:approve',
      nearMisses: [
        {
          grant: {
            by: 'role',
            role: 'approver',
            declaredBy: 'approver',
            permission: 'invoice:approve',
            condition: 'resource.amount <= 10000.0 && resource.createdBy != user.key',
          },
          because: 'the condition resource.amount <= 10000.0 && resource.createdBy != user.key is false',
        },
      ],
      grantedBy: ['chief', 'finance', 'root'],
    });
  });
});

describe('P03 scopes and ownership', () => {
  const own = { userId: 'ada', managers: ['bob'] };
  const others = { userId: 'eve', managers: ['bob'] };

  it.each([
    ['employee#1 read', own, ['employee'], 'employee/employee employee:read:self'],
    ['employee#1 read', others, ['employee'], 'no: not-covered'],
    ['employee#1 update', own, ['employee'], 'no: no-grant'],
    ['employee read', {}, ['employee'], 'no: not-covered'],
    ['employee read:self', {}, ['employee'], 'employee/employee employee:read:self'],
    ['employee#1 read:self', own, ['employee'], 'employee/employee employee:read:self'],
    ['employee#1 read:self', others, ['employee'], 'no: not-covered'],
    ['employee read:self', others, ['employee'], 'no: not-covered'],
    ['employee#1 read:team', own, ['employee'], 'no: no-grant'],
    ['employee#1 update', own, ['clerk'], 'clerk/clerk employee:*:self'],
    ['employee#1 read', others, ['lead'], 'no: not-covered'],
    ['employee#1 read', { userId: 'eve', managers: ['ada'] }, ['lead'], 'lead/lead employee:read:*'],
    ['employee read:team', {}, ['lead'], 'lead/lead employee:read:*'],
    ['report#1 read', { owner: 'ada' }, ['own-report'], 'no: not-covered'],
    ['report#1 read:own', { owner: 'ada' }, ['own-report'], 'own-report/own-report report:read:own'],
  ])('%s of %j by %j: %s', (what, resource, roles, expected) => {
    expect(outcome(asks(what, resource, { roles }))).toBe(expected);
  });
});

describe('SD-09 relationships', () => {
  it.each([
    ['document#7 share', {}, ['document#7 owner user#ada'], 'owner'],
    ['document#7 comment', {}, ['document#7 editor user#ada'], 'editor'],
    ['document#7 share', {}, ['document#7 editor user#ada'], 'no: no-grant'],
    ['document#7 read', {}, ['document#7 viewer tenant#acme'], 'viewer'],
    ['document#7 read', {}, ['document#7 viewer tenant#other'], 'no: no-grant'],
    ['document#7 comment', { service: 'ada' }, ['document#7 editor user#ada'], 'no: no-grant'],
    ['document#7 comment', { service: 'bot' }, ['document#7 editor service-account#bot'], 'editor'],
    ['document#7 read', {}, ['document#7 parent folder#1', 'folder#1 editor user#ada'], 'parent.editor'],
    ['document#7 read', {}, ['document#7 parent folder#1', 'folder#1 owner user#ada'], 'no: no-grant'],
    ['document#7 comment', {}, ['document#7 parent folder#1', 'folder#1 editor user#ada'], 'no: no-grant'],
    ['document read', {}, ['document#7 owner user#ada'], 'no: no-grant'],
    ['document#8 read', {}, ['document#7 owner user#ada'], 'no: no-grant'],
    ['document#7 share', { service: 'bot' }, ['document#7 owner service-account#bot'], 'no: no-grant'],
  ])('%s by %j where %j: %s', (what, asking, tuples, expected) => {
    expect(outcome(asks(what, {}, asking), related(...tuples))).toBe(expected);
  });

  it('names the parent through which it holds', () => {
    const relations = related('document#7 parent folder#1', 'folder#1 editor user#ada');
    expect(policy.check(asks('document#7 read'), relations).grant).toEqual({
      by: 'relation',
      relation: 'parent.editor',
      via: { type: 'folder', id: '1' },
    });
  });
});
