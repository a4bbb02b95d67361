import type { Transaction } from '../../../db/contract.ts';
import { movePlace, takePlace } from '../../../db/follow/take-place.ts';
import type { Host } from '../../../host/contract.ts';
import type { Worker, WorkerContext } from '../../../server/contract.ts';
import { selectUnsealed, selectWaiting } from './queries.ts';
import { sealEntries } from './seal-entries.ts';
import { signChains } from './signing/sign-chains.ts';
import { SigningKeys } from './signing/signing-keys.ts';

/** Where the sealer stands is kept under this name. */
export const sealerName = 'audit-sealer';

/** Milliseconds: what is committed has its place within about this and the time that sealing takes. */
const pause = 200;
/** Entries of one transaction: large enough that its fixed cost is nothing, small enough that none takes long. */
const batch = 5_000;

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
  return {
    name: sealerName,
    pause,
    gauges: [
      {
        name: 'dream_audit_unsealed_seconds',
        help: 'Age of the oldest audit entry that has no place in its chain yet; 0 when all have one.',
        read: () => oldest / 1000,
      },
    ],
    round: async ({ database, now }) => {
      const waiting = await database.withControlPlane('read', (tx) => selectWaiting(tx, sealerName));
      oldest = waiting.oldest ?? 0;
      if (waiting.oldest === null && (keys === null || !waiting.unsigned)) return 'done';
      return database.withControlPlane('write', (tx) => sealRound(tx, keys, now));
    },
  };
}

async function sealRound(
  tx: Transaction,
  keys: SigningKeys | null,
  now: WorkerContext['now'],
): Promise<'more' | 'done'> {
  const place = await takePlace(tx, sealerName);
  if (place === null) return 'done';
  const entries = await selectUnsealed(tx, place, batch);
  const moved = await sealEntries(tx, entries);
  if (moved !== null) await movePlace(tx, sealerName, moved);
  const moreToSign = keys !== null && (await signChains(tx, keys, now));
  return entries.length === batch || moreToSign ? 'more' : 'done';
}
