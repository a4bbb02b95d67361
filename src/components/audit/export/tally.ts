import { createHash } from 'node:crypto';
import { makeError } from '../../../engine/platform-error/index.ts';
import { ExportProver } from '../proof/export-prover.ts';
import { Gaps } from '../proof/gaps.ts';
import type { HashText } from '../proof/hash.ts';
import { exportErrors } from './errors.ts';
import { lineHead, sequenceOf } from './line-place.ts';

export type Send = (bytes: Uint8Array | string) => Promise<void>;

/** What arrived of an export before it was cut off. */
export interface ArrivedPart {
  /** Sequence of the last entry; 0: nothing did. */
  readonly arrived: number;
  /** `sha256:…` of all up to its line. Absent: whoever asks does not say. */
  readonly arrivedHash?: string | undefined;
}

/**
 * What an export has come to so far. In constant memory. Entries up to `arrived` were sent before, when the export was
 * cut off: they count, and are not sent again.
 */
export class Tally {
  readonly prover = new ExportProver();
  readonly #hash = createHash('sha256');
  /** Between the first entry and the last. */
  readonly gaps = new Gaps();
  readonly arrived: number;
  /** What has to be there before anything new is sent. */
  readonly #expected: string | undefined;
  #send: Send = () => Promise.reject(new RangeError('Nothing new was to be sent yet.'));
  entries = 0;
  bytes = 0;
  first: number | null = null;
  last: number | null = null;

  constructor({ arrived, arrivedHash }: ArrivedPart) {
    this.arrived = arrived;
    this.#expected = arrived > 0 ? arrivedHash : undefined;
  }

  /** What was sent before. */
  pass(text: Uint8Array | string): void {
    this.#hash.update(text);
    this.bytes += text.length;
  }

  /** Where all that is new goes from now on. */
  sendTo(send: Send): void {
    this.#send = send;
  }

  async send(text: Uint8Array | string): Promise<void> {
    if (text.length === 0) return;
    this.pass(text);
    await this.#send(text);
  }

  /**
   * Before anything that is new: whoever got the rest of another export would have spoilt the good part they have.
   *
   * @throws ConflictError `audit/other-beginning`
   */
  holdArrived(): void {
    const expected = this.#expected;
    if (expected === undefined || expected === `sha256:${this.#hash.copy().digest('hex')}`) return;
    throw makeError(exportErrors.otherBeginning, {
      message: `What has arrived up to entry ${this.arrived} is not how this export begins: it was begun with other options, or something of it was changed or taken out since.`,
      param: 'arrivedHash',
    });
  }

  /** The line of an entry with nothing behind its body. @param at where its head stands */
  addLine(lines: Buffer, at: number): void {
    const { anchors } = this.prover;
    const sequence = sequenceOf(lines, at);
    this.count(sequence);
    if (anchors.keepsNext) anchors.add(sequence, lineHead(lines, at).hash);
    else anchors.pass();
  }

  /** @param tail what stands behind the body of its line, without the brace that closes the line */
  add(sequence: number, hash: HashText, tail: string | Uint8Array): void {
    this.count(sequence);
    this.prover.add(sequence, hash, tail);
  }

  /** An entry of an export that proves nothing by itself. */
  count(sequence: number): void {
    this.entries += 1;
    if (this.last !== null && sequence !== this.last + 1) this.gaps.leave(this.last + 1, sequence - 1, 0);
    this.first ??= sequence;
    this.last = sequence;
  }

  /** Of all. Once, at the end. */
  sha256(): HashText {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}
