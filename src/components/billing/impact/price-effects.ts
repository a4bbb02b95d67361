import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { objectOf, textOf } from '../../../engine/json-fields.ts';
import type { TenantName } from '../../ports.ts';
import { priceMoves } from './price-moves.ts';
import { tenantsEffect } from './tenants-effect.ts';
import { type UnsettledPrice, unsettledPrices } from './unsettled-prices.ts';

/** A reason names this many prices. */
const mostReasons = 3;

/**
 * Who pays more and who pays less. A tenant looks at the prices in its own currency, one without at all of them. What
 * gets cheaper reaches everybody; what gets dearer only whom the plan's `transition` lets it reach. Where a price that
 * some may pay by appears or goes, nobody can say which it is.
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
  const unsettled = unsettledPrices(before, after).map((price) => ({
    price,
    by: tenants.filter((tenant) => mayPayBy(tenant, price)),
  }));
  const open = unsettledUnknown(unsettled, reach);
  return {
    effects: [
      ...(reach === null
        ? tenantsEffect('tenantsKeepingPrice', more, ['keeps the price it has', 'keep the price they have'])
        : tenantsEffect('tenantsPayingMore', more, [`pays more ${reach}`, `pay more ${reach}`])),
      ...tenantsEffect('tenantsPayingLess', less, ['pays less', 'pay less']),
    ],
    unknown: [
      ...open,
      ...(more.length + less.length + open.length === 0
        ? []
        : [{ reason: 'how revenue moves is not known: nobody keeps subscriptions yet', figures: ['monthlyRevenue'] }]),
      ...usageUnknown(before, after),
    ],
  };
}

/** Whoever keeps the price it has pays no more in any case, and less where the changed plan is better. */
function unsettledUnknown(
  unsettled: readonly { readonly price: UnsettledPrice; readonly by: readonly TenantName[] }[],
  reach: string | null,
): ToldImpact['unknown'] {
  const felt = unsettled.filter(({ by }) => by.length > 0);
  const amount = new Set(felt.flatMap(({ by }) => by)).size;
  if (amount === 0) return [];
  const [who, pay, they] = amount === 1 ? ['1 tenant', 'pays', 'it keeps'] : [`${amount} tenants`, 'pay', 'they keep'];
  const whys = [...new Set(felt.map(({ price }) => price.why))];
  const hidden = whys.length - mostReasons;
  const because = whys.slice(0, mostReasons).join(', ') + (hidden > 0 ? ` and ${hidden} more` : '');
  const what = reach === null ? `less than the price ${they}` : `more or less ${reach}`;
  return [
    {
      reason: `whether ${who} ${pay} ${what} is not known: ${because}`,
      figures: ['tenantsPayingLess', ...(reach === null ? [] : ['tenantsPayingMore'])],
    },
  ];
}

function mayPayBy({ currency }: TenantName, price: UnsettledPrice): boolean {
  return currency === null ? price.forAll : currency === price.currency;
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
