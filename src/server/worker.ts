import type { Database } from '../db/contract.ts';
import type { LeftInRecord } from './trail.ts';

/**
 * Work that goes on beside requests in every server of a database. Several servers may be at the same work at once, and
 * any of them may be killed at any moment: whoever does a round takes what it works on in the round's own transaction.
 */
export interface Worker {
  /** `audit-sealer` */
  readonly name: string;
  /**
   * Milliseconds from the end of a round that found nothing more to do to the next. On an embedded database half a second
   * at least while nobody asks the server anything; the next answer ends that.
   */
  readonly pause: number;
  readonly recordedAs: LeftInRecord;
  /** Does a bounded piece of work, and says whether there is more to do at once. */
  round(context: WorkerContext): Promise<'more' | 'done'>;
  /** What operators should be able to watch. Read whenever somebody asks. */
  readonly gauges?: readonly WorkerGauge[];
}

export interface WorkerContext {
  readonly database: Pick<Database, 'kind' | 'withControlPlane' | 'withEnvironment'>;
  readonly now: Date;
  /** Aborted when the server stops; a round that goes on is waited for. */
  readonly signal: AbortSignal;
  /** Tells the log of what went wrong. */
  readonly report: (problem: unknown) => void;
}

export interface WorkerGauge {
  /** `dream_audit_unsealed_seconds` */
  readonly name: string;
  readonly help: string;
  readonly read: () => number;
}
