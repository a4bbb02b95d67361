import type { JsonObject } from '../../../engine/json.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { FlagRules, Ruleset, SegmentRules, TenantFacts, Test } from '../evaluation/ruleset.ts';
import { segmentsIn } from './compile-condition.ts';
import { compileEntitlement } from './compile-entitlement.ts';
import { compileFlag } from './compile-flag.ts';
import { compileSegment } from './compile-segment.ts';
import { plansInOrder } from './plan-order.ts';
import { sensitiveAttributes } from './sensitive-attributes.ts';

export interface RulesetSource {
  readonly environment: string;
  /** Number of the environment's revision; 0 for files that nobody applied. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** At least all that is live of {@link rulesetKinds}, in any order; other kinds are passed over. */
  readonly resources: readonly Pick<Resource, 'kind' | 'key' | 'body'>[];
  readonly tenants?: { readonly [id: string]: TenantFacts };
}

/** What a ruleset is made from. */
export const rulesetKinds = ['Flag', 'Segment', 'Entitlement', 'Plan', 'ContextKind'] as const;

/**
 * The flags of one environment in the form that is evaluated and sent to SDKs. Pure: equal sources give equal texts,
 * and so equal entity tags. Takes bodies that validation has let through.
 *
 * @throws RangeError for a pattern that validation would have refused
 */
export function makeRuleset({ environment, madeAt, resources, revision, tenants }: RulesetSource): Ruleset {
  const bodies = Map.groupBy(resources, ({ kind }) => kind);
  const flags = compileAll(bodies.get('Flag'), compileFlag);
  const entitled = new Set(Object.values(flags).map(({ entitlement }) => entitlement));
  const sensitive = sensitiveAttributes(bodies.get('ContextKind') ?? []);
  const order = plansInOrder(bodies.get('Plan') ?? []);
  return {
    format: 1,
    environment,
    revision,
    madeAt,
    flags,
    segments: segmentsReached(flags, bodies.get('Segment') ?? []),
    entitlements: compileAll(
      bodies.get('Entitlement')?.filter(({ key }) => entitled.has(key)),
      (_, body) => compileEntitlement(body, order),
    ),
    ...(tenants === undefined ? {} : { tenants }),
    ...(Object.keys(sensitive).length === 0 ? {} : { sensitive }),
  };
}

type Keyed = Pick<Resource, 'key' | 'body'>;

function compileAll<T>(
  resources: readonly Keyed[] | undefined,
  compile: (key: string, body: JsonObject) => T,
): { readonly [key: string]: T } {
  const sorted = (resources ?? []).toSorted((left, right) => (left.key < right.key ? -1 : 1));
  return Object.fromEntries(sorted.map(({ body, key }) => [key, compile(key, body)]));
}

/** Those that flags ask for, and those that these ask for. */
function segmentsReached(
  flags: { readonly [key: string]: FlagRules },
  resources: readonly Keyed[],
): { readonly [key: string]: SegmentRules } {
  const bodies = new Map(resources.map(({ body, key }) => [key, body]));
  const reached = new Map<string, SegmentRules>();
  const waiting = Object.values(flags).flatMap(({ rules = [] }) => rules.flatMap(segmentsOf));
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const body = bodies.get(key);
    if (body === undefined || reached.has(key)) continue;
    const segment = compileSegment(key, body);
    reached.set(key, segment);
    waiting.push(...(segment.rules ?? []).flatMap(segmentsOf));
  }
  return Object.fromEntries([...reached].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function segmentsOf(rule: { readonly if?: Test }): readonly string[] {
  return rule.if === undefined ? [] : segmentsIn(rule.if);
}
