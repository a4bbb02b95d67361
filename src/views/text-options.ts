import type { Style } from './style.ts';

export interface TextOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  /** False where who feels it is not the question, as between two revisions. */
  readonly impact?: boolean;
}
