import type { Scalar, SegmentRules, Test } from '../../evaluation/ruleset.ts';

/** A condition as files have it: all of it must hold. An attribute with a dot in its name: `user."app.version"`. */
export interface Condition {
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
  readonly not?: Condition;
  /** Of {@link TestFlagData.segment}; one of several is enough. */
  readonly segment?: string | readonly string[];
  readonly share?: Share;
  readonly now?: { readonly before?: string; readonly after?: string };
  readonly [attribute: `${string}.${string}`]: AttributeCondition;
}

/** The value that it equals, a list of which it has one, or tests by name. */
export type AttributeCondition = Scalar | readonly Scalar[] | Operators;

export interface Operators {
  readonly equals?: Scalar;
  readonly in?: readonly Scalar[];
  readonly notIn?: readonly Scalar[];
  readonly contains?: string | readonly string[];
  readonly startsWith?: string | readonly string[];
  readonly endsWith?: string | readonly string[];
  /** Patterns of RE2; they need the `compileExpression` of {@link TestFlagData.create}. */
  readonly matches?: string | readonly string[];
  /** With the tests of texts beside it. */
  readonly ignoreCase?: boolean;
  readonly greaterThan?: number;
  readonly atLeast?: number;
  readonly lessThan?: number;
  readonly atMost?: number;
  readonly modulo?: { readonly divisor: number; readonly remainder: number };
  /** `2027-01-31` or `2027-01-31T09:00:00Z` */
  readonly before?: string;
  readonly after?: string;
  /** `>=2.4.0 <3.0.0` */
  readonly semver?: string;
  readonly cidr?: string | readonly string[];
  readonly includes?: Scalar | readonly Scalar[];
  readonly includesAll?: readonly Scalar[];
  readonly size?: number | Operators;
  readonly exists?: boolean;
  readonly not?: AttributeCondition;
}

export interface Share {
  readonly percent: number;
  /** `user.key` */
  readonly by?: string;
  readonly salt?: string;
  readonly seed?: number;
}

/** A segment as files have it. */
export interface TestSegment extends Omit<SegmentRules, 'rules'> {
  /** One that holds is enough. */
  readonly rules?: readonly { readonly name?: string; readonly if: Condition | Test }[];
}
