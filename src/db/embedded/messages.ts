/** What the thread is started with. */
export interface WorkerSettings {
  /** PostgreSQL's data directory; created when absent. */
  readonly dataDirectory: string;
  /** What to create it from; a plain `initdb` when undefined. */
  readonly snapshotFile: string | undefined;
}

export type WorkerRequest =
  /** Whole messages of PostgreSQL's wire protocol. */
  { readonly type: 'protocol'; readonly bytes: Uint8Array } | { readonly type: 'ping' } | { readonly type: 'close' };

/** One for each request, in the order of the requests; before them, one for the start. */
export type WorkerReply =
  | { readonly type: 'done'; readonly bytes: Uint8Array }
  /** The database is of no more use; the thread has to be ended. */
  | { readonly type: 'failed'; readonly message: string };
