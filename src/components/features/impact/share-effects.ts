import type { Affected, ToldEffect } from '../../../engine/changeset/impact.ts';
import type { Json } from '../../../engine/json.ts';
import type { Difference } from './compare-granted.ts';
import { grouped, valueText } from './value-text.ts';

/** What becomes of an entitlement on one plan, and for whom. */
export interface PlanShare {
  /** By its new key where it is renamed. */
  readonly plan: string;
  readonly difference: Difference;
  readonly before?: Json;
  readonly after?: Json;
  /** Ids, in order. */
  readonly tenants: readonly string[];
}

/** One effect for tenants that get less, one for those that get more. */
export function shareEffects(shares: readonly PlanShare[], names: ReadonlyMap<string, string>): readonly ToldEffect[] {
  return (['less', 'more'] as const).flatMap((direction) => {
    const concerned = shares.filter(({ difference }) => difference[direction]);
    if (concerned.length === 0) return [];
    const affected = affectedBy(concerned, names);
    const figure = direction === 'less' ? 'tenantsLosingEntitlement' : 'tenantsGainingEntitlement';
    const count = `${grouped(affected.length)} ${affected.length === 1 ? 'tenant' : 'tenants'}`;
    return [
      { figure, text: `${count} ${verbOf(direction, concerned, affected.length)} (${plansText(concerned)})`, affected },
    ];
  });
}

/** Each with what it had and what it will have, by id. */
export function affectedBy(shares: readonly PlanShare[], names: ReadonlyMap<string, string>): readonly Affected[] {
  return shares
    .flatMap(({ after, before, tenants }) =>
      tenants.map(
        (id): Affected => ({
          name: names.get(id) ?? id,
          tenant: id,
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
        }),
      ),
    )
    .sort(({ tenant: a = '' }, { tenant: b = '' }) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `pro 50,000 → 40,000`; more than three plans are counted. */
export function plansText(shares: readonly PlanShare[]): string {
  const named = shares
    .slice(0, 3)
    .map(({ after, before, plan }) => `${plan} ${valueText(before)} → ${valueText(after)}`);
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
