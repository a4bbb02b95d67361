import type { Style } from './style.ts';

export interface TextOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  /** False where who feels it is not the question, as between two revisions. */
  readonly impact?: boolean;
  /** True of what is applied already: nothing is left to allow or to approve. */
  readonly past?: boolean;
  /** What was given as approval: the fingerprint, or its first characters. */
  readonly approve?: string | undefined;
  /** What applies the changeset that is shown, `dream apply` unless told otherwise; approvals are given to it. */
  readonly command?: string;
}
