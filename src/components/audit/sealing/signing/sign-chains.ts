import type { Transaction } from '../../../../db/contract.ts';
import { originOf, signCheckpoint } from '../../proof/checkpoint.ts';
import { Frontier } from '../../proof/frontier.ts';
import { hashBytes, hashOfBytes } from '../../proof/hash.ts';
import { insertCheckpoints, selectUnsigned, type SignedCheckpoint } from './queries.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Checkpoints of one transaction: a signature takes some 60 µs. */
const most = 500;

/** Signs every chain that has grown and was not signed for a second. Says whether there are more of them. */
export async function signChains(tx: Transaction, keys: SigningKeys, now: Date): Promise<boolean> {
  const chains = await selectUnsigned(tx, most);
  const signed: SignedCheckpoint[] = [];
  for (const { environmentId, frontier, head, size, tenantId, ...names } of chains) {
    const signer = await keys.findOrMake(tx, environmentId, now);
    if (signer === null) continue;
    const root = Frontier.read(size, frontier).root();
    const checkpoint = { origin: originOf({ ...names, tenantId }), size, root, head: hashOfBytes(head) };
    signed.push({ environmentId, tenantId, size, root: hashBytes(root), note: signCheckpoint(checkpoint, signer) });
  }
  if (signed.length > 0) await insertCheckpoints(tx, signed);
  return chains.length === most;
}
