import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWait, readRetryAfter, retryWaits } from '../../../../src/components/events/webhooks/retry-schedule.ts';

const days = 86_400_000;
const usual = { times: 6, within: 3 * days };
const policies = fc.record({
  times: fc.integer({ min: 1, max: 20 }),
  within: fc.integer({ min: 1_000, max: 30 * days }),
});

describe('P05 repeated calls', () => {
  it('P05 six repetitions are spread over three days, each wait several times the one before', () => {
    const waits = retryWaits(usual);
    expect(waits.map((wait) => Math.round(wait / 60_000))).toStrictEqual([1, 5, 26, 133, 680, 3_474]);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(3 * days, 3);
  });

  it('P05 whatever the policy, all repetitions come within its time, and waits never shrink', () => {
    fc.assert(
      fc.property(policies, fc.double({ min: 0, max: 1, noNaN: true }), (policy, random) => {
        const waits = Array.from({ length: policy.times }, (_, index) => nextWait(policy, index + 1, { random }) ?? -1);
        expect(waits.every((wait, index) => wait >= (waits[index - 1] ?? 0))).toBe(true);
        expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(policy.within + policy.times);
        expect(nextWait(policy, policy.times + 1, { random })).toBe(null);
      }),
    );
  });

  it('half of each wait is chance', () => {
    expect([0, 1].map((random) => nextWait(usual, 1, { random }))).toStrictEqual([30_000, 60_000]);
  });

  it.each([
    ['longer than the wait', 600_000, 600_000],
    ['shorter than the wait', 1_000, 60_000],
    ['longer than a day', 30 * days, days],
  ])('a receiver that asks to wait %s', (_what, asked, wait) => {
    expect(nextWait(usual, 1, { asked, random: 1 })).toBe(wait);
  });

  it('none at all', () => {
    expect(nextWait({ times: 0, within: days }, 1, { random: 1 })).toBe(null);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['99999999999', 99_999_999_999_000],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['Saturday, 21-Nov-26 10:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['2026-11-21', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (header, wait) => {
    expect(readRetryAfter(header, new Date('2026-11-21T10:00:00Z'))).toBe(wait);
  });
});
