import { describe, expect, it } from 'vitest';
import { compareGranted } from '../../../../../src/components/features/impact/entitlements/compare-granted.ts';
import { grantedBy } from '../../../../../src/components/features/impact/entitlements/plan-value.ts';
import { transitionText, valueText } from '../../../../../src/components/features/impact/entitlements/value-text.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';

/** `less`, `more`, `less more`, `same` or `open`. */
function verdict(before: JsonObject | null, after: JsonObject | null): string {
  const { less, more, open } = compareGranted(grantedBy(before, 'pro'), grantedBy(after, 'pro'));
  if (open !== undefined) return 'open';
  return [less ? 'less' : '', more ? 'more' : ''].join(' ').trim() || 'same';
}

const quantity = (pro: JsonObject[string], more: JsonObject = {}) => ({ type: 'quantity', plans: { pro }, ...more });
const range = (pro: JsonObject) => ({ type: 'range', plans: { pro } });
const custom = (pro: string, levels?: readonly string[]) => ({
  type: 'custom',
  plans: { pro },
  ...(levels === undefined ? {} : { levels }),
});
const onOff = (pro: boolean) => ({ type: 'switch', plans: { pro } });
const absent = (type: string) => ({ type, plans: {} });
const levels = ['low', 'middle', 'high'];

describe('what a plan grants, before and after', () => {
  it.each<readonly [string, JsonObject | null, JsonObject | null, string]>([
    ['a switch that goes off', onOff(true), onOff(false), 'less'],
    ['a switch that goes on', onOff(false), onOff(true), 'more'],
    ['a plan that is no longer named', onOff(true), absent('switch'), 'less'],
    ['a switch that is off, named or not', onOff(false), absent('switch'), 'same'],
    ['an entitlement that is new', null, onOff(true), 'more'],
    ['an entitlement that goes', onOff(true), null, 'less'],
    ['a smaller number', quantity(10), quantity(9), 'less'],
    ['a larger number', quantity(10), quantity(11), 'more'],
    ['the long form of the same number', quantity(10), quantity({ limit: 10 }), 'same'],
    ['a number after unlimited', quantity('unlimited'), quantity(1_000_000), 'less'],
    ['none at all and not named', quantity(0), absent('quantity'), 'same'],
    ['none included, but for sale', absent('quantity'), quantity({ limit: 0, whenExceeded: 'bill' }), 'more'],
    ['refused where it was billed', quantity({ limit: 10, whenExceeded: 'bill' }), quantity(10), 'less'],
    [
      'the same said for all plans',
      quantity({ limit: 10, whenExceeded: 'allow' }),
      quantity(10, { whenExceeded: 'allow' }),
      'same',
    ],
    ['fewer but billed beyond', quantity(10), quantity({ limit: 5, whenExceeded: 'bill' }), 'less more'],
    ['granted anew less often', quantity(10, { resets: 'daily' }), quantity(10, { resets: 'monthly' }), 'less'],
    ['granted anew by another calendar', quantity(10, { resets: 'monthly' }), quantity(10), 'open'],
    ['unlimited by another calendar', quantity('unlimited', { resets: 'daily' }), quantity('unlimited'), 'same'],
    ['a range with a lower end', range({ min: 1, max: 50 }), range({ min: 1, max: 25 }), 'less'],
    ['a range that begins higher', range({ min: 1, max: 50 }), range({ min: 5, max: 50 }), 'less'],
    ['a range that opens at both ends', range({ min: 5, max: 50 }), range({ min: 1, max: 'unlimited' }), 'more'],
    ['a range that moves up', range({ min: 1, max: 50 }), range({ min: 5, max: 99 }), 'less more'],
    ['a lower level', custom('high', levels), custom('low', levels), 'less'],
    ['a higher level of a longer list', custom('low', ['low', 'middle']), custom('high', levels), 'more'],
    ['the same level in another order', custom('low', levels), custom('low', levels.toReversed()), 'same'],
    ['texts that nobody has put in order', custom('8x5'), custom('24x7'), 'open'],
  ])('%s', (_what, before, after, expected) => {
    expect(verdict(before, after)).toBe(expected);
  });

  it.each<readonly [JsonObject[string] | undefined, string]>([
    [undefined, 'nothing'],
    [true, 'on'],
    [50_000, '50,000'],
    [0.25, '0.25'],
    ['unlimited', 'unlimited'],
    [{ limit: 500, whenExceeded: 'bill' }, '500 then bill'],
    [{ min: 1, max: 'unlimited' }, '1 to unlimited'],
    [{ max: 10 }, '0 to 10'],
  ])('is written for people: %j', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  it('does not repeat what happens at a limit where it stays', () => {
    const billed = (limit: number) => ({ limit, whenExceeded: 'bill' });
    expect(transitionText(billed(50_000), billed(40_000))).toBe('50,000 → 40,000');
    expect(transitionText(billed(500), 500)).toBe('500 then bill → 500');
  });
});
