import { randomBytes, randomFillSync } from 'node:crypto';
import type { Random } from './contract.ts';

/** Bytes asked of the system at a time: each asking costs as much as a thousand of them do. */
const supplySize = 4096;
/** What is longer than this is asked for by itself. */
const longest = 256;

/** From the system's own source, some in advance. What was handed out is kept nowhere else. */
export function createSecureRandom(): Random {
  const supply = new Uint8Array(supplySize);
  let used = supplySize;
  return {
    bytes(length) {
      if (!Number.isSafeInteger(length) || length < 0) throw new RangeError(`${length} bytes cannot be drawn`);
      if (length > longest) return randomBytes(length);
      if (used + length > supplySize) {
        randomFillSync(supply);
        used = 0;
      }
      const taken = supply.slice(used, used + length);
      // It may become a key, which nobody should find in this process afterwards.
      supply.fill(0, used, used + length);
      used += length;
      return taken;
    },
  };
}
