import { expect, test } from 'vitest';
import { findUnused } from '../../../src/app/flags/find-unused.ts';

const now = new Date('2027-03-31T12:00:00Z');
const liveSince = '2026-01-01T00:00:00.000Z';
const usage = {
  environment: 'production',
  since: '2026-12-31T12:00:00.000Z',
  reportedSince: '2027-01-05T09:00:00.000Z',
  flags: [
    { key: 'busy', liveSince, lastEvaluated: '2027-03-01T13:00:00.000Z' },
    { key: 'idle', liveSince, lastEvaluated: '2027-03-01T12:00:00.000Z' },
    { key: 'never', liveSince, lastEvaluated: null },
    { key: 'new', liveSince: '2027-03-31T11:00:00.000Z', lastEvaluated: null },
  ],
};

test('flags are unused when nobody asked for them since they are counted, or for thirty days', () => {
  const environment = 'production';
  expect(Object.fromEntries(findUnused(usage, now))).toEqual({
    idle: { why: 'not-evaluated', environment, since: '2027-03-01T12:00:00.000Z' },
    never: { why: 'never-evaluated', environment, since: usage.reportedSince },
    new: { why: 'never-evaluated', environment, since: '2027-03-31T11:00:00.000Z' },
  });
  const sooner = findUnused({ ...usage, reportedSince: '2026-12-31T11:00:00.000Z' }, now);
  expect(sooner.get('never')?.since).toBe(usage.since);
});

test('of nothing is known that it is unused where nobody ever reported', () => {
  expect(findUnused({ ...usage, reportedSince: null }, now).size).toBe(0);
});
