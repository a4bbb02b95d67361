export interface OperationResult {
  readonly status: number;
  readonly body: unknown;
  /** The body as JSON, where somebody has written it before. */
  readonly text?: string;
  /** With an `etag`, what changes nothing is answered 304 to a caller that has the answer already. */
  readonly headers?: { readonly [name: string]: string };
}

/** An answer by server-sent events. */
export interface EventStream {
  /**
   * Asked for the next event only when the reader has taken the one before. Ends when `signal` is aborted: the reader
   * has gone, may not read any more, or the server stops. With `once` it ends by itself when it has said what there is
   * now: a request without a connection, as `inject` makes it, has no other end.
   */
  readonly events: (reader: StreamReader) => AsyncIterable<StreamEvent>;
}

/** An answer that may be larger than any memory. */
export interface ByteStream {
  readonly contentType: string;
  readonly headers?: { readonly [name: string]: string };
  /**
   * Before {@link ByteStream.write}: what takes long, and may end in a refusal. What is refused there has not been read:
   * where reading is recorded, that comes behind it.
   */
  readonly check?: (gone: AbortSignal) => Promise<void>;
  /**
   * Sends all of it; `send` resolves when the reader can take more, and rejects when there is no reader any more, or none
   * who has taken anything for 30 seconds, as `gone` tells whoever waits for something else. When it rejects, the answer
   * is broken off: the reader sees that it is not whole, and must not be given anything that looks like an end before. A
   * `PlatformError` before the first byte is answered as any other refusal is.
   */
  readonly write: (send: (bytes: Uint8Array | string) => Promise<void>, gone: AbortSignal) => Promise<void>;
}

export interface StreamReader {
  readonly signal: AbortSignal;
  readonly once: boolean;
}

export interface StreamEvent {
  /** Absent: `message`. */
  readonly event?: string;
  /** What the reader sends as `Last-Event-ID` when it comes back. One line. */
  readonly id?: string;
  readonly data: string;
}
