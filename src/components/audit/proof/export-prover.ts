import { createHash } from 'node:crypto';
import { AnchorRecorder } from './anchors.ts';
import type { HashText } from './hash.ts';
import type { ManifestProof } from './manifest-line.ts';

/** Collects, while an export is written or read, what its manifest says for its proof. In constant memory. */
export class ExportProver {
  readonly anchors = new AnchorRecorder();
  readonly #tails = createHash('sha256');

  /**
   * @param tail what stands between the body's last member and the brace that closes the line: the personal payload with
   *   its salt, and what was skipped; empty for most
   */
  add(sequence: number, hash: HashText, tail: string | Uint8Array): void {
    this.anchors.add(sequence, hash);
    if (tail.length > 0) this.#tails.update(`${sequence}`).update(tail).update('\n');
  }

  /**
   * Once, at the end.
   * @param key of the signer; null where nothing is signed
   * @param skipped of a filtered export: roots of the subtrees behind its last entry, as far as its checkpoint
   */
  finish(key: string | null, skipped?: readonly string[]): ManifestProof {
    const tails: HashText = `sha256:${this.#tails.digest('hex')}`;
    return { key, anchors: this.anchors.anchors(), tails, ...(skipped === undefined ? {} : { skipped }) };
  }
}
