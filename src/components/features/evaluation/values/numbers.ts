import { numberIn, optional, refuse } from '../read.ts';
import type { ValueCheck } from './value-check.ts';

export function compileNumber(source: object): ValueCheck {
  const above = optional(source, 'above', numberIn) ?? Number.NEGATIVE_INFINITY;
  const from = optional(source, 'from', numberIn) ?? Number.NEGATIVE_INFINITY;
  const below = optional(source, 'below', numberIn) ?? Number.POSITIVE_INFINITY;
  const to = optional(source, 'to', numberIn) ?? Number.POSITIVE_INFINITY;
  return (value) => typeof value === 'number' && value > above && value >= from && value < below && value <= to;
}

/** The remainder is never negative: −3 divided by 5 leaves 2. */
export function compileModulo(source: object): ValueCheck {
  const divisor = numberIn(source, 'divisor');
  const remainder = numberIn(source, 'remainder');
  if (divisor <= 0) refuse('`divisor` is not above 0');
  return (value) => {
    if (typeof value !== 'number') return false;
    const left = value % divisor;
    return (left < 0 ? left + divisor : left) === remainder;
  };
}
