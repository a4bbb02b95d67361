import type { Somebody, ToldEffect, ToldGroup } from '../../../../engine/changeset/impact.ts';
import type { Json } from '../../../../engine/json.ts';
import type { Difference } from './compare-granted.ts';
import { grouped, transitionText } from './value-text.ts';

/** What becomes of an entitlement on one plan, and for whom. */
export interface PlanShare {
  /** By its new key where it is renamed. */
  readonly plan: string;
  readonly difference: Difference;
  readonly before?: Json;
  readonly after?: Json;
  /** In order; the same array for the same plan. */
  readonly tenants: readonly Somebody[];
}

/** One effect for tenants that get less, one for those that get more. */
export function shareEffects(shares: readonly PlanShare[]): readonly ToldEffect[] {
  return (['less', 'more'] as const).flatMap((direction) => {
    const concerned = shares.filter(({ difference }) => difference[direction]);
    const amount = tenantsIn(concerned);
    if (amount === 0) return [];
    const figure = direction === 'less' ? 'tenantsLosingEntitlement' : 'tenantsGainingEntitlement';
    const count = `${grouped(amount)} ${amount === 1 ? 'tenant' : 'tenants'}`;
    const text = `${count} ${verbOf(direction, concerned, amount)} (${plansText(concerned)})`;
    return [{ figure, text, groups: groupsOf(concerned) }];
  });
}

/** Each with what it had and what it will have. */
export function groupsOf(shares: readonly PlanShare[]): readonly ToldGroup[] {
  return shares.map(({ after, before, tenants }) => ({
    who: tenants,
    what: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  }));
}

export function tenantsIn(shares: readonly PlanShare[]): number {
  return shares.reduce((sum, { tenants }) => sum + tenants.length, 0);
}

/** `pro 50,000 → 40,000`; more than three plans are counted. */
function plansText(shares: readonly PlanShare[]): string {
  const named = shares.slice(0, 3).map(({ after, before, plan }) => `${plan} ${transitionText(before, after)}`);
  const rest = shares.length - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more ${rest === 1 ? 'plan' : 'plans'}` : ''}`;
}

function verbOf(direction: 'less' | 'more', shares: readonly PlanShare[], amount: number): string {
  const end = direction === 'less' ? 'after' : 'before';
  const whole = shares.every((share) => share[end] === undefined || share[end] === false);
  const [one, many] = whole
    ? direction === 'less'
      ? ['loses it', 'lose it']
      : ['gains it', 'gain it']
    : [`gets ${direction} of it`, `get ${direction} of it`];
  return amount === 1 ? one : many;
}
