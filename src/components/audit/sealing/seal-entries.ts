import type { Transaction } from '../../../db/contract.ts';
import type { Place } from '../../../db/follow/place.ts';
import { hashOfBytes } from '../proof/hash.ts';
import { ChainTip, type Seal } from './chain-tip.ts';
import {
  type ChainId,
  type GrownChain,
  insertSeals,
  selectTips,
  type UnsealedEntry,
  upsertTiles,
  writeChains,
} from './queries.ts';

/**
 * Gives the entries their places, each in the chain of its tenant, in the order in which they are given; in the one
 * transaction that also moves the sealer on, so that all of it lasts or nothing.
 */
export async function sealEntries(tx: Transaction, entries: readonly UnsealedEntry[]): Promise<Place | null> {
  const last = entries.at(-1);
  if (last === undefined) return null;
  const chains = await readChains(tx, entries);
  const seals: { readonly entry: UnsealedEntry; readonly seal: Seal }[] = [];
  for (const entry of entries) {
    const chain = chains.get(keyOf(entry));
    if (chain !== undefined) seals.push({ entry, seal: chain.tip.append(hashOfBytes(entry.leaf)) });
  }
  await insertSeals(tx, seals);
  await writeChains(tx, [...chains.values()]);
  await upsertTiles(
    tx,
    [...chains.values()].flatMap(({ environmentId, tenantId, tip }) =>
      tip.takeTiles().map((tile) => ({ environmentId, tenantId, ...tile })),
    ),
  );
  return { transaction: last.transaction, id: last.id };
}

async function readChains(
  tx: Transaction,
  entries: readonly UnsealedEntry[],
): Promise<ReadonlyMap<string, GrownChain>> {
  const ids = new Map(
    entries.map(({ environmentId, tenantId }) => [keyOf({ environmentId, tenantId }), { environmentId, tenantId }]),
  );
  const stored = new Map((await selectTips(tx, [...ids.values()])).map((tip) => [keyOf(tip), tip]));
  return new Map(
    [...ids].map(([key, id]) => {
      const tip = ChainTip.read(stored.get(key));
      return [key, { ...id, tip, size: tip.size }];
    }),
  );
}

/** Ids hold no line's end. */
function keyOf({ environmentId, tenantId }: ChainId): string {
  return `${environmentId}\n${tenantId}`;
}
