import { Murmur3 } from '../../../src/components/features/evaluation/deals/murmur3.ts';
import type { Test, ValueTest } from '../../../src/components/features/evaluation/ruleset.ts';

/** The last units of a bucket: one more, and they would be dealt what the next one is. Found by trying. */
function lastOfBucket(): readonly { readonly unit: string; readonly upTo: number }[] {
  const hash = new Murmur3('s.', 0);
  return Array.from({ length: 200_000 }, (_, place) => `unit-${place}`).flatMap((unit) => {
    const position = hash.position(unit) + 0x80000000;
    const upTo = Math.floor((position * 100_000) / 0x100000000) + 1;
    const isLast = Math.floor(((position + 1) * 100_000) / 0x100000000) === upTo;
    return isLast ? [{ unit, upTo }] : [];
  });
}

const variations = { on: true, off: false };

function dealing(upTo: number) {
  const parts = [
    { variation: 'on', upTo },
    { variation: 'off', upTo: 100_000 },
  ];
  const rollout = { by: { kind: 'user', path: ['key'] }, deal: { hash: 'murmur3', salt: 's' }, parts };
  return { state: 'on', variations, fallthrough: { rollout }, clientSide: true };
}

function asking(tests: readonly ValueTest[]) {
  const test: Test = { op: 'attribute', of: { kind: 'user', path: ['value'] }, tests };
  const rules = [{ if: test, serve: { variation: 'on' } }];
  return { state: 'on', variations, rules, fallthrough: { variation: 'off' }, clientSide: true };
}

const version = (op: '=' | '<' | '>', pre: readonly (string | number)[]): ValueTest => ({
  is: 'semver',
  comparisons: [{ op, version: [1, 0, 0], pre }],
});

const values: readonly unknown[] = [
  'ΟΔΟΣ',
  'οδος',
  'ΟΔΟΣ ΟΔΟΣ',
  'İ',
  '1.0.0-123456789012345',
  '1.0.0-1234567890123456',
  '1.0.0-01',
  'v1',
  'V1.0',
  '1.0.0+x',

  '1.0.0-a.b',
  '1.0.0-a',
  '9007199254740993.0.0',
  '255.255.255.255',
  '::ffff:1.2.3.4',
  '1::',
  '::',
  '1:2:3:4:5:6:7::',
  '01.2.3.4',

  -3,
  -0,
  0.1,
  2 ** 53,
  1e308,
  true,
  null,
  [],
  ['οδος'],
  '2024-02-29',
  '2024-02-30',
  '2024-02-29T23:59:60Z',
];

const tests: readonly (readonly ValueTest[])[] = [
  [{ is: 'endsWith', texts: ['οδοσ'], ignoreCase: true }],
  [{ is: 'in', values: ['οδοσ', 0, true], ignoreCase: true }],
  [{ is: 'includesAll', values: ['οδοσ'], ignoreCase: true }],
  [version('<', [1, 'x'])],
  [version('>', ['a'])],
  [version('>', [1])],
  [version('=', [])],
  [{ is: 'cidr', networks: [{ first: '01020304', last: '01020304' }] }],
  [{ is: 'cidr', networks: [{ first: '0'.repeat(32), last: `0000${'f'.repeat(28)}` }] }],
  [{ is: 'modulo', divisor: 5, remainder: 2 }],
  [{ is: 'number', from: 0, to: 2 ** 53 }],
  [{ is: 'date', after: Date.UTC(2024, 1, 29), before: Date.UTC(2024, 2, 1) }],
  [{ is: 'size', tests: [{ is: 'number', from: 0, to: 1 }] }],
];

/** Flags and contexts at edges that chance hardly meets. */
export function edgeRuleset() {
  const last = lastOfBucket();
  const flags = Object.fromEntries([
    ...last.map(({ upTo }) => [`up to ${upTo}`, dealing(upTo)]),
    ...tests.map((test, place) => [`test ${place}`, asking(test)]),
  ]);
  const contexts = [
    ...last.map(({ unit }) => ({ user: { key: unit } })),
    ...values.map((value) => ({ user: { value } })),
  ];
  const ruleset = { format: 1, environment: 'test', revision: 1, madeAt: 0, flags, segments: {}, entitlements: {} };
  return { ruleset, contexts };
}
