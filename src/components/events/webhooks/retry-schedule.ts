/** How often a call that failed is made again, and over how long. */
export interface RetryPolicy {
  readonly times: number;
  /** Milliseconds. */
  readonly within: number;
}

/** Milliseconds before the first repetition, unless all of them come sooner than that. */
const firstWait = 60_000;
/** Milliseconds that a receiver may ask for at most. */
export const longestAsked = 86_400_000;

/**
 * Milliseconds to wait before each repetition, without chance: each a fixed number of times the one before, and all of
 * them together as long as the policy says. Six within three days: 1 min, 5 min, 26 min, 2 h, 11 h, 2½ d.
 */
export function retryWaits({ times, within }: RetryPolicy): readonly number[] {
  if (times === 0) return [];
  const first = Math.min(firstWait, within / times);
  const growth = growthFor(times, within / first);
  return Array.from({ length: times }, (_, index) => first * growth ** index);
}

/** The number whose powers from 0 to `count` - 1 add up to `sum`, which is at least `count`. */
function growthFor(count: number, sum: number): number {
  let [low, high] = [1, Math.max(1, sum)];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    let total = 0;
    for (let power = 0; power < count; power += 1) total += middle ** power;
    if (total < sum) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Milliseconds to wait after so many calls have failed, or null when that was the last. Half of it is chance (`random`,
 * from 0 to 1): what failed together does not come back together. A receiver that asked to wait longer is heeded, up
 * to a day.
 */
export function nextWait(
  policy: RetryPolicy,
  failed: number,
  { asked = 0, random }: { readonly asked?: number; readonly random: number },
): number | null {
  const wait = retryWaits(policy)[failed - 1];
  if (wait === undefined) return null;
  return Math.round(Math.max(wait * (0.5 + random / 2), Math.min(asked, longestAsked)));
}

/** Milliseconds that a `Retry-After` asks to wait; undefined where it cannot be read or is over. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^[0-9]+$/.test(text)) return Number(text) * 1000;
  // What is no date as HTTP writes it is not guessed at.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const wait = Date.parse(text) - now.getTime();
  return wait > 0 ? wait : undefined;
}
