import type { Clock } from './clock.ts';
import { bucketIn, cutAt, dealIn } from './deals/compile-deal.ts';
import { lowerIn, objectIn, optional, own, textIn, upperIn } from './read.ts';

export interface CompiledExperiment {
  /** Whether exposures count now. */
  counts(): boolean;
  /** Kept out of it altogether: gets the off variation. */
  isHeldOut(unit: string): boolean;
  /** Lies in this experiment's part of everybody. */
  takesPart(unit: string): boolean;
  /** What those get who take no part; absent, the off variation. */
  readonly control: string | undefined;
}

export function compileExperiment(source: object, clock: Clock): CompiledExperiment {
  const start = lowerIn(source, 'start');
  const end = upperIn(source, 'end');
  const isAlways = own(source, 'start') === undefined && own(source, 'end') === undefined;
  const holdout = optional(source, 'holdout', objectIn);
  const exclusive = optional(source, 'exclusive', objectIn);
  return {
    counts: () => isAlways || (clock.now() >= start && clock.now() < end),
    isHeldOut: holdout === undefined ? () => false : within(holdout, 0, bucketIn(holdout, 'upTo')),
    takesPart:
      exclusive === undefined ? () => true : within(exclusive, bucketIn(exclusive, 'from'), bucketIn(exclusive, 'to')),
    control: optional(source, 'control', textIn),
  };
}

/** From a bucket, inclusive, to another, exclusive. */
function within(holder: object, from: number, to: number): (unit: string) => boolean {
  const deal = dealIn(holder);
  const first = from === 0 ? Number.NEGATIVE_INFINITY : cutAt(deal, from);
  const end = cutAt(deal, to);
  return (unit) => {
    const position = deal.position(unit);
    return position >= first && position < end;
  };
}
