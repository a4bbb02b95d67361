import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { objectOf, textOf } from '../../../engine/json-fields.ts';
import type { TenantName } from '../../ports.ts';
import { priceMoves } from './price-moves.ts';

/**
 * Who pays more and who pays less. A tenant looks at the prices in its own currency, one without at all of them. What
 * gets cheaper reaches everybody; what gets dearer only whom the plan's `transition` lets it reach.
 */
export function priceEffects(
  before: JsonObject,
  after: JsonObject,
  tenants: readonly TenantName[],
): Pick<ToldImpact, 'effects' | 'unknown'> {
  const { cheaper, dearer } = priceMoves(before, after);
  const more = tenants.filter((tenant) => isPricedIn(tenant, dearer));
  const less = tenants.filter((tenant) => isPricedIn(tenant, cheaper) && !isPricedIn(tenant, dearer));
  const reach = reachOf(after);
  return {
    effects: [
      ...(reach === null
        ? effect('tenantsKeepingPrice', more, ['keeps the price it has', 'keep the price they have'])
        : effect('tenantsPayingMore', more, [`pays more ${reach}`, `pay more ${reach}`])),
      ...effect('tenantsPayingLess', less, ['pays less', 'pay less']),
    ],
    unknown: [
      ...(more.length + less.length === 0
        ? []
        : [{ reason: 'how revenue moves is not known: nobody keeps subscriptions yet', figures: ['monthlyRevenue'] }]),
      ...usageUnknown(before, after),
    ],
  };
}

/** What seats included and usage cost depends on how many there are. */
function usageUnknown(before: JsonObject, after: JsonObject): ToldImpact['unknown'] {
  const priced = ({ seats, usage }: JsonObject): string => {
    const { prices: _, ...terms } = objectOf(seats);
    return canonicalJson([terms, usage ?? null]);
  };
  if (priced(before) === priced(after)) return [];
  const reason = 'who pays more or less for seats and usage is not known: nobody counts them yet';
  return [{ reason, figures: ['tenantsPayingMore', 'tenantsPayingLess'] }];
}

function isPricedIn({ currency }: TenantName, currencies: ReadonlySet<string>): boolean {
  return currency === null ? currencies.size > 0 : currencies.has(currency);
}

/** When a higher price reaches those who are on the plan; null: never. */
function reachOf(after: JsonObject): string | null {
  const { date, existing } = objectOf(after['transition']);
  switch (existing) {
    case 'now':
      return 'at once';
    case 'at-renewal':
      return 'from their next renewal';
    case 'on-date':
      return `from their first renewal on or after ${textOf(date) ?? 'the date given'}`;
    default:
      return null;
  }
}

function effect(
  figure: string,
  tenants: readonly TenantName[],
  [one, many]: readonly [string, string],
): readonly ToldEffect[] {
  if (tenants.length === 0) return [];
  const text = tenants.length === 1 ? `1 tenant ${one}` : `${tenants.length} tenants ${many}`;
  return [{ figure, text, groups: [{ who: tenants.map(({ id, name }) => ({ name, tenant: id })), what: {} }] }];
}
