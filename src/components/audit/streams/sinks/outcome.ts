import type { EgressProblem } from '../../../../host/contract.ts';

/** What became of a batch. */
export type SinkOutcome = 'taken' | SinkFailure;

export interface SinkFailure {
  /** For people; holds no secret. */
  readonly error: string;
  /** `Retry-After`, as the receiver wrote it. */
  readonly retryAfter?: string;
  /** The receiver would take less. */
  readonly tooLarge?: true;
}

/** Of a call or a connection that came to nothing. */
export function failureOf(problem: unknown): SinkFailure {
  if (!(problem instanceof Error) || !('problem' in problem)) return { error: 'the batch could not be sent' };
  const { message, problem: kind } = problem as EgressProblem;
  return { error: `${kind}: ${message}` };
}
