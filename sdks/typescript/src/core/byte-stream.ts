/** A document, read as it comes. It is asked for when it is read; each reading asks anew. */
export class ByteStream implements AsyncIterable<Uint8Array<ArrayBuffer>> {
  readonly #open: () => AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

  constructor(open: () => AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>) {
    this.#open = open;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    return this.#open();
  }

  /** All of it, read as UTF-8. */
  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of this) text += decoder.decode(bytes, { stream: true });
    return text + decoder.decode();
  }
}
