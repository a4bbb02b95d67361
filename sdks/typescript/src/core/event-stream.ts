/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** The id that was set last, by this event or one before it, and not taken back since. */
  readonly id: string | undefined;
  /** `message` where the server names no other. */
  readonly event: string;
  readonly data: string;
  /** Milliseconds before the stream is opened again when it ends, where this event sets it. */
  readonly retry: number | undefined;
}

/**
 * Events as they happen. The stream is opened when it is iterated over, opened again from where it was when it ends, and
 * closed when the iteration is left. Each iteration is a stream of its own.
 */
export class EventStream implements AsyncIterable<ServerSentEvent> {
  readonly #open: () => AsyncGenerator<ServerSentEvent, void, undefined>;

  constructor(open: () => AsyncGenerator<ServerSentEvent, void, undefined>) {
    this.#open = open;
  }

  [Symbol.asyncIterator](): AsyncGenerator<ServerSentEvent, void, undefined> {
    return this.#open();
  }
}
