import type { Session } from '../../../db/contract.ts';
import { readLiveHashes, readLiveResources, readRevision } from '../../../db/live-resources.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { Ports } from '../../ports.ts';
import { overrideFacts } from '../entitlements/overrides/override-facts.ts';
import type { Ruleset, TenantFacts } from '../evaluation/ruleset.ts';
import { namedKinds } from '../evaluation/context/named-kinds.ts';
import { assembleRuleset } from '../ruleset/assemble-ruleset.ts';
import { asksPlans } from './asks-plans.ts';
import { type Translated, translateLive } from './translations.ts';

/** Tenants that a ruleset tells of. Where more are on a plan it tells of none, and contexts have to name the plan. */
const mostTenants = 10_000;

export interface RulesetReading {
  readonly environment: string;
  readonly now: Date;
  readonly ports: Ports;
  /** What was read before: of an unchanged revision only the facts of tenants are read anew. */
  readonly before: RulesetRead | null;
  /** Tenants whose plans somebody has to be told of, where the ruleset does not tell them. */
  readonly followed: readonly string[];
}

export interface RulesetRead {
  readonly ruleset: Ruleset;
  /** The project's own kinds of context. */
  readonly kinds: ReadonlySet<string>;
  /** Whether the plan of every tenant is in it. */
  readonly knowsPlans: boolean;
  /** Whether an answer may depend on the plan of a tenant. */
  readonly asksPlans: boolean;
  /** The plans of those tenants that somebody follows, by id; null where the ruleset tells them, or none matters. */
  readonly followedPlans: ReadonlyMap<string, string> | null;
  /** For the next reading. */
  readonly translated: Translated;
}

/** What is read as a whole: there is little of it, and it is understood together. */
const wholeKinds = ['Entitlement', 'Plan', 'ContextKind'] as const;

/** The ruleset as it holds at this moment. */
export async function readRuleset(session: Session, reading: RulesetReading): Promise<RulesetRead> {
  const { before, environment, now } = reading;
  const revision = await readRevision(session);
  if (before?.ruleset.revision !== revision) {
    const hashes = await readLiveHashes(session, ['Flag', 'Segment']);
    const translated = await translateLive(session, hashes, before?.translated ?? null);
    const resources = await readLiveResources(session, wholeKinds);
    const ofKind = (kind: string) => resources.filter((one) => one.kind === kind);
    const contextKinds = ofKind('ContextKind');
    const ruleset = assembleRuleset({
      environment,
      revision,
      madeAt: now.getTime(),
      flags: new Map([...translated.flags].map(([key, { rules }]) => [key, rules])),
      segmentOf: (key) => translated.segments.get(key)?.rules,
      entitlements: ofKind('Entitlement'),
      plans: ofKind('Plan'),
      contextKinds,
    });
    const kinds = new Set([...namedKinds(ruleset), ...contextKinds.map(({ key }) => key)]);
    const read = { ruleset, kinds, knowsPlans: false, asksPlans: asksPlans(ruleset), followedPlans: null, translated };
    return withTenants(session, read, entitlementsOf(ruleset, resources), reading);
  }
  if (Object.keys(before.ruleset.entitlements).length === 0) return withFollowed(session, before, reading);
  const resources = await readLiveResources(session, ['Entitlement']);
  return withTenants(session, before, entitlementsOf(before.ruleset, resources), reading);
}

type Bodies = ReadonlyMap<string, JsonObject>;

/** Those that flags ask for. */
function entitlementsOf({ entitlements }: Ruleset, resources: readonly Resource[]): Bodies {
  const asked = resources.filter(({ key, kind }) => kind === 'Entitlement' && Object.hasOwn(entitlements, key));
  return new Map(asked.map(({ body, key }) => [key, body]));
}

/** With what flags may need of tenants: their plans, unless too many are on one, and what was agreed with any of them. */
async function withTenants(
  session: Session,
  read: RulesetRead,
  entitlements: Bodies,
  reading: RulesetReading,
): Promise<RulesetRead> {
  const { now, ports } = reading;
  const { tenants: _tenants, plans: _plans, ...rules } = read.ruleset;
  if (entitlements.size === 0) return withFollowed(session, { ...read, ruleset: rules, knowsPlans: false }, reading);
  const plans = (await ports.plans?.all(session, mostTenants)) ?? null;
  const facts = new Map<string, TenantFacts>([...(plans ?? [])].map(([id, plan]) => [id, { plan }]));
  const agreements = await overrideFacts(session, entitlements, { now });
  for (const [id, overrides] of agreements) facts.set(id, { ...facts.get(id), overrides });
  const tenants = Object.fromEntries([...facts].toSorted(([left], [right]) => (left < right ? -1 : 1)));
  const whole = { ...rules, tenants, ...(plans === null ? { plans: 'in-context' as const } : {}) };
  return withFollowed(session, { ...read, ruleset: whole, knowsPlans: plans !== null }, reading);
}

/** Of tenants that the ruleset says nothing of, only those are looked up whom a stream has to tell. */
async function withFollowed(
  session: Session,
  read: RulesetRead,
  { followed, ports }: RulesetReading,
): Promise<RulesetRead> {
  if (read.knowsPlans || !read.asksPlans) return { ...read, followedPlans: null };
  return { ...read, followedPlans: (await ports.plans?.plansOf(session, followed)) ?? new Map() };
}
