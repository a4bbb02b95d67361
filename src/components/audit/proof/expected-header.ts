import { hashLength } from './hash.ts';

const [sequencePart, hashPart, previousPart, bytesPart] = [
  '{"sequence":',
  ',"hash":"sha256:',
  '","previousHash":"sha256:',
  '","bytes":',
];
const hexLength = 2 * hashLength;
const mostDigits = 16;

/**
 * What a line of an export must begin with, up to the digits of `bytes`: written once and then only brought up to date,
 * since to put a text of 200 characters together for each line would take longer than to hash it.
 */
export class ExpectedHeader {
  readonly #bytes = Buffer.alloc(256);
  #digits = 0;
  #hashAt = 0;
  #previousAt = 0;
  #length = 0;

  /** Bytes of the header of this sequence. */
  lengthFor(sequence: number): number {
    const digits = digitsOf(sequence);
    if (digits !== this.#digits) this.#layOut(digits);
    return this.#length;
  }

  /** The line before had this hash. */
  setPrevious(hex: string): void {
    if (this.#digits === 0) this.#layOut(1);
    this.#bytes.write(hex, this.#previousAt, hexLength, 'latin1');
  }

  /** Whether the bytes from `from` on are the header of this entry, after the one whose hash was set. */
  isAt(buffer: Buffer, from: number, sequence: number, hex: string): boolean {
    const length = this.lengthFor(sequence);
    let rest = sequence;
    for (let at = this.#hashAt - hashPart.length - 1; at >= sequencePart.length; at -= 1) {
      this.#bytes[at] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#bytes.write(hex, this.#hashAt, hexLength, 'latin1');
    return this.#bytes.compare(buffer, from, from + length, 0, length) === 0;
  }

  #layOut(digits: number): void {
    const previous = this.#bytes.toString('latin1', this.#previousAt, this.#previousAt + hexLength);
    const blank = ' '.repeat(hexLength);
    const before = `${sequencePart}${' '.repeat(digits)}${hashPart}`;
    const text = `${before}${blank}${previousPart}`;
    this.#hashAt = before.length;
    this.#previousAt = text.length;
    this.#length = this.#bytes.write(`${text}${previous}${bytesPart}`, 'latin1');
    this.#digits = digits;
  }
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let limit = 10; value >= limit && digits < mostDigits; limit *= 10) digits += 1;
  return digits;
}
