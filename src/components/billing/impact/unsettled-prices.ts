import type { JsonObject } from '../../../engine/json.ts';
import { type ListedPrice, listedPrices } from './listed-prices.ts';

/** A price that some may pay by, on one side of a change only: what they pay on the other side nobody can say. */
export interface UnsettledPrice {
  readonly currency: string;
  /** As a part of a sentence: `there was no price in INR before`. */
  readonly why: string;
  /** Also whoever has no currency may pay by it. */
  readonly forAll: boolean;
}

/**
 * Prices that appear where tenants on the plan may have paid without, and prices that go. One that appears in a billing
 * cycle in which the currency had none before is a further choice, by which nobody pays yet.
 */
export function unsettledPrices(before: JsonObject, after: JsonObject): readonly UnsettledPrice[] {
  const [was, is] = [listedPrices(before), listedPrices(after)];
  const gone = [...was].filter(([name]) => !is.has(name)).map(([, price]) => price);
  const come = [...is].filter(([name]) => !was.has(name)).map(([, price]) => price);
  const former = [...was.values()];
  return [
    ...gone.map((price) => ({
      currency: price.currency,
      why: `there is no ${wording(price, is)} any more`,
      forAll: true,
    })),
    ...come
      .filter((price) => !isFurtherChoice(price, former))
      .map((price) => ({
        currency: price.currency,
        why: `there was no ${wording(price, was)} before`,
        // Whoever has no currency paid in one that there was, and goes on so.
        forAll: former.length === 0 || former.some(({ currency }) => currency === price.currency),
      })),
  ];
}

function isFurtherChoice({ currency, cycle, what }: ListedPrice, former: readonly ListedPrice[]): boolean {
  // To pay for seats is no choice instead of paying for the plan.
  const own = former.filter((price) => price.currency === currency && price.what === what);
  return own.length > 0 && own.every((price) => price.cycle !== cycle);
}

/** `price in INR`; where the other side has others in the currency, which one is meant: `annual price of a seat in INR`. */
function wording({ currency, cycle, what }: ListedPrice, others: ReadonlyMap<string, ListedPrice>): string {
  const isAlone = [...others.values()].every((price) => price.currency !== currency);
  return isAlone ? `price in ${currency}` : `${cycle} price${what === 'seat' ? ' of a seat' : ''} in ${currency}`;
}
