import type { Outcome } from '../contract.ts';
import type { FlagRules, Test, ValueTest } from '../ruleset.ts';

/*
 * Why a flag answers as it does: everything that was asked, in the order of an evaluation, and also what comes after
 * the decision and did not matter any more.
 */

export interface Explanation {
  readonly flag: string;
  readonly outcome: Outcome;
  /** What decided. Found out from what follows, not from the outcome; a property test holds the two together. */
  readonly decidedBy: 'error' | 'state' | 'entitlement' | 'prerequisite' | 'target' | 'rule' | 'fallthrough';
  /** At this moment, the schedule included. Absent where the flag cannot be read. */
  readonly state?: FlagRules['state'];
  readonly entitlement?: ExplainedGate;
  readonly prerequisites: readonly ExplainedPrerequisite[];
  readonly targets: readonly ExplainedTarget[];
  readonly rules: readonly ExplainedRule[];
  /** Absent where everybody left over gets the off variation. */
  readonly fallthrough?: ExplainedServing;
}

export interface ExplainedGate {
  readonly entitlement: string;
  readonly isGranted: boolean;
  /** By an agreement with the tenant, whatever its plan. */
  readonly isWithheld: boolean;
  readonly requiredPlan: string | null;
}

export interface ExplainedPrerequisite {
  readonly flag: string;
  readonly wanted: readonly string[];
  /** The variation that flag serves to this context. */
  readonly served: string | null;
  readonly isMet: boolean;
}

export interface ExplainedTarget {
  readonly kind: string;
  readonly variation: string;
  readonly names: boolean;
}

export interface ExplainedRule {
  readonly index: number;
  readonly name?: string;
  readonly fits: boolean;
  /** Absent where the rule fits everybody. */
  readonly condition?: ExplainedCondition;
  readonly serve: ExplainedServing;
}

/** One condition with whether it holds; those inside it are there too, also where they did not matter any more. */
export interface ExplainedCondition {
  readonly op: Test['op'];
  readonly holds: boolean;
  /** Inside `all`, `any` and `not`. */
  readonly of?: readonly ExplainedCondition[];
  /** Of an attribute or a share: `user.email`. */
  readonly attribute?: string;
  /** What the context has there; absent where it has nothing. */
  readonly value?: unknown;
  /** Of an attribute. */
  readonly tests?: readonly ExplainedTest[];
  readonly segments?: readonly ExplainedSegment[];
  /** Of a share: where the unit lies, and up to where the share reaches, of 100,000. */
  readonly bucket?: number;
  readonly upTo?: number;
  /** Of `now`: milliseconds since 1970. */
  readonly now?: number;
  readonly after?: number;
  readonly before?: number;
}

export interface ExplainedTest {
  /** As the ruleset has it. */
  readonly test: ValueTest;
  readonly holds: boolean;
}

export interface ExplainedSegment {
  readonly segment: string;
  readonly holds: boolean;
  readonly isIncluded: boolean;
  readonly isExcluded: boolean;
  readonly rules: readonly { readonly name?: string; readonly condition: ExplainedCondition }[];
}

export interface ExplainedServing {
  /** What it gives to this context; null where it is left to what comes next, or there is no value. */
  readonly variation: string | null;
  /** Whether it decides, should its turn come. */
  readonly decides: boolean;
  /** Absent where everybody gets the same. */
  readonly rollout?: ExplainedRollout;
}

export interface ExplainedRollout {
  readonly attribute: string;
  /** The text that was dealt; absent where the context has none. */
  readonly unit?: string;
  /** From 0 to 99,999. */
  readonly bucket?: number;
  readonly parts: readonly { readonly variation: string | null; readonly upTo: number }[];
  /** Where the unit lies among those exposed, and how far exposure reaches; absent where all are exposed. */
  readonly exposure?: { readonly bucket?: number; readonly upTo: number };
  /** Where the unit lies among everybody, of whom the experiment holds out those below `upTo`; absent without a holdout. */
  readonly holdout?: { readonly bucket: number; readonly upTo: number };
  /** Where the unit lies in the experiment's group, and which part of it takes part; absent without a group. */
  readonly exclusive?: { readonly bucket: number; readonly from: number; readonly to: number };
  readonly inExperiment: boolean;
}
