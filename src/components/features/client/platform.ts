import type { Given } from './given.ts';

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
  /** A redirect would take the key, and what is known of users, to another host. */
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

/** The runtime's own. */
export const ownPlatform: Platform = {
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
};

/** The runtime's own, but for what is given. */
export function platformOf(given: Given<Partial<Platform>>): Platform {
  const read = <Name extends keyof Platform>(name: Name): Platform[Name] => {
    const value: Platform[Name] | undefined = given.field(name);
    if (isCallable(value)) return value;
    if (value !== undefined) given.refuse(name, 'is no function: that of the runtime is called');
    return ownPlatform[name];
  };
  return {
    fetch: read('fetch'),
    now: read('now'),
    random: read('random'),
    after: read('after'),
    afterIfStillRunning: read('afterIfStillRunning'),
    newAbort: read('newAbort'),
    newDecoder: read('newDecoder'),
  };
}

/** Whether whoever looks at a page can read this program's memory. */
export function isBrowser(): boolean {
  const read = (name: string): unknown => Reflect.get(globalThis, name);
  const member = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  // Tests of servers often run with a document of jsdom.
  if (typeof member(member(read('process'), 'versions'), 'node') === 'string') return false;
  if (read('window') !== undefined && read('document') !== undefined) return true;
  // A worker of a page. Edges have that scope too, but are no Mozilla.
  const agent = member(read('navigator'), 'userAgent');
  return read('WorkerGlobalScope') !== undefined && typeof agent === 'string' && agent.startsWith('Mozilla/');
}

function isCallable<Value>(value: Value | undefined): value is Value {
  return typeof value === 'function';
}

function isNodeTimer(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function';
}
