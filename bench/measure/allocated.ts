import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that one call puts on the heap: the least of several batches, none of which is long enough for a collection. */
export function allocatedBytes(times: number, call: (time: number) => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < times * 10; time += 1) call(time);
  const batches = Array.from({ length: 7 }, () => {
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let time = 0; time < times; time += 1) call(time);
    return process.memoryUsage().heapUsed - before;
  });
  const idle = Array.from({ length: 7 }, () => {
    const before = process.memoryUsage().heapUsed;
    return process.memoryUsage().heapUsed - before;
  });
  return Math.max(0, Math.min(...batches) - Math.min(...idle)) / times;
}
