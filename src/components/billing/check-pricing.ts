import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import type { BillingFinding } from './findings.ts';

/** What each kind of pricing is made of; anything else has no meaning there. */
const parts: ReadonlyMap<string, readonly string[]> = new Map([
  ['per-unit', ['prices']],
  ['package', ['prices', 'size']],
  ['graduated', ['tiers']],
  ['volume', ['tiers']],
]);

/** Mistakes in the prices of usage, by meter, as a plan writes them under `usage`. */
export function pricingFindings(usage: Json | undefined): readonly BillingFinding[] {
  return entriesOf(usage).flatMap(([meter, value]) => {
    const at = childPointer('/usage', meter);
    const price = objectOf(value);
    return [...partFindings(price, at), ...tierFindings(listOf(price['tiers']), childPointer(at, 'tiers'))];
  });
}

function partFindings(price: JsonObject, pointer: string): readonly BillingFinding[] {
  const because = ['pricing', 'prices', 'size', 'tiers'].map((part) => childPointer(pointer, part));
  return partFinding(price, pointer).map((finding) => ({ ...finding, because }));
}

function partFinding(price: JsonObject, pointer: string): readonly BillingFinding[] {
  const pricing = textOf(price['pricing']) ?? 'per-unit';
  const needed = parts.get(pricing);
  if (needed === undefined) return [];
  const missing = needed.filter((part) => price[part] === undefined);
  const useless = ['prices', 'size', 'tiers'].filter((part) => price[part] !== undefined && !needed.includes(part));
  // One mistake, one message: tiers without `pricing` are a forgotten `pricing`, not missing prices besides.
  const [firstUseless] = useless;
  if (firstUseless !== undefined) {
    return [
      {
        code: 'billing/pricing-contradiction',
        pointer: childPointer(pointer, firstUseless),
        atKey: true,
        message: `\`${firstUseless}\` has no meaning in \`${pricing}\` pricing.`,
        ...(firstUseless === 'tiers' ? { hint: 'Tiers need `pricing: graduated` or `pricing: volume`.' } : {}),
        ...(firstUseless === 'size' ? { hint: 'A size needs `pricing: package`.' } : {}),
      },
    ];
  }
  return missing.map((part) => ({
    code: 'billing/pricing-incomplete',
    pointer,
    atKey: true,
    message: `\`${pricing}\` pricing needs \`${part}\`.`,
  }));
}

function tierFindings(tiers: readonly Json[], pointer: string): readonly BillingFinding[] {
  const endOf = (index: number) => `${childPointer(pointer, index)}/upTo`;
  const ends = tiers.map((tier) => {
    const upTo = objectOf(tier)['upTo'];
    return upTo === 'unlimited' ? Number.POSITIVE_INFINITY : numberOf(upTo);
  });
  const found = ends.flatMap((end, index): readonly BillingFinding[] => {
    const previous = index === 0 ? 0 : ends[index - 1];
    if (end === undefined || previous === undefined || end > previous) return [];
    const message =
      previous === Number.POSITIVE_INFINITY
        ? 'The tier before this one is unlimited, so nothing is left for it.'
        : `A tier must end above ${previous}, where the one before it ends.`;
    return [{ code: 'billing/tiers-out-of-order', pointer: endOf(index), because: [endOf(index - 1)], message }];
  });
  const last = ends.at(-1);
  if (found.length > 0 || last === undefined || last === Number.POSITIVE_INFINITY) return found;
  return [
    {
      code: 'billing/last-tier-limited',
      pointer: endOf(ends.length - 1),
      message: `There is no price beyond ${last}.`,
      hint: 'Write `upTo: unlimited` in the last tier.',
    },
  ];
}
