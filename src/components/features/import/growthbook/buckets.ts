import type { Json, JsonObject } from '../../../../engine/json.ts';
import { growthBookDeal } from '../../evaluation/deals/growthbook-deals.ts';
import { type Condition, all, not } from '../condition.ts';
import { compileServing } from '../../ruleset/compile-serving.ts';

/*
 * GrowthBook deals into 1,000 or 10,000 positions, and units lie exactly on the edges of ranges. Each range is
 * therefore counted out position by position, as GrowthBook itself compares them.
 */

export type HashName = 'growthbook' | 'growthbook-v2';

export function hashNamed(version: number): HashName | undefined {
  return version === 1 ? 'growthbook' : version === 2 ? 'growthbook-v2' : undefined;
}

function positionsOf(hash: HashName): number {
  return hash === 'growthbook' ? 1000 : 10_000;
}

export interface Dealing {
  readonly hash: HashName;
  readonly salt: string;
  readonly by: string;
}

/** Those whose position passes; which must be one stretch, as ranges are. */
export function shareOf(dealing: Dealing, passes: (position: number) => boolean): Condition {
  const count = positionsOf(dealing.hash);
  let from = 0;
  while (from < count && !passes(from / count)) from += 1;
  if (from === count) return false;
  let end = count;
  while (!passes((end - 1) / count)) end -= 1;
  const below = (position: number): Condition => ({ share: { percent: percentOf(position, count), ...dealing } });
  const upTo = below(end);
  return from === 0 ? upTo : all([upTo, not(below(from))]);
}

export interface SplitRequest {
  readonly dealing: Dealing;
  /** Names of the variations, in the order of the ranges; undefined: whoever is dealt it goes on to the next rule. */
  readonly names: readonly (string | undefined)[];
  /** Which of them a position is dealt; below 0: none. */
  readonly choose: (position: number) => number;
  /** In percent, as written in the export, where it was written that way. */
  readonly weights: readonly number[] | undefined;
  readonly coverage: number;
}

/** A rollout that deals every position as `choose` does: as the export has it where that comes to the same. */
export function splitOf({ choose, coverage, dealing, names, weights }: SplitRequest): JsonObject {
  const count = positionsOf(dealing.hash);
  const wanted = Array.from({ length: count }, (_, index) => {
    const chosen = choose(index / count);
    return chosen < 0 ? undefined : names[chosen];
  });
  const plain = weights === undefined ? undefined : plainSplit(names, weights, coverage);
  if (plain !== undefined && dealsAs(plain, dealing, wanted)) return { ...plain, ...dealing };
  return { rollout: countedParts(wanted), ...dealing };
}

function plainSplit(
  names: readonly (string | undefined)[],
  weights: readonly number[],
  coverage: number,
): JsonObject | undefined {
  if (names.includes(undefined)) return undefined;
  const ends = weights.map((_, index) => Math.round(sum(weights.slice(0, index + 1)) * 100_000));
  const parts = names.map((name, index): Json => {
    const end = index === names.length - 1 ? 100_000 : (ends[index] ?? 0);
    return { serve: name ?? '', percent: (end - (ends[index - 1] ?? 0)) / 1000 };
  });
  if (parts.length > 0 && ends.some((end) => end > 100_000)) return undefined;
  const exposure = Math.round(coverage * 100_000) / 1000;
  return { rollout: parts, ...(coverage >= 1 ? {} : { exposure }) };
}

/** Asks the deal itself, as it will be compiled. */
function dealsAs(rollout: JsonObject, { hash, salt }: Dealing, wanted: readonly (string | undefined)[]): boolean {
  const serving = compileServing(rollout, { hash, salt });
  if (!('rollout' in serving)) return false;
  const { parts } = serving.rollout;
  const cuts = growthBookDeal(salt).cuts(parts.map(({ upTo, variation }) => ({ upTo, isGap: variation === null })));
  return wanted.every((name, index) => {
    const position = index / wanted.length;
    const at = cuts.findIndex((cut) => position < cut);
    const part = parts[at === -1 ? parts.length - 1 : at];
    return (part?.variation ?? undefined) === name;
  });
}

/** Cut in the middle between two positions, where no rounding can move anybody. */
function countedParts(wanted: readonly (string | undefined)[]): Json {
  const parts: JsonObject[] = [];
  let from = 0;
  for (let index = 1; index <= wanted.length; index += 1) {
    const name = wanted[index - 1];
    if (index < wanted.length && wanted[index] === name) continue;
    const end = index === wanted.length ? 100 : percentOf(index - 0.5, wanted.length);
    parts.push({ ...(name === undefined ? {} : { serve: name }), percent: rounded(end - from) });
    from = end;
  }
  return parts;
}

function percentOf(position: number, count: number): number {
  return rounded((position / count) * 100);
}

function rounded(percent: number): number {
  return Math.round(percent * 1000) / 1000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
