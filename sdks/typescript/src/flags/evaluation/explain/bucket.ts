import { cutAt } from '../deals/compile-deal.ts';
import type { CompiledDeal } from '../deals/deal.ts';

/** The bucket in which a unit lies, from 0 to 99,999: the last one whose lower cut it reaches. */
export function bucketOf(deal: CompiledDeal, unit: string | undefined): number | undefined {
  if (unit === undefined) return undefined;
  const position = deal.position(unit);
  let low = 0;
  let high = 99_999;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (position < cutAt(deal, middle)) high = middle - 1;
    else low = middle;
  }
  return low;
}
