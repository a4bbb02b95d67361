import { expect, test } from 'vitest';
import { formatFlags } from '../../../src/views/flags/list.ts';
import { formatReferences } from '../../../src/views/flags/references.ts';
import { formatStale } from '../../../src/views/flags/stale.ts';
import { plainStyle } from '../../../src/views/style.ts';

const options = { style: plainStyle, width: 60 };

test('FR-F006 flags are listed with a column for each environment', () => {
  const environments = [
    { environment: 'staging', state: 'archived' },
    { environment: 'production', state: 'on' },
  ];
  const flags = [
    { key: 'a', owner: 'growth', expires: '2027-01-01', entitlement: 'e', environments },
    { key: 'layout', owner: null, expires: null, entitlement: null, environments: environments.slice(1) },
  ];
  expect(formatFlags(flags, ['staging', 'production'], { ...options, width: 61 }).split('\n')).toEqual([
    'KEY     STAGING   PRODUCTION  OWNER   EXPIRES     ENTITLEMENT',
    'a       archived  on          growth  2027-01-01  e',
    'layout  –         on          –       –           –',
    '2 flags',
  ]);
  expect(formatFlags(flags.slice(0, 1), ['staging', 'production'], { ...options, width: 50 }).split('\n')).toEqual([
    'a',
    '  staging archived, production on, owner growth,',
    '  expires 2027-01-01, entitlement e',
    '1 flag',
  ]);
  expect(formatFlags([], [], options)).toBe('No flag fits.');
});

test('stale flags say why, and whom to ask', () => {
  const flag = { key: 'a', file: 'flags/a.yaml', owner: 'growth' };
  const reasons = [
    { why: 'expired', since: '2027-01-01' },
    { why: 'always-the-same', variation: 'on', dealtBy: ['user.key'] },
  ] as const;
  const other = {
    flag: { key: 'b', file: null, owner: null },
    reasons: [
      { ...reasons[1], variation: null, dealtBy: [] },
      { why: 'not-evaluated', environment: 'production', since: '2027-01-01T09:00:00.000Z' },
    ],
  } as const;
  expect(formatStale({ stale: [{ flag, reasons }, other], flags: 9 }, options).split('\n')).toEqual([
    'a  flags/a.yaml',
    '  Expired on 2027-01-01.',
    '  Everybody who has user.key always gets on.',
    '  Ask growth.',
    '',
    'b',
    '  Everybody always gets the default given in code.',
    '  Not evaluated in production since 2027-01-01 09:00 UTC.',
    '',
    '2 stale flags of 9',
  ]);
  expect(formatStale({ stale: [], flags: 1 }, options)).toBe('✓ None of 1 flag is stale.');
});

test('references are shown with their lines, cut to the width', () => {
  const reference = {
    file: 'src/cart.ts',
    line: 12,
    column: 3,
    text: "const layout = client.variation('layout', context, 'a');",
  };
  const found = {
    flags: [
      { key: 'layout', archived: false, references: [reference] },
      { key: 'old', archived: true, references: [reference] },
      { key: 'other', archived: true, references: [] },
    ],
    unknown: [{ key: 'layuot', likely: 'layout', references: [{ ...reference, file: 'x'.repeat(50) }] }],
    files: 3,
  };
  expect(formatReferences(found, options).split('\n')).toEqual([
    'layout  1 place',
    "  src/cart.ts:12:3  const layout = client.variation('layout…",
    '',
    'Archived: old  1 place',
    "  src/cart.ts:12:3  const layout = client.variation('layout…",
    '',
    'Named nowhere:',
    '  other',
    '',
    'No such flag: layuot  Did you mean layout?',
    `  ${'x'.repeat(50)}:12:3`,
    '',
    '3 flags, 3 source files',
  ]);
});
