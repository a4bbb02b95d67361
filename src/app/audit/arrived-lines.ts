import { createHash } from 'node:crypto';
import { type ArrivedManifest, readManifest } from './read-manifest.ts';
import { maybeExport } from './sequence-of-line.ts';

const [lineEnd, quote] = [0x0a, 0x22];
/** Bytes that tell an export. */
const told = 16;

/**
 * The lines of an export as they arrive, in constant memory: all before the last whole one are hashed and forgotten. A line
 * of CSV is one of its rows, in whose cells there may be line ends: within quotes they end nothing.
 */
export class ArrivedLines {
  readonly #format: string;
  #hash = createHash('sha256');
  /** The last line that has its end, and what has come of the next. */
  #tail: Buffer = Buffer.alloc(0);
  /** Where in it the next begins. */
  #next = 0;
  #isQuoted = false;
  /** The first bytes, as many as tell an export. */
  #beginning: Buffer = Buffer.alloc(0);
  /** Lines with their ends, that of the manifest included. */
  count = 0;
  /** Of those that are hashed. */
  bytes = 0;

  constructor(format: string) {
    this.#format = format;
  }

  add(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (this.#beginning.length < told) {
      this.#beginning = Buffer.concat([this.#beginning, bytes.subarray(0, told - this.#beginning.length)]);
    }
    const { begin, end } = this.#format === 'csv' ? this.#lastRow(bytes) : this.#lastLine(bytes);
    if (begin > 0) {
      this.#forget(this.#tail);
      this.#forget(bytes.subarray(0, begin));
      // A copy: what it is part of may be large.
      this.#tail = Buffer.from(bytes.subarray(begin));
      this.#next = end - begin;
      return;
    }
    const rest = end > 0 ? this.#tail.subarray(this.#next) : this.#tail;
    if (end > 0) {
      this.#forget(this.#tail.subarray(0, this.#next));
      this.#next = rest.length + end;
    }
    this.#tail = Buffer.concat([rest, bytes]);
  }

  /** Whether these may be the lines of an export, whole or cut off. */
  get areExported(): boolean {
    return maybeExport(this.#format, this.#beginning);
  }

  /** Forgets what was cut off behind the last line that has its end, and gives that line; null: there is none. */
  cutToWhole(): string | null {
    this.#tail = this.#tail.subarray(0, this.#next);
    this.#isQuoted = false;
    return this.#next === 0 ? null : this.#tail.toString();
  }

  /** Bytes that are there, hashed or not. */
  get length(): number {
    return this.bytes + this.#tail.length;
  }

  /** Null while the last line is none, as it is while more is to come. */
  manifest(): ArrivedManifest | null {
    if (this.#next === 0 || this.#next < this.#tail.length) return null;
    return readManifest(this.#format, this.#tail.toString());
  }

  /** Of all lines before the last whole one. */
  sha256(): string {
    return `sha256:${this.#hash.copy().digest('hex')}`;
  }

  /** Of all lines, once they were cut to whole ones. */
  sha256OfAll(): string {
    return `sha256:${this.#hash.copy().update(this.#tail).digest('hex')}`;
  }

  /** Where the last line begins that has its end here, and where it ends. 0: in what came before, and nowhere. */
  #lastLine(bytes: Buffer): { readonly begin: number; readonly end: number } {
    let [begin, end] = [0, 0];
    for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) {
      this.count += 1;
      [begin, end] = [end, at + 1];
    }
    return { begin, end };
  }

  #lastRow(bytes: Buffer): { readonly begin: number; readonly end: number } {
    let [begin, end] = [0, 0];
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) this.#isQuoted = !this.#isQuoted;
      if (byte !== lineEnd || this.#isQuoted) continue;
      this.count += 1;
      [begin, end] = [end, at + 1];
    }
    return { begin, end };
  }

  #forget(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.bytes += bytes.length;
  }
}
