import { createHash } from 'node:crypto';
import { ExportProver } from '../proof/export-prover.ts';
import type { HashText } from '../proof/hash.ts';

/** What an export has come to so far. In constant memory. */
export class Tally {
  readonly prover = new ExportProver();
  readonly #hash = createHash('sha256');
  readonly #send: (bytes: Uint8Array | string) => Promise<void>;
  entries = 0;
  bytes = 0;
  first: number | null = null;
  last: number | null = null;

  constructor(send: (bytes: Uint8Array | string) => Promise<void>) {
    this.#send = send;
  }

  async send(text: Uint8Array | string): Promise<void> {
    this.#hash.update(text);
    this.bytes += text.length;
    await this.#send(text);
  }

  /** @param tail what stands behind the body of its line, without the brace that closes the line */
  add(sequence: number, hash: HashText, tail: string | Uint8Array): void {
    this.entries += 1;
    this.first ??= sequence;
    this.last = sequence;
    this.prover.add(sequence, hash, tail);
  }

  /** Of all that was sent. Once, at the end. */
  sha256(): HashText {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}
