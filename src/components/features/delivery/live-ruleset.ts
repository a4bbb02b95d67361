import { hash } from 'node:crypto';
import { createEvaluator, type Evaluator } from '../evaluation/index.ts';
import type { Ruleset, TenantFacts } from '../evaluation/ruleset.ts';
import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';
import type { RulesetRead } from './read-ruleset.ts';

/** What holds in an environment now, ready to be evaluated and to be sent. Immutable. */
export interface LiveRuleset extends VersionedRuleset {
  /** Of the ruleset without what it knows of tenants: what everybody feels, and not one tenant alone. */
  readonly configuration: string;
  readonly evaluator: () => Evaluator;
  /** Kinds of context that it knows, besides the usual ones. */
  readonly kinds: ReadonlySet<string>;
  /** Whether it tells every tenant's plan; otherwise a context has to name it. */
  readonly knowsPlans: boolean;
  /** As JSON: `{ version, ruleset }`. */
  readonly text: () => string;
}

/**
 * Equal rules have equal versions, whichever replica made them and whenever: a ruleset is made so that equal sources
 * give equal texts. What not every server needs is made when it is first asked for.
 */
export function toLiveRuleset({ kinds, knowsPlans, ruleset }: RulesetRead, now: () => number): LiveRuleset {
  const { madeAt: _madeAt, revision: _revision, tenants = null, ...rules } = ruleset;
  const configuration = hash('sha256', JSON.stringify(rules));
  const version = tenants === null ? configuration : hash('sha256', JSON.stringify([configuration, tenants]));
  let evaluator: Evaluator | undefined;
  let text: string | undefined;
  return {
    version,
    configuration,
    ruleset,
    kinds,
    knowsPlans,
    evaluator: () => (evaluator ??= createEvaluator(ruleset, { now })),
    text: () => (text ??= JSON.stringify({ version, ruleset })),
  };
}

/** What is known of one tenant; undefined where it is on no plan, or too many tenants are. */
export function factsOf({ tenants }: Ruleset, tenantId: string): TenantFacts | undefined {
  return tenants !== undefined && Object.hasOwn(tenants, tenantId) ? tenants[tenantId] : undefined;
}

/** What one tenant feels: the same text for as long as nothing changes for it. */
export function versionFor(live: LiveRuleset, tenantId: string | null): string {
  const facts = tenantId === null ? undefined : factsOf(live.ruleset, tenantId);
  return facts === undefined ? live.configuration : hash('sha256', JSON.stringify([live.configuration, facts]));
}
