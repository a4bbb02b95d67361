import { oldestKept } from './lateness.ts';
import type { Outcome, Sighting } from './outcome.ts';

/** Entries that may be a step other than the last, in the order of the chain: when each was, and which, the last first. */
export type Taken = readonly (readonly [happened: number, steps: readonly number[]])[];

/** So many are remembered; beyond that the oldest go, but none by which a sequence can go on best. */
export const mostTaken = 200;

/** That the steps up to one have come, in their order. */
interface Way {
  /** When the first of them was. */
  readonly start: number;
  /** Their places among those that are remembered. */
  readonly parts: readonly number[];
}

/**
 * Entries in an order, which is that of their sequence whatever their times say; an entry is one step at most. Of all
 * ways to the last step the one that began last is taken: only when it began can stop it.
 */
export function seeStep(
  { of, within }: { readonly of: readonly unknown[]; readonly within: number },
  before: Taken,
  { happened, known, sequence }: Sighting,
  /** Which steps the entry may be, from 0. */
  fits: readonly number[],
): Outcome<Taken> {
  const last = of.length - 1;
  const newest = before.reduce((latest, [at]) => Math.max(latest, at), happened);
  const oldest = oldestKept(newest, known, within);
  const way = waysOf(before, oldest).ways[last - 1];
  if (fits.includes(last) && way !== undefined && happened - way.start <= within) {
    const [from, to] = way.start < happened ? [way.start, happened] : [happened, way.start];
    const unused = before.filter((_, place) => !way.parts.includes(place));
    return { state: keep(unused, oldest), found: { at: happened, known, from, to, count: of.length, sequence } };
  }
  const steps = fits.filter((step) => step < last).toSorted((one, other) => other - one);
  return { state: keep(steps.length === 0 ? before : [...before, [happened, steps]], oldest) };
}

/** For each step the best way to it, and the places of all that are on any way. */
function waysOf(taken: Taken, oldest: number): { readonly ways: readonly Way[]; readonly useful: ReadonlySet<number> } {
  const ways: Way[] = [];
  const useful = new Set<number>();
  for (const [place, [happened, steps]] of taken.entries()) {
    // From the last to the first, so that one entry does not take two steps.
    for (const step of steps) {
      const begun = step === 0 ? { start: happened, parts: [] } : ways[step - 1];
      if (begun === undefined || (step === 0 && happened <= oldest)) continue;
      useful.add(place);
      const { parts, start } = begun;
      const best = ways[step];
      // Of equals the earlier: whatever comes later can still follow another beginning.
      if (best === undefined || start > best.start) ways[step] = { start, parts: [...parts, place] };
    }
  }
  return { ways, useful };
}

/** Without what no later entry can make a step of a sequence; null where nothing is left. */
function keep(taken: Taken, oldest: number): Taken | null {
  const { useful, ways } = waysOf(taken, oldest);
  if (useful.size === 0) return null;
  const best = new Set(ways.flatMap(({ parts }) => parts));
  let excess = useful.size - mostTaken;
  return taken.filter((_, place) => {
    if (!useful.has(place)) return false;
    if (excess <= 0 || best.has(place)) return true;
    excess -= 1;
    return false;
  });
}
