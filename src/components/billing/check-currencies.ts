import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, memberOf, objectOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import type { BillingFinding } from './findings.ts';

interface PriceTable {
  /** Where it stands. */
  readonly pointer: string;
  readonly prices: JsonObject;
  /** Prices differ by billing cycle as well. */
  readonly hasCycles: boolean;
}

/**
 * A plan sold in a currency prices everything in it: a tenant that pays in rupees could otherwise not be
 * charged for its seats or its usage. A plan without a fixed price is agreed by hand and is not checked.
 */
export function currencyFindings(plan: JsonObject): readonly BillingFinding[] {
  const sold = entriesOf(plan['prices']);
  return priceTables(plan).flatMap((table) => sold.flatMap(([currency, cycles]) => missingIn(table, currency, cycles)));
}

function missingIn(
  { pointer, prices, hasCycles }: PriceTable,
  currency: string,
  cycles: Json,
): readonly BillingFinding[] {
  const own = memberOf(prices, currency);
  if (own === undefined) {
    const message = `The plan is sold in ${currency}, but this has no price in ${currency}.`;
    const because = [pointer, childPointer('/prices', currency)];
    return [{ code: 'billing/currency-missing', pointer, atKey: true, because, message }];
  }
  if (!hasCycles) return [];
  return Object.keys(objectOf(cycles))
    .filter((cycle) => memberOf(own, cycle) === undefined)
    .map((cycle) => ({
      code: 'billing/currency-missing',
      pointer: childPointer(pointer, currency),
      atKey: true,
      because: [childPointer(pointer, currency), childPointer(childPointer('/prices', currency), cycle)],
      message: `The plan has a price that is ${cycle} in ${currency}, but this has none.`,
    }));
}

function priceTables(plan: JsonObject): readonly PriceTable[] {
  const tables: { pointer: string; value: Json | undefined; hasCycles: boolean }[] = [
    { pointer: '/seats/prices', value: objectOf(plan['seats'])['prices'], hasCycles: true },
  ];
  for (const [meter, value] of entriesOf(plan['usage'])) {
    const at = childPointer('/usage', meter);
    const price = objectOf(value);
    tables.push({ pointer: childPointer(at, 'prices'), value: price['prices'], hasCycles: false });
    for (const [index, tier] of listOf(price['tiers']).entries()) {
      for (const part of ['prices', 'flat']) {
        tables.push({ pointer: `${at}/tiers/${index}/${part}`, value: objectOf(tier)[part], hasCycles: false });
      }
    }
  }
  return tables
    .filter(({ value }) => value !== undefined)
    .map(({ pointer, value, hasCycles }) => ({ pointer, prices: objectOf(value), hasCycles }));
}
