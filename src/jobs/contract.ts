import type { Database } from '../db/contract.ts';
import type { JsonObject } from '../engine/json.ts';

/**
 * One sort of work that outlives the process it was asked for in: done at least once, again when it fails, and later
 * where a later time was named.
 */
export interface JobKind {
  /** `webhooks.deliver`: unique, of letters, digits, dots, hyphens and underscores. */
  readonly name: string;
  /** Most jobs of the kind that one process does at once. */
  readonly atOnce: number;
  /** Seconds after which a job that still runs is given to somebody else. */
  readonly timeLimit: number;
  readonly retries: JobRetries;
}

/**
 * How often a job that threw is done again, and after how many seconds: about twice as many each time, up to the longest.
 * With a wait of 0 at once.
 */
export interface JobRetries {
  readonly times: number;
  readonly wait: number;
  readonly longestWait: number;
}

export interface JobToSend {
  /** Small, and never a secret: it stands in a table. */
  readonly data: JsonObject;
  /**
   * Of the jobs of a kind with the same key, one waits at most: one that is sent while another waits only makes that
   * one come sooner. A job that has begun does not count. Absent: each is a job of its own.
   */
  readonly key?: string;
  /** Milliseconds to wait, counted by the database's clock. Absent: none. */
  readonly after?: number;
}

/** A job that is being done. */
export interface JobRun {
  readonly data: JsonObject;
  /** 0 for the first time. */
  readonly attempt: number;
  /** Aborted when the process stops or the job was taken from it: what has not begun should not begin any more. */
  readonly signal: AbortSignal;
  readonly database: Pick<Database, 'withControlPlane' | 'withEnvironment'>;
}

/** Throwing means: again later, as the kind says. */
export interface JobHandler {
  readonly kind: JobKind;
  /** The actions of the entries that it leaves in the record, or why there are none. */
  readonly recordedAs: readonly string[] | { readonly nothing: string };
  readonly run: (job: JobRun) => Promise<void>;
}

/** The jobs of one process, being done. */
export interface RunningJobs {
  /** Looks for jobs now: some were sent whose transaction has been committed. */
  wake(): void;
  /** Takes no more jobs, lets those that run finish for so many milliseconds, and leaves the rest to be done again. */
  stop(patience: number): Promise<void>;
}
