import { expect, it } from 'vitest';
import { type Condition, TestFlagData } from '../../../../src/components/features/client/index.ts';
import { testConditionCompiler } from '../../../../src/components/features/client/testing/compile-test-condition.ts';
import { compileExpression } from '../../../../src/engine/condition/compile-expression.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { validateResources } from '../../../../src/engine/validate/validate-resources.ts';
import { registry } from '../../../support/project-folder.ts';

/** In place of `?` in each of the forms. */
const operands: readonly unknown[] = [
  '',
  'a',
  '1.2',
  '1.x',
  '>=1.2 <2',
  '^1.2.3-beta.1',
  '~v2',
  '1 || 2',
  '=>1',
  '5',
  'yes',
  'pilots',
  'none',
  '(?i)x',
  '(',
  '10.0.0.0/8',
  '10.0.0.0/33',
  '300.0.0.1',
  '1.2.3.4',
  '01.2.3.4',
  '2001:db8::/32',
  '2001:db8::/129',
  '::1',
  '10.0.0.0/',
  '2027-01-31',
  '2027-02-29',
  '2027-13-01',
  '2027-01-01T09:00:00Z',
  '2027-01-01T24:00:00Z',
  'soon',
  'user.key',
  'user',
  'User.key',
  0,
  1,
  -1,
  1.5,
  0.0001,
  33.333,
  100,
  150,
  4294967295,
  4294967296,
  true,
  false,
  null,
  'murmur3',
  'nope',
  [],
  ['a'],
  ['a', 'b'],
  ['a', 'a'],
  [''],
  [1, '1'],
  [1, 1],
  [null],
  [['a']],
  [{}],
  ['pilots'],
  ['pilots', 'none'],
  {},
  { atLeast: 2 },
  { atLeast: '2' },
  { equals: 'a' },
  { nope: 1 },
  { 'user.a': 1 },
  { percent: 5 },
  { divisor: 5, remainder: 4 },
  { divisor: 5, remainder: 5 },
  { divisor: 0, remainder: 0 },
  { divisor: 5 },
  { divisor: 2.5, remainder: 1 },
];

const names =
  'equals in notIn contains startsWith endsWith matches ignoreCase greaterThan atLeast lessThan atMost modulo before after semver cidr includes includesAll size exists not nope';

const forms: readonly ((operand: unknown) => unknown)[] = [
  ...names.split(' ').map((name) => (operand: unknown) => ({ 'user.a': { [name]: operand } })),
  ...['any', 'all', 'not', 'segment', 'share', 'now', 'user', 'user.a', 'user."a b"', 'user.a b'].map(
    (name) => (operand: unknown) => ({ [name]: operand }),
  ),
  ...['by', 'salt', 'seed', 'hash', 'buckets', 'nope'].map((name) => (operand: unknown) => ({
    share: { percent: 10, [name]: operand },
  })),
  (operand) => ({ share: { percent: operand } }),
  (operand) => ({ now: { after: operand } }),
  (operand) => ({ now: { before: operand, after: '2027-01-15' } }),
  (operand) => ({ 'user.a': { startsWith: 'x', ignoreCase: operand } }),
  (operand) => ({ 'user.a': { size: { not: { in: operand } } } }),
  (operand) => ({ any: [{ 'user.a': 1 }, { not: { 'user.b': operand } }] }),
];

const several: readonly unknown[] = [
  { 'user.n': { atLeast: 5, atMost: 4 } },
  { 'user.n': { atLeast: 5, atMost: 5 } },
  { 'user.n': { greaterThan: 5, atMost: 5 } },
  { 'user.n': { size: { atLeast: 5, lessThan: 5 } } },
  { 'user.n': { before: '2027-01-01', after: '2028-01-01' } },
  { 'user.n': { not: { atLeast: 5, atMost: 4 } } },
  { 'user.n': { not: { ignoreCase: true } } },
  { 'user.n': { ignoreCase: true, atLeast: 1 } },
  { 'user.n': 1, 'user.m': {} },
];

it('SD-06 what a file would not be let through with is a TypeError in tests, operand by operand', () => {
  const conditions = [...several, ...forms.flatMap((form) => operands.map(form))];
  const flags = conditions.map((condition, number) => {
    const body = { variations: { on: true, off: false }, rules: [{ if: condition, serve: 'on' }], fallthrough: 'off' };
    return { kind: 'Flag', key: `f${number}`, body: body as unknown as JsonObject };
  });
  const pilots = { kind: 'Segment', key: 'pilots', body: { include: { tenant: ['acme'] } } };
  const refused = new Set(validateResources([...flags, pilots], registry).map(({ resource }) => resource.key));
  const compile = testConditionCompiler(compileExpression, (key) => key === 'pilots');
  const differences = conditions.filter((condition, number) => {
    try {
      compile(condition as Condition, 'x');
      return refused.has(`f${number}`);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      return !refused.has(`f${number}`);
    }
  });
  expect(differences.map((one) => JSON.stringify(one))).toEqual([]);
  expect([refused.size > 500, conditions.length - refused.size > 300]).toEqual([true, true]);
});

it('SD-06 a segment is set before it is asked for', () => {
  const data = TestFlagData.create();
  const flag = data.flag('x');
  expect(() => flag.rule({ segment: 'pilots' }, 'on')).toThrow(TypeError);
  data.segment('pilots', { include: { tenant: ['acme'] } });
  flag.rule({ segment: 'pilots' }, 'on').fallthrough('off');
  expect(data.client().variation('x', { tenant: { key: 'acme' } }, false)).toBe(true);
});
