import type { Comparison } from './interleave.ts';
import { median } from './statistics.ts';

/**
 * Runs ours and all the peers in turn, each round from another one on, after a round that is not counted. A peer's
 * ratio is the median of ours over its own, round by round.
 */
export async function roundRobin(
  rounds: number,
  ours: () => Promise<number>,
  peers: readonly (() => Promise<number>)[],
): Promise<readonly Comparison[]> {
  const all = [ours, ...peers];
  const figures: number[][] = all.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < all.length; turn += 1) {
      const place = (turn + round) % all.length;
      const figure = await all[place]?.();
      if (round > 0 && figure !== undefined) figures[place]?.push(figure);
    }
  }
  const [first = [], ...others] = figures;
  return others.map((other) => ({
    ours: median(first),
    peer: median(other),
    ratio: median(first.map((figure, round) => figure / (other[round] ?? Number.NaN))),
    rounds,
  }));
}
