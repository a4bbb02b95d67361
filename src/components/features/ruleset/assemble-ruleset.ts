import type { Resource } from '../../../engine/resource.ts';
import type { FlagRules, Ruleset, SegmentRules, TenantFacts, Test } from '../evaluation/ruleset.ts';
import { segmentsIn } from './compile-condition.ts';
import { compileEntitlement } from './compile-entitlement.ts';
import { plansInOrder } from './plan-order.ts';
import { sensitiveAttributes } from './sensitive-attributes.ts';

type Keyed = Pick<Resource, 'key' | 'body'>;

/** Flags and segments translated one by one, and the bodies of what can only be understood together. */
export interface RulesetParts {
  readonly environment: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly flags: ReadonlyMap<string, FlagRules>;
  readonly segmentOf: (key: string) => SegmentRules | undefined;
  readonly entitlements: readonly Keyed[];
  readonly plans: readonly Keyed[];
  readonly contextKinds: readonly Keyed[];
  readonly tenants?: { readonly [id: string]: TenantFacts };
}

/** Pure: equal parts give equal texts, whatever order they come in. */
export function assembleRuleset(parts: RulesetParts): Ruleset {
  const { contextKinds, entitlements, environment, madeAt, plans, revision, segmentOf, tenants } = parts;
  const flags = byKey(parts.flags);
  const entitled = new Set(Object.values(flags).map(({ entitlement }) => entitlement));
  const sensitive = sensitiveAttributes(contextKinds);
  const order = plansInOrder(plans);
  const gates = entitlements
    .filter(({ key }) => entitled.has(key))
    .map(({ body, key }) => [key, compileEntitlement(body, order)] as const);
  return {
    format: 1,
    environment,
    revision,
    madeAt,
    flags,
    segments: byKey(segmentsReached(Object.values(flags), segmentOf)),
    entitlements: byKey(gates),
    ...(tenants === undefined ? {} : { tenants }),
    ...(Object.keys(sensitive).length === 0 ? {} : { sensitive }),
  };
}

function byKey<T>(entries: Iterable<readonly [string, T]>): { readonly [key: string]: T } {
  return Object.fromEntries([...entries].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Those that flags ask for, and those that these ask for. */
function segmentsReached(
  flags: readonly FlagRules[],
  segmentOf: RulesetParts['segmentOf'],
): ReadonlyMap<string, SegmentRules> {
  const reached = new Map<string, SegmentRules>();
  const waiting = flags.flatMap(({ rules = [] }) => rules.flatMap(segmentsOf));
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue;
    const segment = segmentOf(key);
    if (segment === undefined) continue;
    reached.set(key, segment);
    waiting.push(...(segment.rules ?? []).flatMap(segmentsOf));
  }
  return reached;
}

function segmentsOf(rule: { readonly if?: Test }): readonly string[] {
  return rule.if === undefined ? [] : segmentsIn(rule.if);
}
