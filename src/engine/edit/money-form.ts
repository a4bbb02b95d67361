import { isJsonObject, type Json } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, dereference, propertySchema } from '../model/schema-at.ts';

/**
 * The number that says exactly what an amount of money in text says; null where no number does, and the amount
 * must stay text.
 */
export function exactNumber(text: string): number | null {
  const number = Number(text);
  const decimals = text.split('.')[1]?.length ?? 0;
  const exact = decimals <= 15 && number.toFixed(decimals) === text && !String(number).includes('e');
  return exact ? number : null;
}

/** A value with its money as numbers wherever they are exact, so that `59.00` and `"59.00"` say the same. */
export function moneyAsNumbers(value: Json, schema: ModelSchema | undefined, root: ModelSchema): Json {
  if (schema === undefined) return value;
  const own = branchFor(schema, value, root);
  if (Array.isArray(value)) return value.map((item: Json) => moneyAsNumbers(item, own.items, root));
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => [name, moneyAsNumbers(member, propertySchema(own, name), root)] as const,
    );
    return Object.fromEntries(members);
  }
  return typeof value === 'string' && isMoney(own, root) ? (exactNumber(value) ?? value) : value;
}

export function isMoney(schema: ModelSchema | undefined, root: ModelSchema): boolean {
  return schema !== undefined && dereference(schema, root)['x-money'] !== undefined;
}
