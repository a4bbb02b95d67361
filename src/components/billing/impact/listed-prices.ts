import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, objectOf } from '../../../engine/json-fields.ts';

/** One price that a plan has by currency and billing cycle: the fixed one, or that of a seat. */
export interface ListedPrice {
  readonly what: 'fixed' | 'seat';
  readonly currency: string;
  readonly cycle: string;
  /** In decimals. */
  readonly amount: string;
}

/** By what it is for, in which currency and cycle: `fixed USD monthly`. */
export function listedPrices(plan: JsonObject): ReadonlyMap<string, ListedPrice> {
  const found = new Map<string, ListedPrice>();
  for (const [what, prices] of [
    ['fixed', plan['prices']],
    ['seat', objectOf(plan['seats'])['prices']],
  ] as const) {
    for (const [currency, cycles] of entriesOf(prices))
      for (const [cycle, value] of entriesOf(cycles)) {
        const amount = typeof value === 'string' ? value : JSON.stringify(value);
        found.set(`${what} ${currency} ${cycle}`, { what, currency, cycle, amount });
      }
  }
  return found;
}
