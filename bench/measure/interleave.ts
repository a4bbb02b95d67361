import { median } from './statistics.ts';

export interface Comparison {
  /** Median of each side, and of the ratios pair by pair: those hold while the machine's speed drifts. */
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly rounds: number;
}

/** Runs both in turn, ours first in even rounds and last in odd ones, after one round that is not counted. */
export async function interleave(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<Comparison> {
  const pairs: { readonly ours: number; readonly peer: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = round % 2 === 0 ? await inTurn(ours, peer) : swap(await inTurn(peer, ours));
    if (round > 0) pairs.push({ ours: pair[0], peer: pair[1] });
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    peer: median(pairs.map((pair) => pair.peer)),
    ratio: median(pairs.map((pair) => pair.ours / pair.peer)),
    rounds,
  };
}

async function inTurn(first: () => Promise<number>, second: () => Promise<number>): Promise<readonly [number, number]> {
  return [await first(), await second()];
}

function swap([first, second]: readonly [number, number]): readonly [number, number] {
  return [second, first];
}
