const copyData = 'd'.charCodeAt(0);
/** Of a message of PostgreSQL's protocol: its kind, and how long it is without that. */
const headLength = 5;
const nothing = Buffer.alloc(0);

/**
 * Takes the rows of a COPY out of what PostgreSQL sends, as it comes and in any pieces. They are moved together where they
 * stand: to copy each row for itself would make as much to be thrown away as there are bytes, at which memory grows.
 */
export class CopyData {
  readonly #head = Buffer.alloc(headLength);
  #headLength = 0;
  /** Bytes of the present message that are still to come, and whether they are of a row. */
  #left = 0;
  #isRow = false;

  /**
   * The rows of a piece, of which the bytes are overwritten. What is no row goes to `others`, as a copy that may be kept.
   */
  take(piece: Buffer, others: (bytes: Buffer) => void): Buffer {
    let [at, from, to] = [0, 0, 0];
    while (at < piece.length) {
      if (this.#left === 0) {
        at += this.#begin(piece, at, others);
        continue;
      }
      const end = Math.min(piece.length, at + this.#left);
      this.#left -= end - at;
      if (!this.#isRow) others(Buffer.from(piece.subarray(at, end)));
      else if (to === 0) [from, to] = [at, end];
      else {
        piece.copyWithin(to, at, end);
        to += end - at;
      }
      at = end;
    }
    return to === 0 ? nothing : piece.subarray(from, to);
  }

  /** What has come of a message's head so far, for whoever reads on from here. */
  giveBack(): Buffer {
    const begun = Buffer.from(this.#head.subarray(0, this.#headLength));
    this.#headLength = 0;
    return begun;
  }

  /** Takes as much of a message's head as there is of it. Returns how many bytes that was. */
  #begin(piece: Buffer, at: number, others: (bytes: Buffer) => void): number {
    if (this.#headLength === 0 && piece[at] === copyData && at + headLength <= piece.length) {
      this.#isRow = true;
      this.#left = piece.readUInt32BE(at + 1) - (headLength - 1);
      return headLength;
    }
    const taken = piece.copy(this.#head, this.#headLength, at);
    this.#headLength += taken;
    if (this.#headLength < headLength) return taken;
    this.#headLength = 0;
    this.#isRow = this.#head[0] === copyData;
    this.#left = this.#head.readUInt32BE(1) - (headLength - 1);
    if (!this.#isRow) others(Buffer.from(this.#head));
    return taken;
  }
}
