import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Memory } from './contract.ts';

/** Bytes that may gather, or an eighth of what is held, where that is more: to look through much for little is slow. */
const [least, share] = [3 * 1024 * 1024, 8];

/** Of V8's heap, and of the buffers and texts beside it that it holds. */
export function createMemory(): Memory {
  let collect: Collect | undefined;
  /** Bytes that were held when they were fewest. */
  let kept = Number.POSITIVE_INFINITY;
  const isUntidy = (): boolean => held() > kept + Math.max(least, kept / share);
  return {
    tidy() {
      kept = Math.min(kept, held());
      if (!isUntidy()) return;
      collect ??= collector();
      // Most of it was made a moment ago, among which it is found in less than a millisecond.
      collect({ type: 'minor' });
      if (isUntidy()) {
        collect({ type: 'major' });
        kept = held();
      }
    },
  };
}

type Collect = (what: { readonly type: 'minor' | 'major' }) => void;

function held(): number {
  const { external_memory: beside, used_heap_size: heap } = getHeapStatistics();
  return heap + beside;
}

/** V8's own, which it shows to none but a context that is made while it is told to. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof gc !== 'function') throw new RangeError('V8 shows no way to collect garbage');
  return (what) => void gc(what);
}
