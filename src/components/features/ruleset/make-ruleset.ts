import type { Resource } from '../../../engine/resource.ts';
import type { Ruleset, TenantFacts } from '../evaluation/ruleset.ts';
import { assembleRuleset } from './assemble-ruleset.ts';
import { compileFlag } from './compile-flag.ts';
import { compileSegment } from './compile-segment.ts';

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
export function makeRuleset({ resources, ...source }: RulesetSource): Ruleset {
  const bodies = Map.groupBy(resources, ({ kind }) => kind);
  const segments = new Map((bodies.get('Segment') ?? []).map(({ body, key }) => [key, body]));
  return assembleRuleset({
    ...source,
    flags: new Map((bodies.get('Flag') ?? []).map(({ body, key }) => [key, compileFlag(key, body)])),
    segmentOf(key) {
      const body = segments.get(key);
      return body === undefined ? undefined : compileSegment(key, body);
    },
    entitlements: bodies.get('Entitlement') ?? [],
    plans: bodies.get('Plan') ?? [],
    contextKinds: bodies.get('ContextKind') ?? [],
  });
}
