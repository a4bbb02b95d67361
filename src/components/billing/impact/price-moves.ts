import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, objectOf } from '../../../engine/json-fields.ts';
import { compareDecimals, parseDecimal } from '../../../engine/values/decimal.ts';

/** Currencies in which a fixed price or the price of a seat rises, and those in which one falls. */
export interface PriceMoves {
  readonly dearer: ReadonlySet<string>;
  readonly cheaper: ReadonlySet<string>;
}

/** A price that appears or goes is neither: what it is then is agreed with each tenant. */
export function priceMoves(before: JsonObject, after: JsonObject): PriceMoves {
  const [was, is] = [amounts(before), amounts(after)];
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

function amounts(body: JsonObject): ReadonlyMap<string, { readonly currency: string; readonly amount: string }> {
  const found = new Map<string, { readonly currency: string; readonly amount: string }>();
  for (const [what, prices] of [
    ['fixed', body['prices']],
    ['seat', objectOf(body['seats'])['prices']],
  ] as const) {
    for (const [currency, cycles] of entriesOf(prices))
      for (const [cycle, amount] of entriesOf(cycles))
        found.set(`${what} ${currency} ${cycle}`, {
          currency,
          amount: typeof amount === 'string' ? amount : JSON.stringify(amount),
        });
  }
  return found;
}
