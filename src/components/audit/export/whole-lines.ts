const lineEnd = 0x0a;

/** Cuts bytes that come in any pieces into pieces of whole lines. */
export class WholeLines {
  #rest: Uint8Array[] = [];

  /** The lines that are whole now, with their ends; undefined: none. */
  take(bytes: Uint8Array): Buffer | undefined {
    const end = bytes.lastIndexOf(lineEnd) + 1;
    if (end === 0) {
      this.#rest.push(bytes);
      return undefined;
    }
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, end);
    const lines = this.#rest.length === 0 ? whole : Buffer.concat([...this.#rest, whole]);
    this.#rest = end === bytes.length ? [] : [bytes.subarray(end)];
    return lines;
  }
}
