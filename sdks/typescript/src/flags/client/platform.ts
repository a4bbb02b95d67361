/*
 * What the client needs of whatever it runs in. Everything here stands in Node 20, in edge runtimes and in browsers;
 * nothing else of this folder reaches for a global that does something.
 */

export interface Platform {
  readonly fetch: Fetch;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** From 0, inclusive, to 1, exclusive. */
  readonly random: () => number;
  /** Does something once, later, unless it is called off. */
  readonly after: (milliseconds: number, work: () => void) => Cancel;
  /** The same for what is no reason to keep a process running. */
  readonly afterIfStillRunning: (milliseconds: number, work: () => void) => Cancel;
  readonly newAbort: () => AbortController;
  readonly newDecoder: () => TextReader;
}

/** What a `TextDecoder` can do; called so because not every library of types has a type of that name. */
export interface TextReader {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

export type Cancel = () => void;

export type Fetch = (url: string, request: FetchRequest) => Promise<Response>;

export interface FetchRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** The runtime's own, but for what is given. */
export function platformOf(given: Partial<Platform> = {}): Platform {
  return {
    // Looked up at each call: whoever replaces it later means us too.
    fetch: (url, request) => globalThis.fetch(url, request),
    now: Date.now,
    random: Math.random,
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    afterIfStillRunning: (milliseconds, work) => {
      const timer: unknown = setTimeout(work, milliseconds);
      // Node's timers are objects that can be told so, those of browsers are numbers.
      if (isNodeTimer(timer)) timer.unref();
      return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
    },
    newAbort: () => new AbortController(),
    // The mark at the beginning is taken away by the reader of events: not every runtime finds one that came in pieces.
    newDecoder: () => new TextDecoder('utf-8', { ignoreBOM: true }),
    ...given,
  };
}

function isNodeTimer(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function';
}
