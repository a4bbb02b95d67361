import type { Clock, Egress } from '../../../../host/contract.ts';

export interface SinkTools {
  readonly egress: Egress;
  readonly clock: Clock;
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
}

/** Milliseconds that a receiver has for one answer. */
export const answerTime = 10_000;
