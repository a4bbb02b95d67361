import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits } from '../../../src/engine/validate/currency.ts';
import { compareDecimals, formatDecimal, parseDecimal } from '../../../src/engine/values/decimal.ts';

const cents = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const scale = fc.nat(20);

describe('decimals', () => {
  it('come back from their text unchanged, however long', () => {
    fc.assert(
      fc.property(cents, scale, (digits, places) => {
        const text = formatDecimal({ digits, scale: places }, places);
        const read = parseDecimal(text);
        expect(read).toEqual({ digits, scale: places });
      }),
      { seed: 1 },
    );
  });

  it('compare as the numbers they stand for', () => {
    fc.assert(
      fc.property(cents, cents, scale, (left, right, places) => {
        const order = left < right ? -1 : left > right ? 1 : 0;
        expect(compareDecimals({ digits: left, scale: places }, { digits: right, scale: places })).toBe(order);
        expect(compareDecimals({ digits: left * 100n, scale: places + 2 }, { digits: right, scale: places })).toBe(
          order,
        );
      }),
      { seed: 2 },
    );
  });

  it.each([
    ['1e-7', '0.0000001'],
    ['5.', '5'],
    ['.5', '0.5'],
    ['+1', '1'],
    ['-0.50', '-0.5'],
    ['1E+3', '1000'],
  ])('%s is %s', (text, plain) => {
    const decimal = parseDecimal(text);
    expect(decimal === null ? null : formatDecimal(decimal, 0)).toBe(plain);
  });

  it.each(['', '.', 'x', '1.2.3', '1,5', '0x1', '1e', '1e999', '--1', ' 1', 'Infinity'])('%j is none', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});

describe('currencies', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
    ['TWD', 2],
    ['UGX', 0],
    ['ISK', 0],
    ['MRU', 2],
  ])('%s has %i decimals', (code, digits) => {
    expect(minorDigits(code)).toBe(digits);
  });
});
