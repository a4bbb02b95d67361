const lineEnd = 0x0a;

/** Cuts bytes that come in any pieces into pieces of whole lines. */
export class WholeLines {
  #rest: Uint8Array[] = [];

  /**
   * The lines that are whole now, with their ends. The one that began in a piece before stands alone: what is sent on as it
   * came must not be copied for the one line that was cut.
   */
  take(bytes: Uint8Array): readonly Buffer[] {
    const end = bytes.lastIndexOf(lineEnd) + 1;
    if (end === 0) {
      this.#rest.push(bytes);
      return [];
    }
    const cut = this.#rest.length === 0 ? 0 : bytes.indexOf(lineEnd) + 1;
    const joined = cut === 0 ? [] : [Buffer.concat([...this.#rest, bytes.subarray(0, cut)])];
    this.#rest = end === bytes.length ? [] : [bytes.subarray(end)];
    return end === cut ? joined : [...joined, Buffer.from(bytes.buffer, bytes.byteOffset + cut, end - cut)];
  }

  /** What has come of a line that is not whole. */
  forget(): void {
    this.#rest = [];
  }
}
