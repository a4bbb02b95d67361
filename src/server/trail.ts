import type { Session } from '../db/contract.ts';
import type { Changed, Decided, Named } from './changed.ts';
import type { Caller } from './contract.ts';

/** One request that belongs into the record. */
export interface Done {
  readonly action: string;
  readonly outcome: 'success' | 'failure' | 'denied';
  /** Code of the error it was answered with. */
  readonly reason?: string;
  readonly caller: Caller;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly now: Date;
  readonly changed?: Changed;
  readonly decided?: Decided;
  /** What it is about, where it neither changed nor decided anything. */
  readonly resource?: Named;
}

/** Keeps the record of what was done. Offered by one component. */
export interface Trail {
  /** Writes down what was done, in the session's transaction: neither lasts without the other. */
  write(session: Session, done: readonly Done[]): void;
}
