const fiveMinutes = 300_000;

/**
 * How far behind the newest entry of its key one may be and still find its place: as far as the window is long, five
 * minutes at least, for batches that arrive late and servers whose clocks disagree.
 */
export function lateness(within: number): number {
  return Math.max(within, fiveMinutes);
}

/**
 * What is older than this can be part of no window any more. What is dated later than an entry was written came by a
 * clock that is ahead of the one it was written by, and makes nothing of now too old.
 *
 * @param newest of those that are remembered
 * @param known when the entry that is looked at was written
 */
export function oldestKept(newest: number, known: number, within: number): number {
  return Math.min(newest, known) - within - lateness(within);
}
