import type { CompiledDeal } from './deal.ts';
import { sha1Start } from './sha1.ts';

/** 2^60 − 1, of which a double makes 2^60. */
const whole = 2 ** 60;

/** LaunchDarkly: `<salt>.<unit>`, the salt being its key and salt, or `<seed>.<unit>`. */
export function launchDarklyDeal(salt: string, seed = 0): CompiledDeal {
  const prefix = seed === 0 ? `${salt}.` : `${seed}.`;
  return {
    unit: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
    position: (unit) => sha1Start(prefix + unit) / whole,
    cuts(parts) {
      // Added up in floating point as it does there: the sums are not always the nearest to the fraction they stand for.
      let sum = 0;
      let from = 0;
      return parts.map(({ upTo }) => {
        sum += (upTo - from) / 100_000;
        from = upTo;
        return sum;
      });
    },
    withoutUnit: 'first',
  };
}
