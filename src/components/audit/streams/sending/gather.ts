import type { Session } from '../../../../db/contract.ts';
import type { EntryFilter } from '../../alerts/filter/compile-filter.ts';
import { facesOf } from '../../alerts/filter/entry-faces.ts';
import type { SealedEntry } from '../../entries/entry.ts';
import { readEntry } from '../../formats/read-entry.ts';
import type { BatchPart } from '../batch.ts';
import type { Stream } from '../stream.ts';
import { type ChainBehind, type SealedRow, selectBehind, selectCheckpoints, selectNext } from './queries.ts';

/** Chains that are looked at for one batch. */
const mostChains = 50;
/** Bytes of the bodies of a batch, unless its first entry alone is longer. */
const mostBytes = 1_000_000;
/** Entries that are looked through at once where a filter leaves most of them out. */
const mostLookedAt = 1_000;

export interface Gathered {
  readonly parts: readonly BatchPart[];
  /** There is more in those chains, or maybe in others. */
  readonly hasMore: boolean;
}

/**
 * The next batch of a stream: of each chain with something new its share. What is deleted by now is counted; what the
 * filter leaves out is passed over.
 */
export async function gather(
  session: Session,
  { atMost, key, tenants }: Pick<Stream, 'atMost' | 'key' | 'tenants'>,
  filter: EntryFilter | null,
): Promise<Gathered> {
  const chains = await selectBehind(session, key, tenants, mostChains);
  if (chains.length === 0) return { parts: [], hasMore: false };
  const share = Math.max(1, Math.floor((filter === null ? atMost : Math.max(atMost, mostLookedAt)) / chains.length));
  const rows = Map.groupBy(await selectNext(session, chains, share), ({ tenantId }) => tenantId);
  const checkpoints = await selectCheckpoints(
    session,
    chains.map(({ tenantId }) => tenantId),
  );
  const room = { entries: atMost, bytes: mostBytes };
  const parts = chains.map((chain) => ({
    ...takePart(chain, rows.get(chain.tenantId) ?? [], share, filter, room),
    tenantId: chain.tenantId,
    after: chain.sequence,
    signed: chain.signed,
    checkpoint: checkpoints.get(chain.tenantId) ?? null,
  }));
  const isWhole = chains.length < mostChains && chains.every(({ size }, index) => parts[index]?.upTo === size);
  return { parts, hasMore: !isWhole };
}

/** What is left of a batch. */
interface Room {
  entries: number;
  bytes: number;
}

function takePart(
  { sequence, size }: ChainBehind,
  rows: readonly SealedRow[],
  share: number,
  filter: EntryFilter | null,
  room: Room,
): Pick<BatchPart, 'entries' | 'pruned' | 'upTo'> {
  const entries: SealedEntry[] = [];
  let upTo = sequence;
  let pruned = 0;
  for (const row of rows) {
    const gone = row.sequence - upTo - 1;
    const sealed = sealedOf(row);
    const isSent = sealed !== null && (filter === null || fits(filter, row.action ?? '', sealed));
    if (isSent && !takes(room, sealed)) return { entries, upTo, pruned };
    if (isSent) entries.push(sealed);
    pruned += gone + (sealed === null ? 1 : 0);
    upTo = row.sequence;
  }
  // Fewer than were asked for: of whatever else the chain has, nothing is there any more.
  if (rows.length < share) {
    pruned += size - upTo;
    upTo = size;
  }
  return { entries, upTo, pruned };
}

function takes(room: Room, { body }: SealedEntry): boolean {
  const bytes = Buffer.byteLength(body);
  if (room.entries === 0 || (bytes > room.bytes && room.bytes < mostBytes)) return false;
  room.entries -= 1;
  room.bytes -= bytes;
  return true;
}

/** Null: the entry has been deleted. */
export function sealedOf({ body, hash, previousHash, sequence }: SealedRow): SealedEntry | null {
  return body === null ? null : { sequence, hash: textOf(hash), previousHash: textOf(previousHash), body };
}

function textOf(hash: Uint8Array): `sha256:${string}` {
  return `sha256:${Buffer.from(hash).toString('hex')}`;
}

function fits(filter: EntryFilter, action: string, sealed: SealedEntry): boolean {
  if (!filter.mayFit(action) && !sealed.body.includes('"changes":[')) return false;
  return facesOf(readEntry(sealed)).some((face) => filter.fits(face));
}
