import type { ErrorCode } from '../../../../src/components/features/evaluation/contract.ts';

/** A ruleset in which something cannot be understood, the flags that are asked for, and what each of them answers. */
export interface BrokenRuleset {
  readonly name: string;
  readonly ruleset: unknown;
  readonly flags: readonly string[];
  /** Beside `flags`; PARSE_ERROR where none is given. */
  readonly answers: readonly (ErrorCode | undefined)[];
}

const good = {
  state: 'on',
  variations: { on: true, off: false },
  offVariation: 'off',
  fallthrough: { variation: 'on' },
  clientSide: true,
};

const by = { kind: 'user', path: ['key'] };
const deal = { hash: 'murmur3', salt: 's' };
const whole = [{ variation: 'on', upTo: 100_000 }];

/** Each of these makes one flag unreadable. */
const mistakes: { readonly [name: string]: unknown } = {
  'no object': 7,
  'no flag': null,
  'a list': [],
  'no state': { ...good, state: undefined },
  'unknown state': { ...good, state: 'paused' },
  'no variations': { ...good, variations: undefined },
  'unknown off variation': { ...good, offVariation: 'gone' },
  'unknown fallthrough': { ...good, fallthrough: { variation: 'gone' } },
  'empty fallthrough': { ...good, fallthrough: {} },
  'unknown target': { ...good, targets: [{ kind: 'user', keys: ['ada'], variation: 'gone' }] },
  'target without keys': { ...good, targets: [{ kind: 'user', variation: 'on' }] },
  'rules as text': { ...good, rules: 'all' },
  'rule without serve': { ...good, rules: [{ name: 'x' }] },
  'unknown condition': withTest({ op: 'sometimes' }),
  'inherited condition': withTest({ op: 'constructor' }),
  'unknown test': withTest({ op: 'attribute', of: by, tests: [{ is: 'sometimes' }] }),
  'inherited test': withTest({ op: 'attribute', of: by, tests: [{ is: 'toString' }] }),
  'empty path': withTest({ op: 'attribute', of: { kind: 'user', path: [] }, tests: [] }),
  'values of a wrong type': withTest({ op: 'attribute', of: by, tests: [{ is: 'in', values: [{}] }] }),
  'a bound as text': withTest({ op: 'attribute', of: by, tests: [{ is: 'number', above: '3' }] }),
  'division by zero': withTest({ op: 'attribute', of: by, tests: [{ is: 'modulo', divisor: 0, remainder: 0 }] }),
  'half a network': withTest({ op: 'attribute', of: by, tests: [{ is: 'cidr', networks: [{ first: '0a000000' }] }] }),
  'mixed network': withTest({
    op: 'attribute',
    of: by,
    tests: [{ is: 'cidr', networks: [{ first: '0a000000', last: '0'.repeat(32) }] }],
  }),
  'two numbers of a version': withTest({
    op: 'attribute',
    of: by,
    tests: [{ is: 'semver', comparisons: [{ op: '=', version: [1, 2], pre: [] }] }],
  }),
  'a jump out of the program': withTest({
    op: 'attribute',
    of: by,
    tests: [{ is: 'matches', programs: [{ pattern: 'x', start: 0, code: [{ op: 'split', to: 0, or: 9 }] }] }],
  }),
  'unknown segment': withTest({ op: 'segment', keys: ['gone'] }),
  'segment that asks for itself': withTest({ op: 'segment', keys: ['itself'] }),
  'unknown hash': { ...good, fallthrough: { rollout: { by, deal: { hash: 'md5', salt: '' }, parts: whole } } },
  'inherited hash': { ...good, fallthrough: { rollout: { by, deal: { hash: 'valueOf', salt: '' }, parts: whole } } },
  'no parts': { ...good, fallthrough: { rollout: { by, deal, parts: [] } } },
  'parts that do not reach the end': {
    ...good,
    fallthrough: { rollout: { by, deal, parts: [{ variation: 'on', upTo: 99_999 }] } },
  },
  'parts that fall back': {
    ...good,
    fallthrough: {
      rollout: { by, deal, parts: [{ variation: 'on', upTo: 5 }, { variation: 'off', upTo: 4 }, ...whole] },
    },
  },
  'half a bucket': {
    ...good,
    fallthrough: { rollout: { by, deal, parts: [{ variation: 'on', upTo: 0.5 }, ...whole] } },
  },
  'unknown entitlement': { ...good, entitlement: 'gone' },
  'hangs on itself': { ...good, prerequisites: [{ flag: 'hangs on itself', variations: ['on'] }] },
  'hangs on a circle': { ...good, prerequisites: [{ flag: 'hangs on itself', variations: ['on'] }] },
  'schedule out of order': {
    ...good,
    schedule: [
      { at: 5, state: 'off' },
      { at: 4, state: 'on' },
    ],
  },
  'unknown control': { ...good, experiment: { control: 'gone' }, fallthrough: { rollout: { by, deal, parts: whole } } },
  'off, with a mistake further down': { ...good, state: 'off', rules: [{ serve: { variation: 'gone' } }] },
};

const segments = { itself: { rules: [{ if: { op: 'segment', keys: ['itself'] } }] } };
const frame = { format: 1, environment: 'production', revision: 1, madeAt: 0, segments, entitlements: {} };

export const brokenRulesets: readonly BrokenRuleset[] = [
  { name: 'mistakes', ruleset: { ...frame, flags: mistakes }, flags: Object.keys(mistakes), answers: [] },
  ...[null, 7, 'rules', [], {}, { ...frame, flags: {}, format: 2 }, { ...frame, flags: [] }].map((ruleset, index) => ({
    name: `no ruleset ${index}`,
    ruleset,
    flags: ['any'],
    answers: [],
  })),
  {
    name: 'no such flag',
    ruleset: { ...frame, flags: {} },
    flags: ['any', '__proto__'],
    answers: both('FLAG_NOT_FOUND'),
  },
];

function withTest(test: unknown): unknown {
  return { ...good, rules: [{ if: test, serve: { variation: 'on' } }] };
}

function both(code: ErrorCode): readonly ErrorCode[] {
  return [code, code];
}
