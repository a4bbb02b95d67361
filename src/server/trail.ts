import type { Session, Transaction } from '../db/contract.ts';
import type { Changed, Decided, Named } from './changed.ts';
import type { Caller } from './caller.ts';

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

/**
 * One thing that was done without an operation having been asked for it: by work that goes on beside requests, or on the
 * way to an operation. It is of the environment as a whole, unless `changed` names a tenant.
 */
export interface DoneBeside {
  readonly action: string;
  readonly environmentId: string;
  readonly actor: BesideActor;
  /** Where a request made it necessary. */
  readonly requestId?: string;
  readonly now: Date;
  readonly changed: Omit<Changed, 'action' | 'besides' | 'parts' | 'personal' | 'revision'>;
}

/** `system`: the work of this name. `local`: the machine's own user. */
export interface BesideActor {
  readonly type: 'system' | 'local';
  readonly id: string;
  readonly ip?: string;
  readonly userAgent?: string;
}

/** Writes down what was done beside requests, with its events, in the transaction in which it is done. */
export type RecordBeside = (tx: Transaction, done: readonly DoneBeside[]) => Promise<void>;

/** What work beside requests says of what it leaves in the record: the actions of its entries, or why there are none. */
export type LeftInRecord = readonly string[] | { readonly nothing: string };

/** Keeps the record of what was done. Offered by one component. */
export interface Trail {
  /** Writes down what was done, in the session's transaction: neither lasts without the other. */
  write(session: Session, done: readonly Done[]): void;
  /** The same for what no operation was asked for. Entries only: {@link RecordBeside} writes the events too. */
  writeBeside(tx: Transaction, done: readonly DoneBeside[]): Promise<void>;
}
