import type { Json, JsonObject } from '../engine/json.ts';
import type { Resource } from '../engine/resource.ts';

/*
 * What evaluating flags looks like to whoever asks it through a port: the command line, over a project's files. SDKs
 * and the server use the evaluator itself.
 */

/** The flags of one environment, and what they rest on. */
export interface FlagSource {
  readonly environment: string;
  readonly resources: readonly Pick<Resource, 'kind' | 'key' | 'body'>[];
}

export interface FlagEngine {
  /** Compiles them as they hold at one moment. */
  compile(source: FlagSource, now: Date): FlagSet;
}

export type FlagContextRead =
  | { readonly context: FlagContext; readonly problem?: never }
  | { readonly problem: { readonly pointer: string; readonly message: string }; readonly context?: never };

/** By kind: user, tenant, device or one of the project's own. */
export interface FlagContext {
  readonly [kind: string]: JsonObject | undefined;
}

export interface FlagSet {
  readonly keys: readonly string[];
  /** Kinds of context that some rule asks for, or that are described. */
  readonly kinds: ReadonlySet<string>;
  /** Reads a context in any of the forms that are taken. */
  readContext(input: Json): FlagContextRead;
  /** Never throws; `defaultValue` null or undefined expects no type. */
  evaluate(key: string, context: FlagContext, defaultValue?: Json): FlagAnswer;
  /** Everything that was looked at. Null where there is no such flag. */
  explain(key: string, context: FlagContext): FlagExplanation | null;
  /** What everybody gets, where the rules alone prove that it is one and the same, now and as long as they stay. */
  everybody(key: string): Everybody | null;
}

/** In OpenFeature's words, and ours beside them. */
export interface FlagAnswer {
  readonly key: string;
  readonly value: Json;
  readonly variant: string | null;
  readonly reason: string;
  readonly ruleIndex?: number;
  readonly ruleName?: string;
  readonly prerequisiteKey?: string;
  readonly inExperiment?: true;
  readonly requiredPlan?: string | null;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

export interface Everybody {
  /** Null: the default given in code. */
  readonly variation: string | null;
  /** Attributes that a rollout deals by: who has none of one gets the default given in code. */
  readonly dealtBy: readonly string[];
}

export interface FlagExplanation {
  /** In the order in which they are asked. */
  readonly steps: readonly ExplainedStep[];
}

/** `decides`: the answer comes from here. `passes`: it goes on behind it. `not-reached`: something before it decided. */
export type StepOutcome = 'decides' | 'passes' | 'not-reached';

export type ExplainedStep = { readonly outcome: StepOutcome } & (
  | { readonly step: 'state'; readonly state: 'on' | 'off' | 'archived'; readonly scheduled: string | null }
  | {
      readonly step: 'entitlement';
      readonly entitlement: string;
      /** Granted or withheld by an agreement with the tenant; null where its plan says as much. */
      readonly agreed: boolean | null;
      /** Of the tenant; null where it is not known. */
      readonly plan: Json;
      readonly plans: readonly string[];
      readonly requiredPlan: string | null;
    }
  | {
      readonly step: 'prerequisite';
      readonly flag: string;
      readonly wanted: readonly string[];
      readonly served: string | null;
    }
  | {
      readonly step: 'targets';
      /** Kinds of context that are named, and the key that was looked for. */
      readonly looked: readonly {
        readonly kind: string;
        readonly key: string | null;
        readonly variation: string | null;
      }[];
    }
  | {
      readonly step: 'rule';
      readonly index: number;
      readonly name: string | null;
      readonly fits: boolean;
      /** Null: it fits everybody. */
      readonly test: ExplainedTest | null;
      readonly serves: ExplainedServing;
    }
  | { readonly step: 'fallthrough'; readonly serves: ExplainedServing }
);

export interface ExplainedTest {
  /** `user.email ends with "@acme.com"` */
  readonly text: string;
  readonly holds: boolean;
  /** What was looked at; absent where it is no single value, and where the context does not have it. */
  readonly seen?: Json;
  /** The context does not have it. */
  readonly absent?: true;
  /** Of a share: from 0 to 99,999. */
  readonly bucket?: number;
  readonly of: readonly ExplainedTest[];
}

export interface ExplainedServing {
  /** Null: nothing from here; with a rollout it means that the context is passed on. */
  readonly variation: string | null;
  readonly rollout?: ExplainedRollout;
}

export interface ExplainedRollout {
  /** `user.key` */
  readonly by: string;
  /** The text that is hashed; null where the context does not have it. */
  readonly unit: string | null;
  /** From 0 to 99,999; null without a unit. */
  readonly bucket: number | null;
  /** From the first bucket, inclusive, to the last, exclusive. Null: those go on to the next rule. */
  readonly parts: readonly { readonly variation: string | null; readonly from: number; readonly to: number }[];
  /**
   * Why the part did not decide, where it did not. `apart`: the experiment keeps them out, or leaves that part of
   * everybody to another one. `not-exposed`: they take no part in the rollout.
   */
  readonly instead: 'apart' | 'not-exposed' | null;
  /**
   * What kept them apart, their bucket in it, and the buckets it names: those from the first, inclusive, to the last,
   * exclusive, are held out by a `holdout`, and take part by an `exclusive`. Null for those who keep what they were dealt before.
   */
  readonly apart: {
    readonly by: 'holdout' | 'exclusive';
    readonly bucket: number;
    readonly from: number;
    readonly to: number;
  } | null;
}
