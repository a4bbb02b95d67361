import { expect, it } from 'vitest';
import { mostSaid, saidAtOnce } from '../../../../src/components/audit/retention/months/said-at-once.ts';

it('FR-A004 what a dropped month leaves to say is said in batches, each of a moment of its own, whatever the clock does', () => {
  const all = Array.from({ length: 3 * mostSaid + 1 }, (_, index) => index);
  const at = Date.parse('2026-11-20T09:00:00.000Z');
  // It stands still, goes back, and then goes on.
  const times = [at, at, at - 60_000, at + 60_000];
  const batches = [...saidAtOnce(all, { now: () => new Date(times.shift() ?? 0) })];
  expect(batches.map(({ now, some }) => [now.getTime() - at, some.length])).toEqual([
    [0, 1000],
    [1, 1000],
    [2, 1000],
    [60_000, 1],
  ]);
  expect(batches.flatMap(({ some }) => some)).toEqual(all);
  expect([...saidAtOnce([], { now: () => new Date(at) })]).toEqual([]);
});
