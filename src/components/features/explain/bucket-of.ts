import { cutAt } from '../evaluation/deals/compile-deal.ts';
import type { CompiledDeal } from '../evaluation/deals/deal.ts';

/** The bucket of a unit, from 0 to 99,999, by whatever scale its algorithm has: the last whose begin is not above it. */
export function bucketOf(deal: CompiledDeal, unit: string): number {
  const position = deal.position(unit);
  let [low, high] = [0, 99_999];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cutAt(deal, middle) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
