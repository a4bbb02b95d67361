import type { Json, JsonObject } from '../../../engine/json.ts';
import { listOf } from '../../../engine/json-fields.ts';
import { bothSchemas } from './both-schemas.ts';

/** The keywords that say what a list that fits both may hold. Where the one names no item, it stands for `items` there too. */
export function mergeItems(one: JsonObject, other: JsonObject): JsonObject {
  const [first, second] = [listOf(one['prefixItems']), listOf(other['prefixItems'])];
  const prefixItems = Array.from({ length: Math.max(first.length, second.length) }, (_, index) =>
    bothSchemas(first[index] ?? itemsOf(one), second[index] ?? itemsOf(other)),
  );
  return {
    ...('items' in one || 'items' in other ? { items: bothSchemas(itemsOf(one), itemsOf(other)) } : {}),
    ...(prefixItems.length > 0 ? { prefixItems } : {}),
  };
}

function itemsOf({ items = true }: JsonObject): Json {
  return items;
}
