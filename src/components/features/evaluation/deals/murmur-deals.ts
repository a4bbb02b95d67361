import { unitOf } from '../attribute.ts';
import type { CompiledDeal } from './deal.ts';
import { cutOf, Murmur3 } from './murmur3.ts';

/** Our own: `<salt>.<unit>`, or the unit alone hashed with a seed. */
export function murmur3Deal(salt: string, seed: number | undefined): CompiledDeal {
  const state = seed === undefined ? new Murmur3(`${salt}.`, 0) : new Murmur3('', seed);
  return { ...positions(state), unit: unitOf, withoutUnit: 'error' };
}

/** flagd's `fractional`: the salt, by default the flag's key, with the unit behind it and nothing between. */
export function flagdDeal(salt: string): CompiledDeal {
  return { ...positions(new Murmur3(salt, 0)), unit: unitUnlessEmpty, withoutUnit: 'passes' };
}

/**
 * Unleash: `<group>:<unit>`. Without a seed as its rollout strategies do, in hundred buckets; with one as its variants
 * do, in thousand.
 */
export function unleashDeal(salt: string, seed = 0): CompiledDeal {
  const state = new Murmur3(`${salt}:`, seed);
  const buckets = seed === 0 ? 100 : 1000;
  const width = 100_000 / buckets;
  return {
    unit: unitUnlessEmpty,
    position: (unit) => ((state.position(unit) + 0x80000000) % buckets) * width,
    cuts: (parts) => parts.map(({ upTo }) => upTo),
    withoutUnit: 'passes',
  };
}

function positions(state: Murmur3): Pick<CompiledDeal, 'position' | 'cuts'> {
  return {
    position: (unit) => state.position(unit),
    cuts: (parts) => parts.map(({ upTo }) => cutOf(upTo)),
  };
}

function unitUnlessEmpty(value: unknown): string | undefined {
  const unit = unitOf(value);
  return unit === '' ? undefined : unit;
}
