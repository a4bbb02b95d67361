import type { Session } from '../../../../db/contract.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../../engine/changeset/impact.ts';
import { memberOf, objectOf } from '../../../../engine/json-fields.ts';
import type { ImpactContext } from '../../../contract.ts';
import type { OverrideRow } from '../../entitlements/overrides/queries.ts';
import { compareGranted, type Difference } from './compare-granted.ts';
import { tenantsOverLimit } from './over-limit.ts';
import { overrideShares, overridesNow } from './override-shares.ts';
import { grantedBy } from './plan-value.ts';
import { grouped } from './value-text.ts';
import { groupsOf, type PlanShare, shareEffects, tenantsIn } from './share-effects.ts';

/**
 * Which tenants get more or less of an entitlement, through their plans or what was agreed with them, and which are over
 * the new limit. Whoever has an override does not feel what happens to their plan.
 */
export async function entitlementImpact(
  changes: readonly DraftChange[],
  session: Session,
  context: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  const { changeset, ports } = context;
  const concerned = changes.filter(({ kind }) => kind === 'Entitlement');
  if (concerned.length === 0 || ports.plans === undefined) return changes.map(() => null);
  const renamed = new Map(
    changeset.flatMap(({ from, key, kind }) => (kind === 'Plan' && from !== undefined ? [[from, key] as const] : [])),
  );
  const plansOf = new Map(concerned.map((change) => [change, livePlans(change, renamed)]));
  const tenantsOn = await ports.plans.tenantsOn(session, [...new Set([...plansOf.values()].flat())]);
  const overrides = await overridesNow(concerned, session, context.now);
  const nameOf = await namesOf([...tenantsOn.values(), tenantsWith(overrides)].flat(), session, context);
  const told: (ToldImpact | null)[] = [];
  for (const change of changes) {
    const agreed = overrides.get(change) ?? [];
    const apart = new Set(agreed.map(({ tenantId }) => tenantId));
    const onPlan = (plan: string): readonly Somebody[] =>
      [...(tenantsOn.get(plan) ?? [])].sort().flatMap((id) => (apart.has(id) ? [] : [nameOf(id)]));
    const shares = [
      ...(plansOf.get(change) ?? []).map((plan) => shareOf(change, plan, renamed.get(plan) ?? plan, onPlan(plan))),
      ...overrideShares(change, agreed, nameOf),
    ];
    told.push(concerned.includes(change) ? await impactOf(change, shares, session, context) : null);
  }
  return told;
}

/**
 * Plans that tenants may be on now, whether the entitlement names them now or will: a plan that is renamed by both
 * its names, since tenants may still be assigned to one of the new name that was deleted once.
 */
function livePlans({ after, before }: DraftChange, renamed: ReadonlyMap<string, string>): readonly string[] {
  const former = new Map([...renamed].map(([from, to]) => [to, from]));
  const will = Object.keys(objectOf(after?.['plans'])).flatMap((plan) => [plan, former.get(plan) ?? plan]);
  return [...new Set([...Object.keys(objectOf(before?.['plans'])), ...will])].sort();
}

function shareOf(
  { after, before }: DraftChange,
  plan: string,
  planAfter: string,
  tenants: readonly Somebody[],
): PlanShare {
  const [was, is] = [memberOf(before?.['plans'], plan), memberOf(after?.['plans'], planAfter)];
  const difference: Difference = compareGranted(grantedBy(before, plan), grantedBy(after, planAfter));
  return {
    plan: planAfter,
    difference,
    tenants,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
}

async function impactOf(
  change: DraftChange,
  all: readonly PlanShare[],
  session: Session,
  context: ImpactContext,
): Promise<ToldImpact | null> {
  const shares = all.filter(({ tenants }) => tenants.length > 0);
  const over = await tenantsOverLimit(change, shares, session, context);
  const effects = [...shareEffects(shares), ...over.effects, ...keeping(change, shares)];
  const unknown = [...openQuestions(shares), ...over.unknown];
  if (effects.length === 0 && unknown.length === 0 && change.before === null) return null;
  const none =
    all.length > 0 && shares.length === 0
      ? 'no tenant is on a plan that grants it'
      : 'every tenant gets the same of it as before';
  return { effects, unknown, none };
}

/** What nobody can say of some plans: each reason once, with the figures that it leaves open. */
function openQuestions(shares: readonly PlanShare[]): ToldImpact['unknown'] {
  const figures = new Map<string, Set<string>>();
  for (const { difference } of shares) {
    if (difference.open === undefined) continue;
    const open = figures.get(difference.open) ?? new Set();
    if (!difference.less) open.add('tenantsLosingEntitlement');
    if (!difference.more) open.add('tenantsGainingEntitlement');
    if (open.size > 0) figures.set(difference.open, open);
  }
  return [...figures].map(([reason, open]) => ({ reason, figures: [...open] }));
}

/** Whoever has an entitlement that gets another key: the product must ask for it by that. */
function keeping({ action }: DraftChange, shares: readonly PlanShare[]): readonly ToldEffect[] {
  const having = shares.filter(({ after }) => after !== undefined && after !== false);
  const amount = tenantsIn(having);
  if (action !== 'rename' || amount === 0) return [];
  const text = `${grouped(amount)} ${amount === 1 ? 'tenant keeps' : 'tenants keep'} it under its new name`;
  return [{ figure: 'tenantsKeepingEntitlement', text, groups: groupsOf(having) }];
}

function tenantsWith(overrides: ReadonlyMap<unknown, readonly OverrideRow[]>): readonly string[] {
  return [...overrides.values()].flat().map(({ tenantId }) => tenantId);
}

/** The same value for the same tenant. */
async function namesOf(
  tenants: readonly string[],
  session: Session,
  { ports }: ImpactContext,
): Promise<(tenant: string) => Somebody> {
  const found = (await ports.tenants?.find(session, [...new Set(tenants)])) ?? [];
  const names = new Map(found.map(({ id, name }) => [id, { name, tenant: id }]));
  return (id) => names.get(id) ?? { name: id, tenant: id };
}
