import { Malformed, numberIn, objectIn, optional, textIn } from '../read.ts';
import type { HashAlgorithm } from '../ruleset.ts';
import type { CompiledDeal } from './deal.ts';
import { growthBookDeal, growthBookSecondDeal } from './growthbook-deals.ts';
import { launchDarklyDeal } from './launchdarkly-deal.ts';
import { flagdDeal, murmur3Deal, unleashDeal } from './murmur-deals.ts';

const deals: Readonly<Record<HashAlgorithm, (salt: string, seed: number | undefined) => CompiledDeal>> = {
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
  const hash = textIn(source, 'hash');
  if (!isAlgorithm(hash)) throw new Malformed(`there is no hash \`${hash}\``);
  return deals[hash](textIn(source, 'salt'), optional(source, 'seed', numberIn));
}

function isAlgorithm(hash: string): hash is HashAlgorithm {
  return Object.hasOwn(deals, hash);
}

/** A field that says up to which bucket. */
export function bucketIn(holder: object, name: string): number {
  const bucket = numberIn(holder, name);
  if (!Number.isInteger(bucket) || bucket < 0 || bucket > 100_000) {
    throw new Malformed(`\`${name}\` is no bucket from 0 to 100,000`);
  }
  return bucket;
}

/** Where those end who lie below a bucket. */
export function cutAt(deal: CompiledDeal, upTo: number): number {
  return deal.cuts([{ upTo, isGap: false }])[0] ?? 0;
}
