import { choiceIn, numberIn, objectIn, optional, textIn, wholeIn } from '../read.ts';
import type { HashAlgorithm } from '../ruleset.ts';
import type { CompiledDeal } from './deal.ts';
import { growthBookDeal, growthBookSecondDeal } from './growthbook-deals.ts';
import { launchDarklyDeal } from './launchdarkly-deal.ts';
import { flagdDeal, murmur3Deal, unleashDeal } from './murmur-deals.ts';

const deals: Readonly<
  Record<HashAlgorithm, (salt: string, seed: number | undefined, buckets: number | undefined) => CompiledDeal>
> = {
  murmur3: murmur3Deal,
  launchdarkly: launchDarklyDeal,
  unleash: unleashDeal,
  growthbook: growthBookDeal,
  'growthbook-v2': growthBookSecondDeal,
  flagd: flagdDeal,
};

/** The field `deal` of what holds one. */
export function dealIn(holder: object): CompiledDeal {
  const source = objectIn(holder, 'deal');
  const deal = choiceIn(source, 'hash', deals);
  const buckets = optional(source, 'buckets', (from, name) => wholeIn(from, name, 1, 100_000));
  return deal(textIn(source, 'salt'), optional(source, 'seed', numberIn), buckets);
}

/** A field that says up to which bucket. */
export function bucketIn(holder: object, name: string): number {
  return wholeIn(holder, name, 0, 100_000);
}

/** Where those end who lie below a bucket. */
export function cutAt(deal: CompiledDeal, upTo: number): number {
  return deal.cuts([{ upTo, isGap: false }])[0] ?? 0;
}
