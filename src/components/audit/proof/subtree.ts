/** The perfect subtree over the 2^`level` leaves from `index` × 2^`level` on. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/**
 * The fewest perfect subtrees that cover the leaves from `from` to before `to`, from left to right. At most two for each
 * power of two below the size of the range. Numbers up to 2^53.
 */
export function subtreesOf(from: number, to: number): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    let width = 1;
    while (start % (width * 2) === 0 && start + width * 2 <= to) {
      level += 1;
      width *= 2;
    }
    subtrees.push({ level, index: start / width });
    start += width;
  }
  return subtrees;
}

/** The largest power of two below `size`, which is 2 at least: where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
