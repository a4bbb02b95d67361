import { hash } from 'node:crypto';
import { createEvaluator, type Evaluator } from '../evaluation/index.ts';
import type { Ruleset, TenantFacts } from '../evaluation/ruleset.ts';
import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';
import { instantsIn } from './due/instants.ts';
import type { RulesetRead } from './read-ruleset.ts';
import { rulesetDigest, rulesetText } from './ruleset-text.ts';
import { memoryOf } from './sticky/memory-of.ts';
import type { StickyMemory } from './sticky/sticky-memory.ts';

/** What holds in an environment now, ready to be evaluated and to be sent. Immutable. */
export interface LiveRuleset extends VersionedRuleset {
  /** Of the ruleset without what it knows of tenants: what everybody feels, and not one tenant alone. */
  readonly configuration: string;
  readonly evaluator: () => Evaluator;
  /** Kinds of context that it knows, besides the usual ones. */
  readonly kinds: ReadonlySet<string>;
  /** Whether it tells every tenant's plan; otherwise a context has to name it. */
  readonly knowsPlans: boolean;
  /** Whether an answer may depend on the plan of a tenant. */
  readonly asksPlans: boolean;
  /** What its evaluator remembers of units; null where nothing in it is sticky. */
  readonly memory: StickyMemory | null;
  /** As JSON: `{ version, ruleset }`. */
  readonly text: () => string;
  /** Instants at which answers change though the rules stay, in order. */
  readonly instants: readonly number[];
  /** The last of them that had passed when it was looked at; null: none. */
  readonly passed: number | null;
  /** The one that comes next; Infinity: none. */
  readonly next: number;
}

/**
 * Equal rules have equal versions, whichever replica made them and whenever: a ruleset is made so that equal sources
 * give equal texts. What not every server needs is made when it is first asked for.
 */
export function toLiveRuleset(read: RulesetRead, now: () => number): LiveRuleset {
  const { asksPlans, kinds, knowsPlans, ruleset } = read;
  const { madeAt: _madeAt, revision: _revision, tenants = null, ...rules } = ruleset;
  const configuration = rulesetDigest(rules);
  const version = tenants === null ? configuration : hash('sha256', JSON.stringify([configuration, tenants]));
  const instants = instantsIn(ruleset);
  // The server finds the plan of whoever it evaluates for: a context without one is of a tenant that is on none.
  const { plans: _plans, ...situated } = ruleset;
  const memory = memoryOf(ruleset);
  const sticky = memory === null ? {} : { sticky: memory };
  let evaluator: Evaluator | undefined;
  let text: string | undefined;
  return {
    version,
    configuration,
    ruleset,
    kinds,
    knowsPlans,
    asksPlans,
    evaluator: () => (evaluator ??= createEvaluator(situated, { now, ...sticky })),
    memory,
    text: () => (text ??= `{"version":"${version}","ruleset":${rulesetText(ruleset)}}`),
    instants,
    passed: null,
    next: instants[0] ?? Number.POSITIVE_INFINITY,
  };
}

/** The same object again while none of its instants has come. */
export function liveAt(live: LiveRuleset, now: number): LiveRuleset {
  if ((live.passed ?? now) <= now && now < live.next) return live;
  const passed = live.instants.findLast((instant) => instant <= now) ?? null;
  return { ...live, passed, next: live.instants.find((instant) => instant > now) ?? Number.POSITIVE_INFINITY };
}

/** What is known of one tenant; undefined where it is on no plan, or too many tenants are. */
export function factsOf({ tenants }: Ruleset, tenantId: string): TenantFacts | undefined {
  return tenants !== undefined && Object.hasOwn(tenants, tenantId) ? tenants[tenantId] : undefined;
}

/**
 * What one tenant feels: the same text for as long as nothing changes for it, and no schedule takes a step. `plan` is
 * the tenant's, where the ruleset does not tell it.
 */
export function versionFor(live: LiveRuleset, tenantId: string | null, plan: string | null): string {
  const facts = tenantId === null ? undefined : feltBy(live, tenantId, plan);
  const { configuration, passed } = live;
  if (passed !== null) return hash('sha256', JSON.stringify([configuration, facts ?? null, passed]));
  return facts === undefined ? configuration : hash('sha256', JSON.stringify([configuration, facts]));
}

function feltBy(live: LiveRuleset, tenantId: string, plan: string | null): TenantFacts | undefined {
  const facts = factsOf(live.ruleset, tenantId);
  if (live.knowsPlans || !live.asksPlans || plan === null) return facts;
  return { plan, ...facts };
}
