import { ndjsonLine } from '../../../src/components/audit/formats/ndjson.ts';
import { chainHash, hashText, leafHash, zeroHash } from '../../../src/components/audit/proof/hash.ts';

/** The tile of which the entry below is the first. */
export const restorableTile = 5000;

/** An entry that is gone, by a name that its tenant alone has: its line in an archive, and its leaf in the tree. */
export function restorable(mark: string): { readonly line: string; readonly leaf: string } {
  const actor = { id: `restored actor of ${mark}`, type: 'user' };
  const entry = {
    action: 'note.gone',
    actor,
    id: `aud_gone_${mark}`,
    outcome: 'success',
    timestamp: '2020-01-01T00:00:00.000Z',
  };
  const body = JSON.stringify(entry);
  const leaf = leafHash(body);
  const hash = hashText(chainHash(zeroHash, leaf));
  const sequence = restorableTile * 256 + 1;
  return {
    line: ndjsonLine({ sequence, hash, previousHash: hashText(zeroHash), body }),
    leaf: Buffer.from(leaf, 'latin1').toString('hex'),
  };
}
