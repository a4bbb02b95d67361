/** How asking the server went. Whoever asks never throws: what went wrong is one of these. */
export type Attempt =
  | { readonly outcome: 'answered' }
  /** The key is not let in, and will not be by asking again. */
  | { readonly outcome: 'refused'; readonly problem: string }
  | Failure;

export interface Failure {
  readonly outcome: 'failed';
  readonly problem: string;
  /** Of the answer, where there was one that said so. */
  readonly status?: number;
  /** Milliseconds that the server asks to be left alone. */
  readonly retryAfter?: number;
}

export function failed(problem: string): Failure {
  return { outcome: 'failed', problem };
}
