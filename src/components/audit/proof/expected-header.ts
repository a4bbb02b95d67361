import { hashLength } from './hash.ts';

const [sequencePart, hashPart, previousPart, bytesPart] = [
  '{"sequence":',
  ',"hash":"sha256:',
  '","previousHash":"sha256:',
  '","bytes":',
];
const hexLength = 2 * hashLength;
const [zero, nine] = [0x30, 0x39];

/** The value of each hexadecimal digit, by its character. */
const digitValues = Uint8Array.from({ length: 256 }, (_, character) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(character));
  return value < 0 ? 0 : value;
});

/**
 * What the next line of an export must begin with, up to the digits of `bytes`: written once and then only brought up to
 * date, since to put a text of 200 characters together for each line would take longer than to hash it.
 */
export class ExpectedHeader {
  readonly #bytes = Buffer.alloc(256);
  readonly #view = viewOf(this.#bytes);
  #sequenceEnd = 0;
  #hashAt = 0;
  #previousAt = 0;
  /** In bytes. */
  length = 0;

  /** The line of this sequence and hash has been read: from here on, the one behind it is expected. */
  follow(sequence: number, hash: string): void {
    const before = `${sequencePart}${sequence + 1}`;
    const hashed = `${before}${hashPart}`;
    const text = `${hashed}${' '.repeat(hexLength)}${previousPart}`;
    this.#sequenceEnd = before.length;
    this.#hashAt = hashed.length;
    this.#previousAt = text.length;
    this.length = this.#bytes.write(`${text}${hash}${bytesPart}`, 'latin1');
  }

  /** Whether the bytes from `from` on are the expected header, with this hash. */
  isAt(lines: DataView, from: number, hash: string): boolean {
    this.#bytes.write(hash, this.#hashAt, hexLength, 'latin1');
    return from + this.length <= lines.byteLength && areSame(this.#view, lines, from, this.length);
  }

  /** {@link follow} for the line that {@link isAt} has just found, whose hash goes to the beginning of `into`. */
  advance(sequence: number, into: Uint8Array): void {
    const bytes = this.#bytes;
    const from = this.#hashAt;
    for (let index = 0, at = from; index < hashLength; index += 1, at += 2) {
      into[index] = (digitAt(bytes, at) << 4) | digitAt(bytes, at + 1);
    }
    let at = this.#sequenceEnd - 1;
    for (; bytes[at] === nine; at -= 1) bytes[at] = zero;
    if (at < sequencePart.length) this.follow(sequence, bytes.toString('latin1', from, from + hexLength));
    else {
      bytes[at] = (bytes[at] ?? zero) + 1;
      bytes.copyWithin(this.#previousAt, from, from + hexLength);
    }
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Four bytes at a time; the last four may be some of those before. */
function areSame(expected: DataView, lines: DataView, from: number, length: number): boolean {
  const last = length - 4;
  for (let at = 0; at < last; at += 4) {
    if (expected.getInt32(at) !== lines.getInt32(from + at)) return false;
  }
  return expected.getInt32(last) === lines.getInt32(from + last);
}

function digitAt(bytes: Uint8Array, at: number): number {
  return digitValues[bytes[at] ?? 0] ?? 0;
}
