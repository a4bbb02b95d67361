/** Values in which languages differ: numbers, texts beyond the first plane, lists where objects are thought of. */
const values: readonly unknown[] = [
  0,
  -0,
  1,
  1.5,
  1e-7,
  0.000001,
  1.25e-9,
  123456789.125,
  9007199254740991,
  9007199254740992,
  Number('9007199254740993'),
  1152921504606846976,
  1e20,
  1e21,
  1.5e300,
  -1e21,
  true,
  false,
  null,
  '',
  '1',
  'true',
  'İ',
  'ΟΔΟΣ',
  'straße',
  '😀',
  'a😀b',
  'Ａ',
  '１',
  '1.2.3',
  '1.2.3-beta.2',
  'v1',
  '01.2.3',
  '1.2.3-01',
  '1.2.3-1234567890123456',
  '\ud83d',
  'a\udc00b',
  ' b',
  '\nb',
  'b',
  '1.2.3\n',
  '9007199254740992.0.0',
  '10.0.0.1',
  '10.0.0.1\n',
  '10.0.0.01',
  '::ffff:10.0.0.1',
  '::ffff:a00:1',
  'fe80::1%eth0',
  '1:2:3:4:5:6:7::',
  '2027-01-31',
  '2027-01-31\n',
  '0000-02-29',
  '2027-02-29',
  '2027-01-31T24:00',
  '2027-01-31T09:00:00.1239Z',
  '2027-01-31T09:00+23:59',
  '２０２７-01-31',
  [],
  ['a', 1, true],
  [1],
  [true],
  [['a']],
  [{ key: 'ada' }],
  { key: 'ada' },
  { '0': 'zero', length: 7 },
];

const attribute = (path: readonly string[], ...tests: readonly unknown[]) => ({
  op: 'attribute',
  of: { kind: 'user', path },
  tests,
});

const tests: readonly unknown[] = [
  { is: 'in', values: [1, '1', 'true', 0] },
  { is: 'in', values: [true, '', 1e21, 9007199254740992, 1152921504606847000, 'σ'] },
  { is: 'notIn', values: [false, 0] },
  { is: 'in', values: ['οδοσ', 'i̇', 'ａ'], ignoreCase: true },
  { is: 'contains', texts: ['', '😀'] },
  { is: 'startsWith', texts: ['a😀'] },
  { is: 'contains', texts: ['b\ud83d', '\ude00b'] },
  { is: 'startsWith', texts: ['\ud83d'] },
  { is: 'endsWith', texts: ['\ude00'], ignoreCase: true },
  { is: 'endsWith', texts: ['σ'], ignoreCase: true },
  { is: 'number', from: 1, below: Number('9007199254740993') },
  { is: 'number', above: 1e300 },
  { is: 'modulo', divisor: 2, remainder: 0 },
  { is: 'modulo', divisor: 0.1, remainder: 0 },
  { is: 'date', after: -62_162_208_000_000, before: 1_801_440_000_000 },
  { is: 'semver', comparisons: [{ op: '>=', version: [1, 0, 0], pre: [] }] },
  { is: 'semver', comparisons: [{ op: '<', version: [1, 2, 3], pre: ['beta', 10] }] },
  { is: 'cidr', networks: [{ first: '0a000000', last: '0affffff' }] },
  { is: 'cidr', networks: [{ first: '0'.repeat(32), last: `0001${'f'.repeat(28)}` }] },
  { is: 'includes', values: ['a', 1] },
  { is: 'includesAll', values: [1, 'a'] },
  { is: 'includesAll', values: [] },
  { is: 'size', tests: [{ is: 'number', from: 1 }] },
  { is: 'exists', expected: true },
  { is: 'not', tests: [{ is: 'exists', expected: true }] },
];

/** Of a line that begins with `b`: what is remembered of one text must not hold for the next. */
const lineBegin = {
  is: 'matches',
  programs: [
    {
      pattern: '(?m)^b',
      start: 0,
      code: [{ op: 'at', place: 'line-begin', to: 1 }, { op: 'char', ranges: [98, 98], to: 2 }, { op: 'match' }],
    },
  ],
};

const hashes = ['murmur3', 'launchdarkly', 'unleash', 'growthbook', 'growthbook-v2', 'flagd'] as const;

const deals = hashes.flatMap((hash) => [
  { hash, salt: 'sält😀' },
  { hash, salt: '', seed: 0 },
  { hash, salt: 's', seed: 1.5 },
  { hash, salt: 's', seed: 4294967297 },
  { hash, salt: 's', seed: -1, buckets: 7 },
  { hash, salt: 's', seed: 1e21 },
]);

const isOn = (condition: unknown) => ({
  state: 'on',
  variations: { on: true, off: false },
  offVariation: 'off',
  rules: [{ if: condition, serve: { variation: 'on' } }],
  fallthrough: { variation: 'off' },
  clientSide: true,
});

const parts = [
  { variation: 'a', upTo: 33_333 },
  { variation: null, upTo: 40_000 },
  { variation: 'b', upTo: 100_000 },
];

const dealt = (deal: unknown) => ({
  state: 'on',
  variations: { a: 'a', b: 'b' },
  fallthrough: { rollout: { by: { kind: 'user', path: ['value'] }, deal, parts } },
  clientSide: true,
});

/** Variations of values that languages keep in different ways. */
const kept = values.map((value) => ({
  state: 'on',
  variations: { value },
  fallthrough: { variation: 'value' },
  clientSide: true,
}));

const flags = Object.fromEntries(
  [
    ...tests.flatMap((test) => [
      isOn(attribute(['value'], test)),
      isOn(attribute(['value', '0'], test)),
      isOn(attribute(['value', 'length'], test)),
      isOn(attribute(['value', '00'], test)),
    ]),
    isOn(attribute(['value'], lineBegin)),
    { ...isOn(attribute(['none'], lineBegin)), entitlement: 'sso', fallthrough: { variation: 'on' } },
    ...deals.map(dealt),
    ...kept,
  ].map((flag, index) => [`f${index}`, flag]),
);

export const oddities = [
  {
    ruleset: {
      format: 1,
      environment: 'production',
      revision: 1,
      madeAt: 0,
      flags,
      segments: {},
      entitlements: { sso: { plans: ['pro'], requiredPlan: 'pro' } },
      tenants: { acme: { plan: 'pro' }, globex: { plan: null } },
    },
    flags: Object.keys(flags),
    contexts: [
      {},
      ...[null, 'pro', 'free', 5].flatMap((plan) => [
        { tenant: { key: 'acme', plan } },
        { tenant: { key: 'globex', plan } },
        { tenant: { key: 'nobody', plan } },
      ]),
      { tenant: { key: 'acme' } },
      ...values.map((value) => ({ user: { key: 'ada', value } })),
    ],
    now: 0,
  },
];
