import { unitOf } from '../attribute.ts';
import type { CompiledDeal } from './deal.ts';
import { cutOf, Murmur3 } from './murmur3.ts';

/** Our own: `<salt>.<unit>`, or the unit alone hashed with a seed. */
export function murmur3Deal(salt: string, seed: number | undefined): CompiledDeal {
  const state = seed === undefined ? new Murmur3(`${salt}.`, 0) : new Murmur3('', seed);
  return { ...positions(state), unit: unitOf, withoutUnit: 'error' };
}

/** flagd's `fractional`: the salt, by default the flag's key, with the unit behind it and nothing between. */
export function flagdDeal(salt: string, seed: number | undefined): CompiledDeal {
  const state = seed === undefined ? new Murmur3(salt, 0) : new Murmur3('', seed);
  return { ...positions(state), unit: unitUnlessEmpty, withoutUnit: 'passes' };
}

/**
 * Unleash: `<group>:<unit>`. Without a seed as its rollout strategies do, in hundred buckets; with one as its variants
 * do, in thousand, or in as many as their weights are together.
 */
export function unleashDeal(salt: string, seed = 0, buckets: number = seed === 0 ? 100 : 1000): CompiledDeal {
  const state = new Murmur3(`${salt}:`, seed);
  return {
    unit: unitUnlessEmpty,
    position: (unit) => (state.position(unit) + 0x80000000) % buckets,
    // A share of three decimals is near enough to the sum of weights that it stands for.
    cuts: (parts) => parts.map(({ upTo }) => Math.ceil(((upTo - 0.5) * buckets) / 100_000)),
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
