import type { Condition } from '../../../src/components/features/client/index.ts';
import { testConditionCompiler } from '../../../src/components/features/client/testing/compile-test-condition.ts';

const texts =
  'a|A|ς|1.2|>=1.2 <2|^1.2.3-beta.1|^0.3|~v2|>2|<=1.2|=2|=>1||5|pilots|none|10.0.0.0/8|10.0.0.0/33|300.0.0.1|1.2.3.4|01.2.3.4|2001:db8::/32|::1|2001:db8::/129|::ffff:1.2.3.4/120|10.0.0.0/|1::2::3|2027-01-31|2027-02-29|2027-01-01T09:00:00Z|soon|user.key|user|User.key|user."a b"|murmur3|nope'.split(
    '|',
  );

const scalars: readonly unknown[] = [
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
];

const lists = [
  [],
  ['a'],
  ['b', 'a', 'B'],
  ['a', 'a'],
  [''],
  [1, '1', true, 0],
  [1, 1],
  [null],
  [['a']],
  [{}],
  ['pilots', 'none'],
];

const objects: readonly unknown[] = [
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
];

/** In place of what a test compares with, in each of the forms. */
const operands: readonly unknown[] = [...texts, ...scalars, ...lists, ...objects];

const names =
  'equals in notIn contains startsWith endsWith ignoreCase greaterThan atLeast lessThan atMost modulo before after semver cidr includes includesAll size exists not nope';

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
  (operand) => ({ 'user.a': { startsWith: 'X', ignoreCase: operand } }),
  (operand) => ({ 'user.a': { in: operand, ignoreCase: true } }),
  (operand) => ({ 'user.a': { size: { not: { in: operand } } } }),
  (operand) => ({ any: [{ 'user.a': 1 }, { not: { 'user.b': operand } }] }),
  (operand) => ({ 'user.z': 1, 'user.a': { atMost: 9, atLeast: 1, after: '2026-01-01' }, 'user.b': operand }),
];

const several: readonly unknown[] = [
  { 'user.n': { atLeast: 5, atMost: 4 } },
  { 'user.n': { atLeast: 5, atMost: 5 } },
  { 'user.n': { greaterThan: 5, atMost: 5 } },
  { 'user.n': { size: { atLeast: 5, lessThan: 5 } } },
  { 'user.n': { before: '2027-01-01', after: '2028-01-01' } },
  { 'user.n': { not: { ignoreCase: true } } },
  { 'user.n': { ignoreCase: true, atLeast: 1 } },
  { op: 'segment', keys: ['whatever'] },
];

/** Those that mean something, and those that a file would not be let through with. */
export const conditions: readonly unknown[] = [...several, ...forms.flatMap((form) => operands.map(form))];

const compile = testConditionCompiler(undefined, (key) => key === 'pilots');

/** The test that a condition becomes, or why it does not. */
export function typescriptCondition(condition: unknown): unknown {
  try {
    return compile(condition as Condition, 'x');
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}
