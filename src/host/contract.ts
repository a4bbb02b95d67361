/** The present, as a UTC instant. The only way the code may learn the time. */
export interface Clock {
  now(): Date;
}

/** Random bytes from a cryptographic source. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Prefixed, sortable ids: `rev_01J…`. Unique across processes. */
export interface Ids {
  next(prefix: string): string;
}

/** One entry of a directory listing. */
export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
}

/**
 * File access as the engine's loader needs it. Every method rejects with a {@link FileProblem} and
 * nothing else, so that callers can turn it into a diagnostic.
 */
export interface Files {
  list(directory: string): Promise<readonly DirectoryEntry[]>;
  /** Of what a path leads to, after following links. */
  stat(path: string): Promise<FileStatus>;
  /**
   * The text of a file that is plainly UTF-8, its byte order mark kept; null for one with a zero, with what is no
   * UTF-8, or with the character that stands for such: only the bytes tell those apart.
   */
  readText(path: string): Promise<string | null>;
  readBytes(path: string): Promise<Uint8Array>;
  /** For what may be larger than memory: piece by piece, while other work goes on. */
  read(path: string): AsyncIterable<Uint8Array>;
  /**
   * Writes to a temporary file beside the target and renames it, so that a reader never sees half a file.
   * `private`: only the owner may read it.
   */
  write(path: string, text: string, options?: { readonly private?: boolean }): Promise<void>;
  /** The same for what can be made again: it is not waited for until the disk has it, which for many files takes seconds. */
  writeMade(path: string, text: string): Promise<void>;
  /**
   * Opens a file for what may be larger than memory, made with its folders where it is not there. What it holds behind
   * its first `keep` bytes is cut off, and what is written comes there.
   */
  openToWrite(path: string, keep: number): Promise<FileWriter>;
  remove(path: string): Promise<void>;
}

export interface FileStatus {
  /** Bytes. */
  readonly size: number;
  /** The same for all ways that lead to it: detects loops of links. */
  readonly identity: string;
  /** Another one after what is in it was changed, or something else took its place. */
  readonly state: string;
  readonly type: DirectoryEntry['type'];
}

export interface FileWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when all of it has reached the disk. */
  close(): Promise<void>;
}

export interface FileProblem extends Error {
  readonly problem: 'not-found' | 'not-permitted' | 'not-a-directory' | 'is-a-directory' | 'link-loop' | 'other';
  readonly path: string;
}

/** Tells of changes below a directory. */
export interface Watcher {
  /**
   * Calls `changed` with a path relative to `directory` for each file that appears, changes or goes; bursts
   * arrive one by one. What changes before `ready` may go unnoticed: read the files for the first time after it.
   * Ends when the returned value is closed.
   */
  watch(directory: string, changed: (path: string) => void): { readonly ready: Promise<void>; close(): void };
}

/** One document to fetch. */
export interface HttpGet {
  readonly url: string;
  readonly accept: string;
  /** Milliseconds for all of it, from connecting to the last byte. */
  readonly timeout: number;
  /** Bytes of the body, as they are after decompression. A longer one is not read to its end. */
  readonly sizeLimit: number;
}

/** Reads documents that other servers publish. Redirects are not followed: they would lead past whoever checked the address. */
export interface Http {
  /** Rejects with an {@link HttpProblem} and nothing else; any status is an answer. */
  get(request: HttpGet): Promise<{ readonly status: number; readonly text: string }>;
}

export interface HttpProblem extends Error {
  readonly problem: 'unreachable' | 'timeout' | 'too-large';
}

/** One call to an address that stands in somebody's configuration. */
export interface EgressCall {
  readonly url: string;
  readonly method: 'DELETE' | 'GET' | 'POST' | 'PUT';
  readonly headers: { readonly [name: string]: string };
  readonly body?: string | Uint8Array;
  /** Milliseconds for all of it, from resolving the name to the last byte. */
  readonly timeout: number;
  /** Bytes of the answer's body that are kept. The rest is not read. */
  readonly sizeLimit: number;
  /** The answer is of no use without its whole body. Absent: the status is all that counts. */
  readonly bodyRequired?: true;
  /** Ends the call early. */
  readonly signal?: AbortSignal;
}

/** Bytes for an address that stands in somebody's configuration, over TCP. */
export interface EgressSending {
  /** A name or an address. */
  readonly host: string;
  readonly port: number;
  /** Null: as they are. `ca`: certificates in PEM that the receiver's must descend from; null: those that everybody trusts. */
  readonly tls: { readonly ca: string | null } | null;
  readonly bytes: Uint8Array;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  /** Ends it early. */
  readonly signal?: AbortSignal;
}

export interface EgressAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: { readonly [name: string]: string };
  /** As it came, not decompressed; at most as much as was asked for. */
  readonly body: Uint8Array;
  /** Whether that is all of it. */
  readonly complete: boolean;
}

/**
 * Calls that leave the company's network on behalf of somebody's configuration. Only to public addresses, and to what the
 * operator allows besides; the address that was checked is the one that is called; redirects are answers.
 */
export interface Egress {
  /** Rejects with an {@link EgressProblem} and nothing else; any status is an answer. */
  call(call: EgressCall): Promise<EgressAnswer>;
  /**
   * Sends bytes over a connection of their own, and resolves when the receiver has taken all of them and ended the
   * connection too. Rejects with an {@link EgressProblem} and nothing else; some of it may have been taken then.
   */
  send(sending: EgressSending): Promise<void>;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

export interface EgressProblem extends Error {
  /** `refused`: such a call is never made. `untrusted`: its certificate. `unreadable`: what it says is not HTTP. */
  readonly problem: 'refused' | 'unresolvable' | 'unreachable' | 'untrusted' | 'unreadable' | 'timeout';
}

/** What this process holds of the machine's memory. */
export interface Memory {
  /**
   * Gives back what nobody holds any more, once much of it has gathered since the last time; asks for next to nothing
   * otherwise. For work that makes much and keeps nothing, to be called again and again: left alone, memory would grow to
   * several times of what is kept.
   */
  tidy(): void;
}

/** Everything impure, in one value that is passed down. */
export interface Host {
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly files: Files;
  readonly watcher: Watcher;
  readonly http: Http;
  readonly memory: Memory;
  /** Environment variables, read once at start. */
  readonly variables: { readonly [name: string]: string | undefined };
}
