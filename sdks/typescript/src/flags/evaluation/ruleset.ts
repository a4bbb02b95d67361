import type { Json } from './json.ts';

/*
 * What is evaluated: the flags of one environment as plain JSON, with everything worked out that can be worked out
 * beforehand. Made from the live configuration by `../ruleset/`, sent to SDKs as the local-evaluation payload, and
 * read by the evaluator of every language. Written by the server only, so nobody types it; it is spelled out rather
 * than dense all the same, because three languages and a person with a problem must read it.
 */

export interface Ruleset {
  readonly format: 1;
  readonly environment: string;
  /** Number of the environment's revision it was made from. */
  readonly revision: number;
  /** Milliseconds since 1970 at which it was made. */
  readonly madeAt: number;
  readonly flags: { readonly [key: string]: FlagRules };
  /** Those that flags ask for, directly or through another segment. */
  readonly segments: { readonly [key: string]: SegmentRules };
  /** Those that flags name. */
  readonly entitlements: { readonly [key: string]: EntitlementGate };
  /** What flags may need of tenants that a context does not bring along. Absent where it was not asked for. */
  readonly tenants?: { readonly [id: string]: TenantFacts };
  /**
   * Too many tenants are on a plan: {@link tenants} has none of their plans, and contexts have to name `tenant.plan`.
   * Where one names a tenant and no plan, nobody knows whether it is entitled, and that is an error.
   */
  readonly plans?: 'in-context';
  /**
   * By kind of context, the attributes that never leave the process: whoever reports contexts takes them out first.
   * Absent: none.
   */
  readonly sensitive?: SensitiveAttributes;
}

export interface SensitiveAttributes {
  readonly [kind: string]: readonly string[];
}

export interface FlagRules {
  readonly state: 'on' | 'off' | 'archived';
  readonly variations: { readonly [name: string]: Json };
  /** Absent: the default of the code. */
  readonly offVariation?: string;
  /** Key in {@link Ruleset.entitlements}. */
  readonly entitlement?: string;
  /** All must be serving one of the variations. */
  readonly prerequisites?: readonly { readonly flag: string; readonly variations: readonly string[] }[];
  /** In the order of the file; the first that names the context decides. */
  readonly targets?: readonly { readonly kind: string; readonly keys: readonly string[]; readonly variation: string }[];
  readonly rules?: readonly FlagRule[];
  /** Absent: the off variation. */
  readonly fallthrough?: Serving;
  readonly experiment?: ExperimentRules;
  /** Ordered by time; the last one whose time has come holds. Each says all that it changes against the flag itself. */
  readonly schedule?: readonly {
    readonly at: number;
    readonly state?: 'on' | 'off' | 'archived';
    readonly fallthrough?: Serving;
  }[];
  /** Whether browsers may be told its value. */
  readonly clientSide: boolean;
}

export interface FlagRule {
  readonly name?: string;
  /** Absent: it fits everybody. */
  readonly if?: Test;
  readonly serve: Serving;
}

export type Serving = { readonly variation: string } | { readonly rollout: Rollout };

export interface Rollout {
  readonly by: AttributePath;
  readonly deal: Deal;
  /**
   * In the order in which the parts are laid out; `upTo` is exclusive, the last is 100,000. Whoever is dealt a part
   * without a variation takes no part in the rollout and goes on to the next rule.
   */
  readonly parts: readonly { readonly variation: string | null; readonly upTo: number }[];
  /** Who takes part at all; the others go on to the next rule. Absent: everybody. */
  readonly exposure?: { readonly deal: Deal; readonly upTo: number };
  readonly sticky?: true;
}

/**
 * How a unit becomes a bucket. Texts are hashed by their UTF-8 bytes, half a surrogate pair counting as U+FFFD.
 *
 * - `murmur3`: MurmurHash3 x86 32 of `<salt>.<unit>` with seed 0, or, with a seed, of `<unit>` with that seed; the
 *   bucket is `floor(hash × 100000 / 2^32)`.
 * - `flagd`: the same of `<salt><unit>`, with nothing between; with a seed, of `<unit>` with that seed.
 * - `unleash`: the same hash of `<salt>:<unit>`; without a seed (or with 0), as for rollouts, the bucket is
 *   `hash % 100 × 1000`; with one, as for variants, `hash % 1000 × 100`. With `buckets` it is
 *   `hash % buckets × 100000 / buckets`, rounded.
 * - `growthbook`: 32-bit FNV-1a, over UTF-16 units, of `<unit><salt>`, `% 1000 / 1000`; `growthbook-v2`: of the decimal
 *   digits of FNV-1a of `<salt><unit>`, `% 10000 / 10000`. That is compared with the sums of the parts' weights, as doubles:
 *   units lie exactly on them. A gap behind a part is what its coverage leaves over: the part ends at
 *   `start + coverage × weight`.
 * - `launchdarkly`: the first 60 bits of SHA-1 of `<salt>.<unit>`, or of `<seed>.<unit>` with a seed other than 0,
 *   divided by 2^60 − 1; compared with the sums of the parts' weights, as doubles.
 *
 * What is no unit: for `murmur3` whatever is no text, number or boolean, and that is an error; for `launchdarkly` what
 * is no text and no whole number, and that has the position 0; for the others also the empty text (for GrowthBook 0 and
 * false too), and that takes no part.
 */
export interface Deal {
  readonly hash: HashAlgorithm;
  readonly salt: string;
  readonly seed?: number;
  /** For `unleash` only. */
  readonly buckets?: number;
}

export type HashAlgorithm = 'murmur3' | 'launchdarkly' | 'unleash' | 'growthbook' | 'growthbook-v2' | 'flagd';

export interface ExperimentRules {
  /** Milliseconds since 1970. Absent: counts from the beginning, or without end. */
  readonly start?: number;
  readonly end?: number;
  /** What those get who take no part, in place of any rollout. Absent: the off variation. */
  readonly control?: string;
  /** The part of everybody, in buckets of `deal`, from (inclusive) and to (exclusive), that takes part. */
  readonly exclusive?: { readonly deal: Deal; readonly from: number; readonly to: number };
  /** Those kept out of it: they get the off variation. */
  readonly holdout?: { readonly deal: Deal; readonly upTo: number };
}

export interface SegmentRules {
  readonly include?: { readonly [kind: string]: readonly string[] };
  /** Goes over everything else. */
  readonly exclude?: { readonly [kind: string]: readonly string[] };
  /** One that holds is enough. */
  readonly rules?: readonly { readonly name?: string; readonly if: Test }[];
}

export interface EntitlementGate {
  /** Plans that grant it. */
  readonly plans: readonly string[];
  /** The lowest of them, to be named to those who lack it; null when no plan grants it. */
  readonly requiredPlan: string | null;
}

export interface TenantFacts {
  readonly plan?: string;
  /** By entitlement: granted or withheld by special agreement, until a moment (milliseconds since 1970) or for good. */
  readonly overrides?: { readonly [entitlement: string]: { readonly granted: boolean; readonly until?: number } };
}

/** Where a value stands in the context: `user.address.city` is kind `user`, path `['address', 'city']`. */
export interface AttributePath {
  readonly kind: string;
  readonly path: readonly string[];
}

/** What must hold. A test of an attribute that is absent does not hold, so `not` of it does. */
export type Test =
  | { readonly op: 'all' | 'any'; readonly of: readonly Test[] }
  | { readonly op: 'not'; readonly of: Test }
  | { readonly op: 'segment'; readonly keys: readonly string[] }
  | { readonly op: 'share'; readonly by: AttributePath; readonly deal: Deal; readonly upTo: number }
  /** Milliseconds since 1970: `after` inclusive, `before` exclusive. */
  | { readonly op: 'now'; readonly after?: number; readonly before?: number }
  | ({ readonly op: 'attribute'; readonly of: AttributePath } & AttributeTest);

export interface AttributeTest {
  /** All must hold. */
  readonly tests: readonly ValueTest[];
}

/** A test of one value. Texts of a test that ignores case are in lower case already, as the value will be: `σ` for `ς` too. */
export type ValueTest =
  | { readonly is: 'in'; readonly values: readonly Scalar[]; readonly ignoreCase?: true }
  | { readonly is: 'notIn'; readonly values: readonly Scalar[]; readonly ignoreCase?: true }
  | {
      readonly is: 'contains' | 'startsWith' | 'endsWith';
      readonly texts: readonly string[];
      readonly ignoreCase?: true;
    }
  | { readonly is: 'matches'; readonly programs: readonly Program[] }
  | {
      readonly is: 'number';
      readonly above?: number;
      readonly from?: number;
      readonly below?: number;
      readonly to?: number;
    }
  | { readonly is: 'modulo'; readonly divisor: number; readonly remainder: number }
  /** Milliseconds since 1970: `after` inclusive, `before` exclusive. */
  | { readonly is: 'date'; readonly after?: number; readonly before?: number }
  | { readonly is: 'semver'; readonly comparisons: readonly VersionComparison[] }
  /** Each network as its first and its last address, in hexadecimal: 8 digits for IPv4, 32 for IPv6. */
  | { readonly is: 'cidr'; readonly networks: readonly { readonly first: string; readonly last: string }[] }
  /** The value is a list that has any of `values`. */
  | { readonly is: 'includes'; readonly values: readonly Scalar[]; readonly ignoreCase?: true }
  | { readonly is: 'includesAll'; readonly values: readonly Scalar[]; readonly ignoreCase?: true }
  | { readonly is: 'size'; readonly tests: readonly ValueTest[] }
  /** Present and not null, or not. */
  | { readonly is: 'exists'; readonly expected: boolean }
  /** Not all of these hold. Holds for an attribute that is absent. */
  | { readonly is: 'not'; readonly tests: readonly ValueTest[] };

export type Scalar = string | number | boolean;

/** `>=2.4.0` as `{ op: '>=', version: [2, 4, 0], pre: [] }`; ranges such as `^2` are taken apart beforehand. */
export interface VersionComparison {
  readonly op: '=' | '<' | '<=' | '>' | '>=';
  readonly version: readonly [major: number, minor: number, patch: number];
  /** Of a pre-release, by semver's order: `[ 'beta', 2 ]`. */
  readonly pre: readonly (string | number)[];
}

/**
 * A regular expression compiled to instructions of a machine that reads each character once for each instruction at
 * most, so that no text makes it slow. Defined where it is run: `./matches/`.
 */
export interface Program {
  /** As it was written, for people. */
  readonly pattern: string;
  readonly start: number;
  readonly code: readonly Instruction[];
}

export type Instruction =
  /** Goes on at both. */
  | { readonly op: 'split'; readonly to: number; readonly or: number }
  /** Reads one character (a code point) that lies in one of the ranges: `[from, to, from, to …]`, inclusive. */
  | { readonly op: 'char'; readonly ranges: readonly number[]; readonly to: number }
  /** Goes on where the place in the text is such: begin or end of the text or of a line, on a word boundary or off one. */
  | {
      readonly op: 'at';
      readonly place: 'text-begin' | 'text-end' | 'line-begin' | 'line-end' | 'boundary' | 'no-boundary';
      readonly to: number;
    }
  | { readonly op: 'match' };
