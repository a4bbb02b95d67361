/** In place of the operand in each of the forms, like those below. */
const texts =
  ';a;Ab;ΟΔΟΣ;soon;user.key;user;User.key;user."a b";user."a;user.a b;murmur3;growthbook-v2;nope;pilots;none;(?i)x;yes;5;' +
  '1.2;1.x;>=1.2 <2;^1.2.3-beta.1;^0.0.3;^0;~v2;>2;<=2.1;<2;=2;1 || 2;=>1;> = 1;2.0.0-01.1+build;99999999999999999999.1;' +
  '10.0.0.0/8;10.1.2.3/8;10.0.0.0/33;10.0.0.0/08;300.0.0.1;1.2.3.4;01.2.3.4;10.0.0.0/;2001:db8::/32;2001:DB8::1/64;' +
  '2001:db8::/129;::1;::;::ffff:10.0.0.1/104;fe80::1%eth0;1::2::3;2027-01-31;2027-02-29;2027-13-01;2027-01-01T09:00:00Z;' +
  '2027-01-01T09:00+02:00;2027-01-01T24:00:00Z';

const numbers = [0, 1, -1, 1.5, 0.0001, 0.001, 12.3456, 33.333, 100, 150, 4294967295, 4294967296, 1e20, 1e21];

const operands: readonly unknown[] = [
  ...texts.split(';'),
  ...numbers,
  true,
  false,
  null,
  [],
  ['a'],
  ['b', 'a', 'Ａ', '😀', '１'],
  ['a', 'a'],
  [''],
  [1, '1'],
  [true, 1, '1', false, 0],
  [10, 9, 1.5],
  [1, 1],
  [null],
  [['a']],
  [{}],
  ['pilots'],
  ['pilots', 'none'],
  ['10.0.0.0/8', '192.0.2.7'],
  ['10.0.0.0/8', 'x'],
  {},
  { atLeast: 2 },
  { atLeast: '2' },
  { equals: 'A', ignoreCase: true },
  { in: ['A', 'B', 1], ignoreCase: true },
  { not: { contains: ['B', 'A'], ignoreCase: true } },
  { size: { atLeast: 1, atMost: 2 }, exists: true, includes: 'x' },
  { nope: 1 },
  { 'user.a': 1 },
  { 'user.b': 2, 'user.a': 1 },
  { percent: 5 },
  { percent: 5, by: 'tenant.key', salt: 's', seed: 7, hash: 'flagd', buckets: 10 },
  { after: '2027-01-01', before: '2028-01-01' },
  { after: '2028-01-01', before: '2028-01-01' },
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
  (operand) => operand,
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
  { op: 'attribute', of: { kind: 'user', path: ['a'] }, tests: [] },
  { op: 5 },
];

/** Conditions as people write them, most of them wrong. */
export const conditions: readonly unknown[] = [...several, ...forms.flatMap((form) => operands.map(form))];
