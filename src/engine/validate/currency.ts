/**
 * Currencies of ISO 4217 whose minor unit is not a hundredth. `Intl` is no help: it gives the digits
 * that people usually write, which differ from the standard for some currencies.
 */
const exceptions: ReadonlyMap<string, number> = new Map([
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW'),
]);

/** Decimals of the smallest coin: 2 for `USD`, 0 for `JPY`, 3 for `KWD`. */
export function minorDigits(currency: string): number {
  return exceptions.get(currency) ?? 2;
}

export function isCurrencyCode(name: string): boolean {
  return /^[A-Z]{3}$/.test(name);
}

function digits(count: number, codes: string): readonly (readonly [string, number])[] {
  return codes.split(' ').map((code) => [code, count] as const);
}
