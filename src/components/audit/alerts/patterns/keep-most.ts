import { lateness } from './lateness.ts';

/**
 * The `most` that matter longest of what is remembered, by time; first to go is what a clock that was far ahead has
 * dated, which would otherwise keep out all that comes now.
 *
 * @param known when the entry that is looked at was written
 */
export function keepMost<T>(
  all: readonly T[],
  most: number,
  timeOf: (one: T) => number,
  { known, within }: { readonly known: number; readonly within: number },
): readonly T[] {
  if (all.length <= most) return all;
  const ahead = all.filter((one) => timeOf(one) > known + lateness(within)).length;
  return all.slice(0, all.length - Math.min(ahead, all.length - most)).slice(-most);
}
