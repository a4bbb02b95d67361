import { expect, test } from 'vitest';
import { formatBacktest, formatFirings } from '../../../src/views/alerts/firings.ts';
import { plainStyle as plain } from '../../../src/views/style.ts';

const found = { tenant: 'globex', key: 'ada', count: 5, happenedAt: '2027-01-01T00:04:00.000Z' };
const actions = [
  { does: 'event', target: 'security.alert', outcome: 'done' },
  { does: 'webhook', target: 'ops', outcome: 'impossible' },
];

test('alarms say when, which rule, who, how many and where, and what could not be done', () => {
  const firings = [
    { ...found, rule: 'brute-force', severity: 'high', actions },
    { tenant: null, key: '', count: 0, happenedAt: found.happenedAt, rule: 'backups', severity: 'low', actions: [] },
  ];
  expect(formatFirings(firings, { filtered: false, hasMore: true }, plain)).toBe(
    [
      '2027-01-01T00:04:00.000Z  brute-force  ada  5  tenant globex  high  webhook ops not called',
      '2027-01-01T00:04:00.000Z  backups  none came  low',
      '',
      '2 alarms, and older ones: --limit, --cursor',
    ].join('\n'),
  );
  expect(formatFirings([], { filtered: true, hasMore: false }, plain)).toBe('No such alarm was raised.');
});

test('a backtest says how often, over what, and what it leaves out', () => {
  const over = { since: '2027-01-01T00:00:00.000Z', until: '2027-01-02T00:00:00.000Z' };
  expect(
    formatBacktest('brute-force', { ...over, firings: [found], count: 1001, entries: 1, complete: false }, plain),
  ).toBe(
    [
      'brute-force would have been raised 1,001 times over 1 entry, 2027-01-01T00:00:00.000Z to 2027-01-02T00:00:00.000Z.',
      'There are more entries than are looked at: the oldest were left out.',
      '',
      '  1,000 earlier ones, and then',
      '  2027-01-01T00:04:00.000Z  ada  5  tenant globex',
    ].join('\n'),
  );
});
