import type { AnnouncementHandler, Session, SessionScope } from '../db/contract.ts';
import type { Caller, OperationScopes } from './caller.ts';
import type { Changed, Decided } from './changed.ts';

/** What an operation receives. `session` is a transaction already scoped to the caller's environment. */
export interface OperationContext {
  readonly caller: Caller;
  readonly session: Session;
  readonly requestId: string;
  readonly now: Date;
  /** Of all operations of this server. */
  readonly scopes: OperationScopes;
  /**
   * Says what has been changed, for the record and for everybody who wants to hear of it; once, by every operation that
   * changes something, also when there turned out to be nothing to change. Null: nothing was meant to change.
   */
  readonly changed: (changed: Changed | null) => void;
  /** Says what was decided; once, by every operation that is asked for a decision. */
  readonly decided: (decided: Decided) => void;
}

/** What an operation without a transaction receives. */
export interface RespondContext extends Omit<OperationContext, 'session' | 'changed' | 'decided'> {
  readonly background: Background;
  /** Of the program: `0.1.0`. */
  readonly version: string;
  /** `Last-Event-ID`: the last event of a stream that the caller has seen. */
  readonly lastEventId: string | null;
  /** The publishable key that the request came with, to be given back to the same caller. */
  readonly publishableKey: string | null;
  /** Whoever asks has said, by `Sec-GPC: 1` or `DNT: 1`, that nothing about them is to be kept. */
  readonly asksForPrivacy: boolean;
}

/** What there is between requests, for whatever an operation keeps in memory. The same for all requests of a server. */
export interface Background {
  /** One transaction that reads. */
  read<T>(scope: SessionScope, work: (session: Session) => Promise<T>): Promise<T>;
  /** One transaction that writes what no request waits for. */
  write<T>(scope: SessionScope, work: (session: Session) => Promise<T>): Promise<T>;
  /** See `subscribe` of the database. */
  readonly subscribe: (handler: AnnouncementHandler) => () => void;
  /** Aborted at the first moment of a stop. */
  readonly stopping: AbortSignal;
  /** To be done when the last request has been answered and the server goes. It is waited for, and must not reject. */
  atTheEnd(work: () => Promise<void>): void;
  /** Tells the log of what went wrong where no request hears of it. */
  report(problem: unknown): void;
}

export interface OperationInput {
  readonly params: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: unknown };
  readonly body: unknown;
}
