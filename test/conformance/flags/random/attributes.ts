/** What contexts of the random cases may hold, and what their tests ask of: few values, so that they often meet. */
export interface Attribute {
  readonly kind: string;
  readonly path: readonly [string, ...string[]];
  readonly type: 'text' | 'number' | 'truth' | 'date' | 'version' | 'address' | 'list';
  readonly values: readonly [unknown, ...unknown[]];
}

const keys = ['ada', 'bob', 'user_417', 'zoë', '名前', '🦊-7', '', 'ADA', 'c3d1a5f2-9b7e', 42, 'straße'] as const;

export const attributes: readonly [Attribute, ...Attribute[]] = [
  { kind: 'user', path: ['key'], type: 'text', values: keys },
  {
    kind: 'user',
    path: ['email'],
    type: 'text',
    values: ['ada@acme.com', 'Bob@ACME.com', 'zoë@exämple.org', 'eve@evil.test', 'no mail', ''],
  },
  { kind: 'user', path: ['role'], type: 'text', values: ['admin', 'editor', 'Viewer', 'viewer', 'ADMIN'] },
  { kind: 'user', path: ['age'], type: 'number', values: [17, 18, 18.5, 65, -3, 0, 1e21] },
  { kind: 'user', path: ['staff'], type: 'truth', values: [true, false] },
  {
    kind: 'user',
    path: ['tags'],
    type: 'list',
    values: [['beta'], ['Beta', 'early', 3], [], ['early', true, null, 'beta']],
  },
  {
    kind: 'user',
    path: ['joined'],
    type: 'date',
    values: [
      '2026-01-31',
      '2026-02-30',
      '2024-02-29',
      '2026-01-31T09:00:00Z',
      '2026-01-31T10:00:00.5+01:00',
      1_769_850_000_000,
      'yesterday',
    ],
  },
  { kind: 'user', path: ['address', 'city'], type: 'text', values: ['Pune', 'Zürich', 'köln', 'KÖLN'] },
  {
    kind: 'user',
    path: ['ip'],
    type: 'address',
    values: [
      '10.1.2.3',
      '10.0.0.0',
      '192.168.1.300',
      '::ffff:10.1.2.3',
      '2001:db8::1',
      '2001:DB8:0:0:1::',
      '010.1.2.3',
      '::',
    ],
  },
  // As tokens and telemetry name them: `user."app.version"`.
  { kind: 'user', path: ['app.version'], type: 'version', values: ['1.2.3', '2.4.0', '3.0.0-rc.1', 'v2.0.0'] },
  { kind: 'user', path: ['claims', 'https://acme.com/team = "a"'], type: 'text', values: ['blue', 'Blue', 'red', ''] },
  { kind: 'tenant', path: ['key'], type: 'text', values: ['globex', 'initech', 'umbrella', 'größe', 7] },
  { kind: 'tenant', path: ['plan'], type: 'text', values: ['free', 'pro', 'enterprise', 'retired'] },
  { kind: 'tenant', path: ['seats'], type: 'number', values: [1, 5, 10, 199, 200, 1000] },
  { kind: 'tenant', path: ['region'], type: 'text', values: ['eu', 'us-east', 'in-mumbai'] },
  { kind: 'device', path: ['key'], type: 'text', values: ['d-1', 'd-2', true] },
  {
    kind: 'device',
    path: ['app', 'version'],
    type: 'version',
    values: [
      '1.2.3',
      'v2.0.0',
      '2.0.0-beta.2',
      '2.0.0-beta.10',
      '2',
      '2.4',
      '2.0.0+build.5',
      '01.2.3',
      '1.2.3.4',
      '3.0.0-rc.1',
      2,
    ],
  },
  { kind: 'device', path: ['constructor'], type: 'text', values: ['own'] },
  { kind: 'cart', path: ['total'], type: 'number', values: [0, 9.99, 100, 250.5] },
  {
    kind: 'cart',
    path: ['items'],
    type: 'list',
    values: [
      ['book', 'Pen'],
      ['pen', 'pen', 'ink'],
      [1, 2, 3],
    ],
  },
];

/** Of other types than anybody expects. */
export const oddities: readonly [unknown, ...unknown[]] = [
  null,
  0,
  '',
  true,
  [],
  {},
  'ada',
  18,
  ['beta'],
  { city: 'Pune' },
];
