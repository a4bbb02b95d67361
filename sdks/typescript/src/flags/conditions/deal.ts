import type { Deal, HashAlgorithm } from '../evaluation/ruleset.ts';
import { type Members, numberOf, textOf } from './written.ts';

/** How is dealt where nothing else is written beside a rollout or a share. */
export interface DealDefaults {
  readonly hash: HashAlgorithm;
  readonly salt: string;
}

const bucketsPerPercent = 1_000;

/** Percent as buckets of 100,000. */
export function buckets(percent: number | undefined): number {
  return Math.round((percent ?? 0) * bucketsPerPercent);
}

/** The deal of a body that may say `salt`, `seed` and `hash`. */
export function dealOf(written: Members, defaults: DealDefaults): Deal {
  const seed = numberOf(written['seed']);
  const count = numberOf(written['buckets']);
  return {
    hash: hashNamed(textOf(written['hash'])) ?? defaults.hash,
    salt: textOf(written['salt']) ?? defaults.salt,
    ...(seed === undefined ? {} : { seed }),
    ...(count === undefined ? {} : { buckets: count }),
  };
}

const algorithms: readonly HashAlgorithm[] = [
  'murmur3',
  'launchdarkly',
  'unleash',
  'growthbook',
  'growthbook-v2',
  'flagd',
];

function hashNamed(name: string | undefined): HashAlgorithm | undefined {
  return algorithms.find((known) => known === name);
}
