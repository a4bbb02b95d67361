import type { Json } from '../../../../engine/json.ts';

/** A rule as it is evaluated. Times are milliseconds. */
export interface Rule {
  readonly key: string;
  /** Hash of everything that decides what fits: what was counted under another pattern is worth nothing under this one. */
  readonly patternHash: string;
  readonly pattern: Pattern;
  /** Field by whose values entries are looked at separately; null: all of a tenant together. */
  readonly by: string | null;
  /** For so long after it was raised it is not raised for the same key. */
  readonly cooldown: number;
  readonly severity: string;
  readonly actions: readonly RuleAction[];
  readonly tags: readonly string[];
}

export type Pattern =
  /** Each entry that fits. */
  | { readonly is: 'each'; readonly when: Json }
  | { readonly is: 'count'; readonly when: Json; readonly atLeast: number; readonly within: number }
  /** Different values of a field. */
  | {
      readonly is: 'distinct';
      readonly when: Json;
      readonly atLeast: number;
      readonly within: number;
      readonly field: string;
    }
  | { readonly is: 'absent'; readonly when: Json; readonly length: number }
  | { readonly is: 'sequence'; readonly of: readonly Json[]; readonly within: number };

/** What is done when it is raised. */
export type RuleAction =
  | { readonly does: 'webhook'; readonly endpoint: string }
  | { readonly does: 'workflow'; readonly workflow: string }
  | { readonly does: 'event'; readonly type: string };
