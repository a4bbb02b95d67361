import { setTimeout as sleep } from 'node:timers/promises';

export interface OpenLoop {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Sends the request of this number; resolves to whether it was answered as it should be. */
  readonly send: (number: number) => Promise<boolean>;
}

export interface Latencies {
  /** Milliseconds at a share of the requests: 0.99. */
  at(share: number): number;
  readonly failed: number;
  readonly count: number;
  /** Milliseconds, ascending. */
  readonly sorted: readonly number[];
}

/**
 * Sends requests at a fixed rate, however the answers come: a server that falls behind meets the same rate. Each
 * latency counts from the moment its request was due, so that waiting to be sent is waiting too.
 */
export async function openLoop({ rate, seconds, send }: OpenLoop): Promise<Latencies> {
  const count = rate * seconds;
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  let failed = 0;
  const begin = performance.now();
  for (let number = 0; number < count; number += 1) {
    const due = begin + (number * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    underWay.push(
      send(number).then(
        (isGood) => {
          latencies.push(performance.now() - due);
          if (!isGood) failed += 1;
        },
        () => {
          failed += 1;
        },
      ),
    );
  }
  await Promise.all(underWay);
  return latenciesOf(latencies, failed);
}

/** Of several turns, as if they had been one. */
export function joinTurns(turns: readonly Latencies[]): Latencies {
  return latenciesOf(
    turns.flatMap(({ sorted }) => sorted),
    turns.reduce((sum, { failed }) => sum + failed, 0),
  );
}

function latenciesOf(latencies: readonly number[], failed: number): Latencies {
  const sorted = latencies.toSorted((one, other) => one - other);
  return {
    at: (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN,
    failed,
    count: sorted.length,
    sorted,
  };
}
