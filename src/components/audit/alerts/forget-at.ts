import type { KeyState } from './key-state.ts';
import { lateness } from './patterns/lateness.ts';
import type { Rule } from './rules/rule.ts';

const day = 86_400_000;
const year = 365 * day;

/**
 * From when on a state decides nothing that it would not decide without being there; null: it never does. A day more
 * than needed, for what arrives late. What stays away for a year is watched for no longer.
 */
export function forgetAt({ pattern }: Rule, { pattern: state, quietUntil }: KeyState): number | null {
  const newest = state === null ? null : newestIn(state);
  const kept = newest === null ? null : newest + lengthOf(pattern);
  if (kept === null && quietUntil === null) return null;
  return Math.max(kept ?? 0, quietUntil ?? 0) + day;
}

function newestIn(state: NonNullable<KeyState['pattern']>): number {
  switch (state.is) {
    case 'count':
      return state.moments.at(-1)?.[0] ?? 0;
    case 'distinct':
      return state.values.at(-1)?.[1] ?? 0;
    case 'steps':
      return Math.max(...state.taken.map(([happened]) => happened));
    case 'absent':
      return state.watched.last;
  }
}

function lengthOf(pattern: Rule['pattern']): number {
  switch (pattern.is) {
    case 'each':
      return 0;
    case 'absent':
      return pattern.length + year;
    default:
      return pattern.within + lateness(pattern.within);
  }
}
