import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '../../../db/contract.ts';
import type { Place } from '../../../db/follow/place.ts';
import { movePlace, takePlace } from '../../../db/follow/take-place.ts';
import type { Host } from '../../../host/contract.ts';
import type { Worker } from '../../../server/worker.ts';
import { selectUnsealed, selectWaiting } from './queries.ts';
import { sealEntries } from './seal-entries.ts';
import { sealerName } from './sealer-name.ts';
import { type SignedAnew, signAnew } from './signing/sign-anew.ts';
import { signChains } from './signing/sign-chains.ts';
import { SigningKeys } from './signing/signing-keys.ts';

/** Milliseconds: what is committed has its place within about this and the time that sealing takes. */
const pause = 200;
/**
 * Milliseconds to the next look where none of the entries that wait may be read yet, and how many looks there are: a
 * transaction under way, in any database of the same PostgreSQL, holds back all that was written after it began.
 */
const [heldBackPause, mostLooks] = [20, 25];
/** Entries of one transaction: large enough that its fixed cost is nothing, small enough that none takes long. */
const batch = 5_000;
/** Milliseconds to the next look for chains that another key has signed: where some wait for it, and where none do. */
const [nextAnew, nextLook] = [1_000, 60_000];

export interface SealerOptions {
  readonly host: Pick<Host, 'random'>;
  /** Null: nothing is signed. */
  readonly masterKey: Uint8Array | null;
}

/**
 * Seals entries off the path of requests: gives each its sequence, its hash and its leaf of the tree, and signs the
 * chains. Of all servers on a database one does it at a time: whoever holds the sealer's place. Its transaction moves
 * the place and writes the seals, so that whoever is killed at it has done nothing.
 */
export function createSealer({ host, masterKey }: SealerOptions): Worker {
  const keys = masterKey === null ? null : new SigningKeys({ random: host.random, masterKey });
  let oldest = 0;
  let waiting = 0;
  let looksAt = 0;
  return {
    name: sealerName,
    recordedAs: { nothing: 'it gives entries their places: what it writes is the record' },
    pause,
    gauges: [
      {
        name: 'dream_audit_unsealed_seconds',
        help: 'Age of the oldest audit entry that has no place in its chain yet; 0 when all have one.',
        read: () => oldest / 1000,
      },
      {
        name: 'dream_audit_unsealed_entries',
        help: 'Audit entries that have no place in their chain yet; 10000 stands for that many or more.',
        read: () => waiting,
      },
    ],
    round: async ({ database, now, signal }) => {
      const look = await database.withControlPlane('read', (tx) => selectWaiting(tx, sealerName));
      oldest = look.oldest ?? 0;
      waiting = look.count;
      const isDue = (): boolean => now.getTime() >= looksAt;
      if (look.newest === null && (keys === null || !(look.unsigned || isDue()))) return 'done';
      for (let looks = 0; looks < mostLooks && !signal.aborted; looks += 1) {
        const sealed = await database.withControlPlane('write', (tx) => sealRound(tx, keys, now, isDue()));
        if (sealed === null) return 'done';
        // Only once it lasts.
        if (sealed.anew === 'later' || sealed.anew === 'done')
          looksAt = now.getTime() + (sealed.anew === 'later' ? nextAnew : nextLook);
        if (sealed.isFull) return 'more';
        // Whatever was there when the round began has its place.
        if (look.newest === null || isAsFar(sealed.place, look.newest)) return 'done';
        await sleep(sealed.entries === 0 ? heldBackPause : pause, undefined, { signal }).catch(() => undefined);
      }
      return 'done';
    },
  };
}

interface Sealed {
  readonly place: Place;
  readonly entries: number;
  /** There may well be more. */
  readonly isFull: boolean;
  /** What was signed anew; null: it was not looked for. */
  readonly anew: SignedAnew | null;
}

/** Null: another server is at it. */
async function sealRound(tx: Transaction, keys: SigningKeys | null, now: Date, isDue: boolean): Promise<Sealed | null> {
  const place = await takePlace(tx, sealerName);
  if (place === null) return null;
  const entries = await selectUnsealed(tx, place, batch);
  const moved = await sealEntries(tx, entries);
  if (moved !== null) await movePlace(tx, sealerName, moved);
  const moreToSign = keys !== null && (await signChains(tx, keys, now));
  const anew = keys !== null && isDue ? await signAnew(tx, keys, now) : null;
  const isFull = entries.length === batch || moreToSign || anew === 'more';
  return { place: moved ?? place, entries: entries.length, isFull, anew };
}

function isAsFar(place: Place, other: Place): boolean {
  const [one, two] = [BigInt(place.transaction), BigInt(other.transaction)];
  return one > two || (one === two && place.id >= other.id);
}
