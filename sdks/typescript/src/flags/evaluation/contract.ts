import type { Json } from './json.ts';
import type { Ruleset } from './ruleset.ts';

/*
 * What evaluating flags looks like from outside. Everything in this folder is copied into SDKs as it stands: it
 * imports nothing from elsewhere, reaches nothing outside the process, and no input makes it throw.
 */

/**
 * Who asks, as one object per kind of context, each with its `key` and its attributes:
 * `{ user: { key: 'ada', email: 'ada@acme.com' }, tenant: { key: 'acme', plan: 'pro' } }`.
 */
export interface EvaluationContext {
  readonly [kind: string]: ContextAttributes | undefined;
}

export interface ContextAttributes {
  /** Identifies it among others of its kind. */
  readonly key?: string;
  readonly [attribute: string]: unknown;
}

/**
 * OpenFeature's words, and one of ours. `STATIC`: the flag asks nothing of anybody. `TARGETING_MATCH`: a target or a rule
 * decided. `SPLIT`: a rollout did. `DEFAULT`: no target and no rule fitted. `DISABLED`: the flag is off, or a
 * prerequisite is. `plan_restriction`: the tenant's plan does not grant the entitlement. `ERROR`: see the error code.
 */
export type Reason = 'STATIC' | 'DEFAULT' | 'TARGETING_MATCH' | 'SPLIT' | 'DISABLED' | 'plan_restriction' | 'ERROR';

/** OpenFeature's words. */
export type ErrorCode =
  | 'PROVIDER_NOT_READY'
  | 'FLAG_NOT_FOUND'
  | 'PARSE_ERROR'
  | 'TYPE_MISMATCH'
  | 'TARGETING_KEY_MISSING'
  | 'INVALID_CONTEXT'
  | 'GENERAL';

/** The answer and how it came about. Frozen, and the same object again for the same outcome. */
export interface EvaluationDetail<T = Json> {
  readonly value: T;
  /** Name of the variation; null where the default given in code was taken. */
  readonly variant: string | null;
  readonly reason: Reason;
  /** Of the rule that decided, from 0. */
  readonly ruleIndex?: number;
  readonly ruleName?: string;
  /** The prerequisite that was not met. */
  readonly prerequisiteKey?: string;
  /** The rollout that decided counts for the flag's experiment. */
  readonly inExperiment?: true;
  /**
   * With `plan_restriction`: the lowest plan that grants the entitlement; null when none does. Absent where an agreement
   * with the tenant withholds it, since no plan would change that.
   */
  readonly requiredPlan?: string | null;
  readonly errorCode?: ErrorCode;
  /** For developers; never shown to end users. */
  readonly errorMessage?: string;
}

/**
 * What `evaluate` found, before a default is put in. `value` is absent where the default of the code stands in; the
 * same outcome is the same object, so that counting outcomes is counting objects.
 */
export interface Outcome extends Omit<EvaluationDetail, 'value'> {
  readonly flag: string;
  readonly value?: Json;
  readonly hasValue: boolean;
  /** Attribute whose value was dealt (`tenant.key`), where the outcome counts for an experiment. */
  readonly unit?: string;
}

/** Every flag for one context; an index over arrays, made into an object only when asked. */
export interface AllFlags {
  readonly revision: number;
  /** In the order of the ruleset. */
  readonly keys: readonly string[];
  /** Beside `keys`. Flags without a value (off, and no off variation) are `undefined`. */
  readonly outcomes: readonly Outcome[];
  get(key: string): Outcome | undefined;
  /** Flags that have a value, by key. */
  toObject(): { readonly [key: string]: Json };
}

export interface AllFlagsOptions {
  /** Leaves out flags that say `clientSide: false`. */
  readonly clientSideOnly?: boolean;
}

/**
 * Keeps what a `sticky` rollout dealt before. Synchronous: it is asked in the middle of an evaluation. `unit` is what
 * was dealt, with its attribute before it: `user.key=ada`. Should it throw, it counts as having nothing.
 */
export interface StickyAssignments {
  get(flag: string, unit: string): string | undefined;
  set(flag: string, unit: string, variation: string): void;
}

export interface EvaluatorOptions {
  /** Milliseconds since 1970, UTC. Asked only by flags whose answer depends on the time. Absent, the system's clock. */
  readonly now?: () => number;
  readonly sticky?: StickyAssignments;
}

/** One ruleset, compiled. Immutable: an update is another evaluator, so one evaluation sees one version. Never throws. */
export interface Evaluator {
  readonly revision: number;
  readonly ruleset: Ruleset;
  /** The value, or `defaultValue` where there is none or it is of another type than `defaultValue`. */
  variation<T>(key: string, context: unknown, defaultValue: T): T;
  variationDetail<T>(key: string, context: unknown, defaultValue: T): EvaluationDetail<T>;
  evaluate(key: string, context: unknown): Outcome;
  allFlags(context: unknown, options?: AllFlagsOptions): AllFlags;
}
