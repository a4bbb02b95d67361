/**
 * The candidate that was most likely meant, or undefined when none is near: differing only in capitals
 * and separators, one or two slips of the finger away, or begun the same way.
 */
export function nearest(word: string, among: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > 100) return undefined;
  const candidates = Array.isArray(among) ? (among as readonly string[]) : [...among];
  const plain = simplify(word);
  const letters = lettersOf(plain);
  const limit = plain.length <= 3 ? 1 : Math.max(2, Math.floor(plain.length * 0.3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let compared = 0;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const other = simplify(candidate);
    if (other === plain) return candidate;
    if (Math.abs(other.length - plain.length) >= bestDistance) continue;
    // Each slip adds or takes away at most two sorts of letters.
    if (bitCount(letters ^ lettersOf(other)) >= 2 * bestDistance) continue;
    if (compared++ > maximumCompared) break;
    // A slip changes part of a word; where all of it differs it is another word.
    const distance = editDistance(plain, other, bestDistance);
    if (distance < bestDistance && distance < Math.max(plain.length, other.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? begunAlike(plain, candidates);
}

/** Among more names that look alike, none was clearly meant. */
const maximumCompared = 500;

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
  const lower = word.toLowerCase();
  return /[-_ ]/.test(lower) ? lower.replaceAll(/[-_ ]/g, '') : lower;
}

/** Which letters a word has, as bits; others share theirs. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Insertions, deletions, substitutions and swaps of neighbours; stops counting at `limit`. */
export function editDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  const width = right.length + 1;
  let [beforeLast, last, current] = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  for (let column = 0; column < width; column++) last[column] = column;
  // Further from the diagonal than this, the distance is at least the limit.
  const band = Math.min(limit, width + left.length);
  for (let row = 1; row <= left.length; row++) {
    const from = Math.max(1, row - band);
    const to = Math.min(right.length, row + band);
    current.fill(far);
    current[0] = row;
    let smallest = from === 1 ? row : far;
    for (let column = from; column <= to; column++) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
        (last[column - 1] ?? far) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? far) + 1);
      current[column] = Math.min(cost, far);
      smallest = Math.min(smallest, cost);
    }
    if (smallest >= limit) return limit;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[right.length] ?? far, limit);
}

const far = 60_000;
