import { setTimeout as sleep } from 'node:timers/promises';

export interface OpenLoop {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Sends the request of this number; resolves to whether it was answered as it should be. */
  readonly send: (number: number) => Promise<boolean>;
}

export interface Sent {
  /** Milliseconds of each that was answered. */
  readonly latencies: readonly number[];
  readonly failed: number;
}

/**
 * Sends requests at a fixed rate, however the answers come: a server that falls behind meets the same rate. Each
 * latency counts from the moment its request was due, so that waiting to be sent is waiting too.
 */
export async function openLoop({ rate, seconds, send }: OpenLoop): Promise<Sent> {
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
  return { latencies, failed };
}
