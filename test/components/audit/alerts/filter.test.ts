import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../../../src/components/audit/alerts/filter/compile-filter.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import { conditionTests } from '../../../../src/components/features/condition-tests.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { entryAt, ruleOf, ruleSet } from './entries.ts';

const entry = entryAt(0, {
  tenantId: 'globex',
  action: 'user.role_assigned',
  actor: {
    type: 'user',
    id: 'ada',
    email: 'ada@acme.com',
    ip: '10.1.2.3',
    userAgent: 'curl/8',
    location: { country: 'IN', data: 'table 2027' },
  },
  resource: { type: 'member', id: 'bob' },
  before: { roles: ['viewer'] },
  after: { roles: ['viewer', 'admin'], 'a.b': { c: 1 } },
  metadata: { region: 'eu', attempts: 7 },
});

function fits(filter: JsonObject, of: AuditEntry = entry): boolean {
  return compileFilter(filter, conditionTests).fits(of);
}

describe('the filter of an alert rule', () => {
  it.each<readonly [string, JsonObject]>([
    ['an action', { action: 'user.role_assigned' }],
    ['a part of an action', { action: 'user.*' }],
    ['a middle of an action', { action: '*.role_*ed' }],
    ['one of several actions', { action: ['auth.login', 'user.*'] }],
    ['an action by operators', { action: { startsWith: 'user.', notIn: ['user.deleted', 'user.x*'] } }],
    ['an action without capitals', { action: { equals: 'USER.*', ignoreCase: true } }],
    ['an outcome', { outcome: ['failure', 'denied'] }],
    ['the actor', { 'actor.id': 'ada', 'actor.type': 'user', 'actor.email': { endsWith: '@acme.com' } }],
    ['the resource', { 'resource.type': 'member', 'resource.id': { not: 'ada' } }],
    ['the tenant', { tenant: 'globex' }],
    ['the address', { ip: { cidr: '10.0.0.0/8' } }],
    ['the country', { country: ['DE', 'IN'] }],
    ['the program', { userAgent: { matches: '^curl/' } }],
    ['values before and after', { 'before.roles': { size: 1 }, 'after.roles': { includes: 'admin' } }],
    ['a name with a dot', { 'after."a.b".c': 1 }],
    ['metadata', { 'metadata.attempts': { atLeast: 7 }, 'metadata.region': { exists: true } }],
    ['what is absent', { 'metadata.zone': { exists: false } }],
    ['any', { any: [{ tenant: 'initech' }, { ip: '10.1.2.3' }] }],
    ['all', { all: [{ tenant: 'globex' }, { not: { ip: '10.1.2.4' } }] }],
  ])('fits by %s', (_, filter) => {
    expect([fits(filter), fits({ not: filter })]).toEqual([true, false]);
  });

  it.each<readonly [string, JsonObject]>([
    ['another action', { action: 'user.role' }],
    ['an action that begins alike', { action: 'user.role_assigned.*' }],
    ['an action too short for its pattern', { action: 'user.role_assigned*d' }],
    ['a name that every object has', { 'metadata.constructor': { exists: true } }],
    ['a place in a list', { 'after.roles.0': 'viewer' }],
    ['what is absent', { 'metadata.zone': { notIn: ['eu'] } }],
    ['one of two tests', { tenant: 'globex', ip: '10.1.2.4' }],
  ])('does not fit by %s', (_, filter) => {
    expect(fits(filter)).toBe(false);
  });

  it('looks at an entry that changed several things as a whole and at each of them', () => {
    const rule = ruleOf({
      when: { action: 'role.granted', 'after.role': 'owner' },
      count: { atLeast: 1, within: '1m', by: 'resource.id' },
    });
    const granted = (id: string, role: string) => ({
      action: 'role.granted',
      resource: { type: 'member', id },
      before: null,
      after: { role },
    });
    const imported = entryAt(0, {
      action: 'members.imported',
      changes: [granted('ada', 'viewer'), granted('bob', 'owner')],
    });
    const digest = entryAt(0, { action: 'members.imported', changes: { digest: 'sha256:00', bytes: 9 } });
    expect([rule.look(imported), rule.look(digest)]).toEqual([{ key: 'bob', steps: [0] }, null]);
    const rules = ruleSet({ when: { action: 'role.*' } }, { when: { action: 'auth.login' } });
    expect(rules.concerning(imported).map(({ rule: { key } }) => key)).toEqual(['rule-0']);
  });

  it('counts no entry that lacks the field it is grouped by', () => {
    const rule = ruleOf({ when: { action: 'auth.*' }, count: { atLeast: 2, within: '1m', by: 'ip' } });
    expect(rule.look(entryAt(0))).toBeNull();
    expect(rule.look(entryAt(0, { actor: { type: 'user', id: 'ada', ip: '10.0.0.1' } }))?.key).toBe('10.0.0.1');
  });

  it('finds rules by the action, whatever their filter looks like', () => {
    const rules = ruleSet(
      { when: { action: 'auth.*' } },
      { when: { any: [{ action: 'auth.login' }, { action: 'user.*' }] } },
      { when: { not: { action: 'auth.login' } } },
      { when: { ip: '10.0.0.1' } },
      { when: { any: [{ action: 'billing.*' }, { tenant: 'globex' }] } },
      { sequence: { of: [{ action: 'a.b' }, { action: 'auth.login' }], within: '1m' } },
    );
    const keysFor = (action: string) => rules.concerning(entryAt(0, { action })).map(({ rule: { key } }) => key);
    expect(keysFor('auth.login')).toEqual(['rule-0', 'rule-1', 'rule-2', 'rule-3', 'rule-4', 'rule-5']);
    expect(keysFor('user.deleted')).toEqual(['rule-1', 'rule-2', 'rule-3', 'rule-4']);
  });
});
