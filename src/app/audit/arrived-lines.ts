import { createHash } from 'node:crypto';

const lineEnd = 0x0a;

/** What an export says of itself in its last line, as far as it says so in every format. */
export interface ArrivedManifest {
  readonly entries: number;
  /** Of all lines before. */
  readonly sha256: string;
}

/** The lines of an export as they arrive, in constant memory: all before the last whole one are hashed and forgotten. */
export class ArrivedLines {
  #hash = createHash('sha256');
  /** The last line that has its end, and what has come of the next. */
  #tail: Buffer = Buffer.alloc(0);
  /** Lines with their ends, that of the manifest included. */
  count = 0;
  /** Of those that are hashed. */
  bytes = 0;

  add(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) this.count += 1;
    const tail = this.#tail.length === 0 ? bytes : Buffer.concat([this.#tail, bytes]);
    const end = tail.lastIndexOf(lineEnd);
    const last = end <= 0 ? 0 : tail.lastIndexOf(lineEnd, end - 1) + 1;
    this.#hash.update(tail.subarray(0, last));
    this.bytes += last;
    // A copy: what it is part of may be large.
    this.#tail = Buffer.from(tail.subarray(last));
  }

  /** Forgets what was cut off behind the last line that has its end, and gives that line; null: there is none. */
  cutToWhole(): string | null {
    this.#tail = this.#tail.subarray(0, this.#tail.indexOf(lineEnd) + 1);
    return this.#tail.length === 0 ? null : this.#tail.toString();
  }

  /** Bytes that are there, hashed or not. */
  get length(): number {
    return this.bytes + this.#tail.length;
  }

  /** Null while the last line is none, as it is while more is to come. */
  manifest(): ArrivedManifest | null {
    const line = this.#tail.toString();
    if (!line.endsWith('\n') || !/"manifest"+:\{/.test(line)) return null;
    // In CSV every quote is doubled.
    const [, entries] = /"entries"+:(\d+)/.exec(line) ?? [];
    const [, sha256] = /"sha256"+:"+(sha256:[0-9a-f]{64})"/.exec(line) ?? [];
    return entries === undefined || sha256 === undefined ? null : { entries: Number(entries), sha256 };
  }

  /** Of all lines before the last whole one. */
  sha256(): string {
    return `sha256:${this.#hash.copy().digest('hex')}`;
  }
}
