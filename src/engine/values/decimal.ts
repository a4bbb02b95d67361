/** A decimal number kept as digits, never as a float: `digits` × 10^−`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Digits beyond this are no amount anybody meant, and would cost memory. */
const maximumScale = 400;

/** Reads `49`, `49.00`, `.5`, `1e-7`; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([-+]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([-+]?[0-9]{1,3}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const shift = fraction.length - Number(exponent);
  if (Math.abs(shift) > maximumScale || whole.length + fraction.length > maximumScale) return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return shift < 0 ? { digits: digits * 10n ** BigInt(-shift), scale: 0 } : { digits, scale: shift };
}

/** Without zeros at the end of the fraction. */
export function trimDecimal({ digits, scale }: Decimal): Decimal {
  let rest = digits;
  let places = scale;
  while (places > 0 && rest % 10n === 0n) {
    rest /= 10n;
    places--;
  }
  return { digits: rest, scale: places };
}

/** With at least this many places. */
export function formatDecimal(decimal: Decimal, minimumPlaces: number): string {
  const { digits, scale } = trimDecimal(decimal);
  const places = Math.max(scale, minimumPlaces);
  const magnitude = (digits < 0n ? -digits : digits) * 10n ** BigInt(places - scale);
  const text = magnitude.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  return `${digits < 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`;
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference =
    left.digits * 10n ** BigInt(scale - left.scale) - right.digits * 10n ** BigInt(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
