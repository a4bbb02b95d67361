import type { Outcome, Sighting } from './outcome.ts';

/** For each step but the last, when the newest of those began that have come so far; null: none has. */
export type Begun = readonly (number | null)[];

/**
 * Entries in an order, which is that of their sequence whatever their times say; an entry is one step at most. Of all
 * that have come equally far the one that began last is the one to go on with: only when it began can stop it.
 */
export function seeStep(
  { of, within }: { readonly of: readonly unknown[]; readonly within: number },
  before: Begun,
  { happened, sequence }: Sighting,
  /** Which steps the entry may be, from 0. */
  fits: readonly number[],
): Outcome<Begun> {
  const last = of.length - 1;
  const begun = Array.from({ length: last }, (_, step) => before[step] ?? null);
  // From the last to the first, so that one entry does not take two steps.
  for (const step of fits.toSorted((one, other) => other - one)) {
    const start = step === 0 ? happened : (begun[step - 1] ?? null);
    if (start === null) continue;
    if (step < last) begun[step] = Math.max(start, begun[step] ?? start);
    else if (happened - start <= within) {
      const [from, to] = start < happened ? [start, happened] : [happened, start];
      return { state: null, found: { at: happened, from, to, count: of.length, sequence } };
    }
  }
  return { state: begun.every((start) => start === null) ? null : begun };
}
