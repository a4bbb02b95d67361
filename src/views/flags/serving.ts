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
  /** Null where they keep what they were dealt before. */
  readonly apart: {
    readonly by: 'holdout' | 'exclusive';
    readonly bucket: number;
    readonly from: number;
    readonly to: number;
  } | null;
}

/** What comes of it: a variation, or that it goes on. */
export function servedText({ rollout, variation }: ServingFacts): string {
  if (variation !== null) return visible(variation);
  if (rollout === undefined) return 'the default given in code';
  if (rollout.apart !== null) return 'the default given in code';
  return rollout.unit === null ? 'nothing can be dealt' : 'goes on behind it';
}

/** How a rollout dealt: by what, into which bucket, and whose that is. */
export function rolloutLines({ rollout }: ServingFacts, options: TextOptions): readonly string[] {
  if (rollout === undefined) return [];
  return markedLines(options.style.faint('◦'), '    ', rolloutText(rollout), options);
}

function rolloutText({ apart, bucket, by, instead, parts, unit }: RolloutFacts): string {
  if (unit === null || bucket === null) return `rollout by ${visible(by)}, which is absent`;
  const dealt = `rollout by ${visible(by)}: ${visible(unit)} falls into bucket ${grouped(bucket)}`;
  switch (instead) {
    case 'apart':
      return `${dealt}, but ${apartText(apart)}`;
    case 'not-exposed':
      return `${dealt}, but does not take part`;
    case null: {
      const part = parts.find(({ from, to }) => bucket >= from && bucket < to);
      const range = part === undefined ? '' : ` (${grouped(part.from)} to ${grouped(part.to - 1)})`;
      return `${dealt} of ${part?.variation === null ? 'nobody' : visible(part?.variation ?? '')}${range}`;
    }
  }
}

function apartText(apart: RolloutFacts['apart']): string {
  if (apart === null) return 'they keep what they were dealt before';
  const { bucket, by, from, to } = apart;
  const falls = `by its \`${by}\` they fall into bucket ${grouped(bucket)}`;
  const range = `${grouped(from)} to ${grouped(to - 1)}`;
  return by === 'holdout'
    ? `the experiment holds them out: ${falls}, and it holds out ${range}`
    : `the experiment leaves them to others: ${falls}, and it takes ${range}`;
}
