import type { Transaction } from '../../../../db/contract.ts';
import type { NoteSigner } from '../../proof/note.ts';
import {
  insertCheckpoints,
  selectSignedEnvironments,
  selectSignedOtherwise,
  type SignedCheckpoint,
  type SignedOtherwise,
} from './queries.ts';
import { signChain } from './sign-chain.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Checkpoints of one transaction. */
const most = 500;

/** `more`: there are others at once; `later`: some were signed within the last second; `done`: there are none. */
export type SignedAnew = 'more' | 'later' | 'done';

/**
 * Signs the newest checkpoint of each chain anew that was not signed by the present key of its environment, as after a
 * change of the master key: what does not grow any more would bear the older signature for ever.
 */
export async function signAnew(tx: Transaction, keys: SigningKeys, now: Date): Promise<SignedAnew> {
  const signers = new Map<string, NoteSigner>();
  for (const environmentId of await selectSignedEnvironments(tx)) {
    const signer = await keys.findOrMake(tx, environmentId, now);
    if (signer !== null) signers.set(environmentId, signer);
  }
  const present = [...signers].map(([environmentId, { verifier }]) => ({ environmentId, id: verifier.id }));
  const chains = await selectSignedOtherwise(tx, present, most);
  const signed = chains.flatMap((chain): SignedCheckpoint[] => {
    const signer = signers.get(chain.environmentId);
    return signer === undefined || !chain.isRipe ? [] : [withEarlier(signChain(chain, signer), chain)];
  });
  if (signed.length > 0) await insertCheckpoints(tx, signed);
  if (signed.length < chains.length) return 'later';
  return chains.length === most ? 'more' : 'done';
}

/** Whoever has only an older public key still finds its signature, as long as it is one of the same text. */
function withEarlier(signed: SignedCheckpoint, { earlier }: Pick<SignedOtherwise, 'earlier'>): SignedCheckpoint {
  const end = signed.note.lastIndexOf('\n\n') + 2;
  const [text, own] = [signed.note.slice(0, end), signed.note.slice(end)];
  if (earlier === null || !earlier.startsWith(text)) return signed;
  const lines = earlier.slice(end).split(/(?<=\n)/u);
  return { ...signed, note: text + own + lines.filter((line) => line !== own).join('') };
}
