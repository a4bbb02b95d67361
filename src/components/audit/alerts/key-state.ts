import type { Watched } from './patterns/absent.ts';
import type { Moments } from './patterns/count.ts';
import type { Values } from './patterns/distinct.ts';
import type { Taken } from './patterns/sequence.ts';

/**
 * What is remembered of one rule, for one key within one chain: plain data, so that whoever goes on with it comes to
 * what the one before would have come to. Times are milliseconds since 1970.
 */
export interface KeyState {
  readonly pattern: PatternState | null;
  /** Until when the rule is not raised again; null: it may be. */
  readonly quietUntil: number | null;
}

export type PatternState =
  | { readonly is: 'count'; readonly moments: Moments }
  | { readonly is: 'distinct'; readonly values: Values }
  | { readonly is: 'steps'; readonly taken: Taken }
  | { readonly is: 'absent'; readonly watched: Watched };

export const unseen: KeyState = { pattern: null, quietUntil: null };
