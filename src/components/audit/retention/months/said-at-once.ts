/** Entries that say of chains that something is gone, written at once, and of one moment. */
export const mostSaid = 1_000;

/**
 * What is said at once, and when: not all at one moment, since a page of the record is never parted from the rest of its
 * last moment, and would take thousands along. Each batch is a millisecond later than the one before at least, whatever
 * the clock does.
 */
export function* saidAtOnce<T>(
  all: readonly T[],
  clock: { readonly now: () => Date },
): Generator<{ readonly some: readonly T[]; readonly now: Date }> {
  let at = Number.NEGATIVE_INFINITY;
  for (let said = 0; said < all.length; said += mostSaid) {
    at = Math.max(clock.now().getTime(), at + 1);
    yield { some: all.slice(said, said + mostSaid), now: new Date(at) };
  }
}
