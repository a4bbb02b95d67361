import { choiceIn, numberIn, objectIn, optional, refuse, textIn } from '../read.ts';
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
  const buckets = optional(source, 'buckets', numberIn);
  if (buckets !== undefined && (!Number.isInteger(buckets) || buckets < 1 || buckets > 100_000)) {
    refuse('`buckets` is no number from 1 to 100,000');
  }
  return deal(textIn(source, 'salt'), optional(source, 'seed', numberIn), buckets);
}

/** A field that says up to which bucket. */
export function bucketIn(holder: object, name: string): number {
  const bucket = numberIn(holder, name);
  if (!Number.isInteger(bucket) || bucket < 0 || bucket > 100_000) {
    refuse(`\`${name}\` is no bucket`);
  }
  return bucket;
}

/** Where those end who lie below a bucket. */
export function cutAt(deal: CompiledDeal, upTo: number): number {
  return deal.cuts([{ upTo, isGap: false }])[0] ?? 0;
}
