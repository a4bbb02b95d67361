import { describe, expect, it } from 'vitest';
import { attributesIn, checkCondition } from '../../../src/engine/condition/check-condition.ts';
import { bodyFrom } from '../../support/policy-findings.ts';

const codesOf = (yaml: string): readonly string[] =>
  checkCondition(bodyFrom(yaml), '/if').map(({ code, pointer }) => `${code} ${pointer}`);

describe('checkCondition', () => {
  it.each([
    ["{ user.email: { endsWith: '@acme.com' }, tenant.plan: [pro, business] }", []],
    ['{ any: [{ segment: a }, { not: { user.age: { atLeast: 5, atMost: 5 } } }] }', []],
    ['{ now: { after: 2027-01-01, before: 2027-02-01T10:00:00Z } }', []],
    ['{ now: { after: 2027-02-01, before: 2027-02-01 } }', ['condition/empty-range /if/now/before']],
    ['{ now: { after: 2027-02-30 } }', ['condition/impossible-date /if/now/after']],
    ['{ user.since: { before: 2027-13-01 } }', ['condition/impossible-date /if/user.since/before']],
    ['{ user.age: { greaterThan: 5, atMost: 5 } }', ['condition/empty-range /if/user.age/atMost']],
    ['{ user.age: { atLeast: 5, lessThan: 5.0001 } }', []],
    ['{ user.id: { modulo: { divisor: 3, remainder: 3 } } }', ['condition/bad-remainder /if/user.id/modulo/remainder']],
    ['{ user.name: { ignoreCase: true } }', ['condition/nothing-to-compare /if/user.name/ignoreCase']],
    ['{ user.name: { ignoreCase: true, equals: ada } }', []],
    ["{ user.ip: { cidr: ['10.0.0.0/8', '::1', '2001:db8::/129'] } }", ['condition/bad-network /if/user.ip/cidr/2']],
    ["{ user.name: { not: { matches: '*' } } }", ['condition/bad-pattern /if/user.name/not/matches']],
    ['{ user.groups: { size: { atLeast: 3, atMost: 2 } } }', ['condition/empty-range /if/user.groups/size/atMost']],
    [
      "{ all: [{ not: { any: [{ a/b.c: { matches: '(' } }] } }] }",
      ['condition/bad-pattern /if/all/0/not/any/0/a~1b.c/matches'],
    ],
  ])('%s', (yaml, expected) => {
    expect(codesOf(yaml)).toEqual(expected);
  });

  it.each([null, 7, 'text', [], { any: 3 }, { now: [] }, { 'user.x': { cidr: 7, matches: {}, modulo: [] } }])(
    'takes anything that is no condition: %j',
    (value) => {
      expect(checkCondition(value, '/if')).toEqual([]);
    },
  );
});

describe('attributesIn', () => {
  it('finds every attribute, however deep, and none of the words between', () => {
    const condition = bodyFrom('{ user.a: 1, segment: s, any: [{ tenant.b: 1 }, { not: { all: [{ event.c: 1 }] } }] }');
    expect(attributesIn(condition, '')).toEqual([
      { path: 'user.a', pointer: '/user.a' },
      { path: 'tenant.b', pointer: '/any/0/tenant.b' },
      { path: 'event.c', pointer: '/any/1/not/all/0/event.c' },
    ]);
  });
});
