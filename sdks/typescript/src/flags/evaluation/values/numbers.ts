import { lowerIn, numberIn, refuse, upperIn } from '../read.ts';
import type { ValueCheck } from './value-check.ts';

export function compileNumber(source: object): ValueCheck {
  const above = lowerIn(source, 'above');
  const from = lowerIn(source, 'from');
  const below = upperIn(source, 'below');
  const to = upperIn(source, 'to');
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
