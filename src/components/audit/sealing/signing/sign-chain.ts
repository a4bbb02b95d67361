import { originOf, signCheckpoint } from '../../proof/checkpoint.ts';
import { Frontier } from '../../proof/frontier.ts';
import { hashBytes, hashOfBytes } from '../../proof/hash.ts';
import type { NoteSigner } from '../../proof/note.ts';
import type { ChainToSign, SignedCheckpoint } from './queries.ts';

/** What is signed of a chain: always what it is, never what an earlier checkpoint says of it. */
export function signChain(chain: ChainToSign, signer: NoteSigner): SignedCheckpoint {
  const { environmentId, size, tenantId } = chain;
  const root = Frontier.read(size, chain.frontier).root();
  const checkpoint = { origin: originOf(chain), size, root, head: hashOfBytes(chain.head) };
  const note = signCheckpoint(checkpoint, signer);
  return { environmentId, tenantId, size, root: hashBytes(root), note, signedBy: signer.verifier.id };
}
