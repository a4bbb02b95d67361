/** Bytes that a character of a text takes at most. */
const widest = 3;

/** Texts one behind the other as UTF-8, in as few pieces of memory as they fit in: what is taken for each alone is not given back soon. */
export class WrittenText {
  readonly #size: number;
  readonly #full: Buffer[] = [];
  #buffer: Buffer | undefined;
  #length = 0;

  /** @param size bytes to which they may come; not the most */
  constructor(size: number) {
    this.#size = size;
  }

  add(text: string): void {
    if (this.#buffer === undefined || !this.#hasRoomFor(text, this.#buffer)) {
      this.#end();
      this.#buffer = Buffer.allocUnsafeSlow(Math.max(this.#size, text.length * widest));
    }
    this.#length += this.#buffer.write(text, this.#length);
  }

  /** Once, at the end. */
  pieces(): readonly Buffer[] {
    this.#end();
    return this.#full;
  }

  /** Counted only where it may not fit. */
  #hasRoomFor(text: string, { length }: Buffer): boolean {
    const room = length - this.#length;
    return text.length * widest <= room || Buffer.byteLength(text) <= room;
  }

  #end(): void {
    if (this.#buffer !== undefined && this.#length > 0) this.#full.push(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
  }
}
