/**
 * The candidate that was most likely meant, or undefined when none is near: differing only in capitals
 * and separators, one or two slips of the finger away, or begun the same way.
 */
export function nearest(word: string, among: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > 100) return undefined;
  const candidates = [...among];
  const plain = simplify(word);
  const limit = plain.length <= 3 ? 1 : Math.max(2, Math.floor(plain.length * 0.3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const other = simplify(candidate);
    if (other === plain) return candidate;
    if (Math.abs(other.length - plain.length) >= bestDistance) continue;
    // A slip changes part of a word; where all of it differs it is another word.
    const distance = editDistance(plain, other, bestDistance);
    if (distance < bestDistance && distance < Math.max(plain.length, other.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? begunAlike(plain, candidates);
}

/** The hint that names it. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates);
  return found === undefined ? undefined : `Did you mean \`${found}\`?`;
}

function begunAlike(plain: string, candidates: readonly string[]): string | undefined {
  if (plain.length < 3) return undefined;
  const matches: string[] = [];
  for (const candidate of candidates) {
    const other = simplify(candidate);
    if (other.length >= 3 && (other.startsWith(plain) || plain.startsWith(other))) matches.push(candidate);
    if (matches.length > 1) return undefined;
  }
  return matches[0];
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** Insertions, deletions, substitutions and swaps of neighbours; stops counting at `limit`. */
export function editDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
