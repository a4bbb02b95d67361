import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Memory } from './contract.ts';

/** Bytes that may gather before the young are collected, and before all are: or a part of what is held, where that is more. */
const [little, much] = [
  { least: 2 * 1024 * 1024, share: 16 },
  { least: 3 * 1024 * 1024, share: 8 },
];

/** Of V8's heap, and of the buffers beside it. */
export function createMemory(): Memory {
  let collect: Collect | undefined;
  /** Bytes that were held when they were fewest. */
  let kept = Number.POSITIVE_INFINITY;
  let wasInVain = false;
  const holdsMore = ({ least, share }: typeof much): boolean => held() > kept + Math.max(least, kept / share);
  return {
    tidy() {
      kept = Math.min(kept, held());
      let isInVain = false;
      if (holdsMore(little)) {
        collect ??= collector();
        // Most of it was made a moment ago, among which it is found in less than a millisecond.
        collect({ type: 'minor' });
        isInVain = holdsMore(much);
        // Once in vain says little: another thread gives buffers back a moment later. To look through all takes 20 ms.
        if (isInVain && wasInVain) {
          collect({ type: 'major' });
          kept = held();
          isInVain = false;
        }
      }
      wasInVain = isInVain;
    },
  };
}

type Collect = (what: { readonly type: 'minor' | 'major' }) => void;

/** V8 itself counts a buffer until long after it was given back. */
function held(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** V8's own, which it shows to none but a context that is made while it is told to. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof gc !== 'function') throw new RangeError('V8 shows no way to collect garbage');
  return (what) => void gc(what);
}
