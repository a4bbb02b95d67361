const fiveMinutes = 300_000;

/**
 * How far behind the newest entry of its key one may be and still find its place: as far as the window is long, five
 * minutes at least, for batches that arrive late and servers whose clocks disagree.
 */
export function lateness(within: number): number {
  return Math.max(within, fiveMinutes);
}

/** What is older than this can be part of no window any more. */
export function oldestKept(newest: number, within: number): number {
  return newest - within - lateness(within);
}
