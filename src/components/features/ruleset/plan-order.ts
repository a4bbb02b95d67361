import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, memberOf, numberOf, objectOf } from '../../../engine/json-fields.ts';
import { compareDecimals, type Decimal, parseDecimal } from '../../../engine/values/decimal.ts';

/** A live plan, as billing describes it. */
export interface PlanBody {
  readonly key: string;
  readonly body: JsonObject;
}

/**
 * Keys of the plans that are on sale, lowest first: by rank, then by price, then by key. Plans with a rank go before
 * those without, and a price that is agreed with each tenant is the highest.
 */
export function plansInOrder(plans: readonly PlanBody[]): readonly string[] {
  const onSale = plans.filter(({ body }) => (body['state'] ?? 'active') === 'active');
  const currency = commonCurrency(onSale);
  return onSale
    .map(({ body, key }) => ({ key, rank: numberOf(body['rank']) ?? Infinity, price: yearly(body, currency) }))
    .toSorted(
      (left, right) =>
        compareNumbers(left.rank, right.rank) ||
        comparePrices(left.price, right.price) ||
        (left.key < right.key ? -1 : 1),
    )
    .map(({ key }) => key);
}

/** The one most plans have a price in, so that most can be compared. */
function commonCurrency(plans: readonly PlanBody[]): string | undefined {
  const uses = new Map<string, number>();
  for (const { body } of plans)
    for (const [currency] of entriesOf(body['prices'])) uses.set(currency, (uses.get(currency) ?? 0) + 1);
  const [most] = [...uses].toSorted(
    ([left, leftUses], [right, rightUses]) => rightUses - leftUses || (left < right ? -1 : 1),
  );
  return most?.[0];
}

/** The price of a year, which both cycles have without a fraction. */
function yearly(body: JsonObject, currency: string | undefined): Decimal | null {
  const cycles = objectOf(currency === undefined ? undefined : memberOf(body['prices'], currency));
  const [monthly, annual] = [decimalOf(cycles['monthly']), decimalOf(cycles['annual'])];
  return monthly === null ? annual : { digits: monthly.digits * 12n, scale: monthly.scale };
}

function decimalOf(value: unknown): Decimal | null {
  return typeof value === 'string' || typeof value === 'number' ? parseDecimal(String(value)) : null;
}

function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function comparePrices(left: Decimal | null, right: Decimal | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareDecimals(left, right);
}
