import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodAt } from '../../../../src/components/features/entitlements/counts/period.ts';

const lengths: { readonly [resets: string]: readonly [days: number, most: number] } = {
  hourly: [1 / 24, 1 / 24],
  daily: [1, 1],
  weekly: [7, 7],
  monthly: [28, 31],
  period: [28, 31],
  annually: [365, 366],
};

describe('the period in which something is counted', () => {
  it.each([
    ['hourly', '2026-11-20T09:00:00.000Z', '2026-11-20T10:00:00.000Z'],
    ['daily', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['weekly', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['monthly', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['period', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['annually', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('that is counted %s is from %s to %s', (resets, start, end) => {
    const period = periodAt(resets, new Date('2026-11-20T09:59:59.999Z'));
    expect([period.start.toISOString(), period.end?.toISOString()]).toStrictEqual([start, end]);
  });

  it('begins on Mondays, a Sunday being the last day of its week', () => {
    const sunday = periodAt('weekly', new Date('2026-11-22T23:59:59.999Z'));
    expect(sunday.end?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(periodAt('weekly', new Date('2026-11-23T00:00:00Z')).start).toStrictEqual(sunday.end);
  });

  it('never ends for what counts what exists', () => {
    expect(periodAt('never', new Date('2026-11-20T09:00:00Z'))).toStrictEqual({
      resets: 'never',
      start: new Date(0),
      end: null,
    });
  });

  it('holds its moment, and is followed by the next without a gap', () => {
    const moment = fc.date({ min: new Date('1970-01-08'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(lengths)), moment, (resets, now) => {
        const { start, end, resets: kind } = periodAt(resets, now);
        if (end === null) throw new Error('it ends');
        expect(start.getTime() <= now.getTime() && now < end).toBe(true);
        const days = (end.getTime() - start.getTime()) / 86_400_000;
        const [least = 0, most = 0] = lengths[resets] ?? [];
        expect(days >= least && days <= most).toBe(true);
        expect(periodAt(resets, end).start).toStrictEqual(end);
        expect(periodAt(resets, start)).toStrictEqual({ resets: kind, start, end });
      }),
    );
  });
});
