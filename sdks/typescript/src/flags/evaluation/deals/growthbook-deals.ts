import { unitOf } from '../attribute.ts';
import type { CompiledDeal, DealtPart } from './deal.ts';

/*
 * GrowthBook: FNV-1a over UTF-16 code units, from 0 to 1 in steps of a thousandth (first version) or a ten-thousandth
 * (second). With steps as coarse as that, units lie exactly on the cuts, so those are added up in floating point
 * the way GrowthBook does it.
 */

export function growthBookDeal(salt: string): CompiledDeal {
  return { position: (unit) => (fnv1a(unit + salt) % 1000) / 1000, cuts, unit, withoutUnit: 'passes' };
}

export function growthBookSecondDeal(salt: string): CompiledDeal {
  const position = (one: string): number => (fnv1a(String(fnv1a(salt + one))) % 10_000) / 10_000;
  return { position, cuts, unit, withoutUnit: 'passes' };
}

/** Zero, false and the empty text are no unit there. */
function unit(value: unknown): string | undefined {
  return value ? unitOf(value) : undefined;
}

/** A gap behind a part is what the coverage leaves over of that part's weight. */
function cuts(parts: readonly DealtPart[]): readonly number[] {
  let start = 0;
  let from = 0;
  return parts.map(({ upTo, isGap }, index) => {
    const next = parts[index + 1];
    const end = !isGap && next?.isGap === true ? next.upTo : upTo;
    const weight = (end - from) / 100_000;
    if (end !== upTo) return start + ((upTo - from) / (end - from)) * weight;
    start += weight;
    from = upTo;
    return start;
  });
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
