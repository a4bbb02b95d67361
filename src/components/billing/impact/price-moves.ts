import type { JsonObject } from '../../../engine/json.ts';
import { compareDecimals, parseDecimal } from '../../../engine/values/decimal.ts';
import { listedPrices } from './listed-prices.ts';

/** Currencies in which a fixed price or the price of a seat rises, and those in which one falls. */
export interface PriceMoves {
  readonly dearer: ReadonlySet<string>;
  readonly cheaper: ReadonlySet<string>;
}

/** A price that appears or goes is neither: what is paid without it is not known, and for `unsettledPrices` to tell. */
export function priceMoves(before: JsonObject, after: JsonObject): PriceMoves {
  const [was, is] = [listedPrices(before), listedPrices(after)];
  const dearer = new Set<string>();
  const cheaper = new Set<string>();
  for (const [name, { amount, currency }] of was) {
    const now = is.get(name)?.amount;
    const [from, to] = [parseDecimal(amount), parseDecimal(now ?? '')];
    if (from === null || to === null) continue;
    const move = compareDecimals(to, from);
    if (move > 0) dearer.add(currency);
    if (move < 0) cheaper.add(currency);
  }
  return { dearer, cheaper };
}
