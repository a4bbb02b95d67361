import type { Sent } from './open-loop.ts';

export interface Latencies {
  /** Milliseconds at a share of the requests: 0.99. */
  at(share: number): number;
  readonly failed: number;
  readonly count: number;
}

/** Of several turns, as if they had been one. */
export function latenciesOf(turns: readonly Sent[]): Latencies {
  const sorted = turns.flatMap(({ latencies }) => latencies).toSorted((one, other) => one - other);
  return {
    at: (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN,
    failed: turns.reduce((sum, { failed }) => sum + failed, 0),
    count: sorted.length,
  };
}
