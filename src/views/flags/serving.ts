import type { TextOptions } from '../text-options.ts';
import { grouped } from '../text/count.ts';
import { visible } from '../text/visible.ts';
import { markedLines } from './condition.ts';

export interface ServingFacts {
  readonly variation: string | null;
  readonly rollout?: RolloutFacts;
}

interface RolloutFacts {
  readonly by: string;
  readonly unit: string | null;
  readonly bucket: number | null;
  readonly parts: readonly { readonly variation: string | null; readonly from: number; readonly to: number }[];
  readonly instead: 'apart' | 'not-exposed' | null;
}

/** What comes of it: a variation, or that it goes on. */
export function servedText({ rollout, variation }: ServingFacts): string {
  if (variation !== null) return visible(variation);
  if (rollout === undefined) return 'the default given in code';
  return rollout.unit === null ? 'nothing can be dealt' : 'goes on behind it';
}

/** How a rollout dealt: by what, into which bucket, and whose that is. */
export function rolloutLines({ rollout }: ServingFacts, options: TextOptions): readonly string[] {
  if (rollout === undefined) return [];
  return markedLines(options.style.faint('◦'), '    ', rolloutText(rollout), options);
}

function rolloutText({ bucket, by, instead, parts, unit }: RolloutFacts): string {
  if (unit === null || bucket === null) return `rollout by ${visible(by)}, which is absent`;
  const dealt = `rollout by ${visible(by)}: ${visible(unit)} falls into bucket ${grouped(bucket)}`;
  switch (instead) {
    case 'apart':
      return `${dealt}, but the experiment keeps them apart`;
    case 'not-exposed':
      return `${dealt}, but does not take part`;
    case null: {
      const part = parts.find(({ from, to }) => bucket >= from && bucket < to);
      const range = part === undefined ? '' : ` (${grouped(part.from)} to ${grouped(part.to - 1)})`;
      return `${dealt} of ${part?.variation === null ? 'nobody' : visible(part?.variation ?? '')}${range}`;
    }
  }
}
