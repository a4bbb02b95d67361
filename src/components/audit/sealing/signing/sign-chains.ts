import type { Transaction } from '../../../../db/contract.ts';
import { insertCheckpoints, selectUnsigned, type SignedCheckpoint } from './queries.ts';
import { signChain } from './sign-chain.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Checkpoints of one transaction: a signature takes some 60 µs. */
const most = 500;

/** Signs every chain that has grown and was not signed for a second. Says whether there are more of them. */
export async function signChains(tx: Transaction, keys: SigningKeys, now: Date): Promise<boolean> {
  const chains = await selectUnsigned(tx, most);
  const signed: SignedCheckpoint[] = [];
  for (const chain of chains) {
    const signer = await keys.findOrMake(tx, chain.environmentId, now);
    if (signer !== null) signed.push(signChain(chain, signer));
  }
  if (signed.length > 0) await insertCheckpoints(tx, signed);
  return chains.length === most;
}
