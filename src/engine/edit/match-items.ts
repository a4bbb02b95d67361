import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json } from '../json.ts';

/**
 * For each item of the list as it is to be, the place of the one it comes from: the item with the same value or the
 * same `x-list-key`; then, among the rest and in their order, an item without a key that still has a field in common.
 * Undefined for what is new.
 */
export function matchItems(
  before: readonly Json[],
  after: readonly Json[],
  listKey: string | undefined,
): readonly (number | undefined)[] {
  const free = new Set(before.keys());
  const matches: (number | undefined)[] = after.map(() => undefined);
  const pass = (identity: (item: Json) => string | undefined): void => {
    const places = new Map<string, number[]>();
    for (const place of free) {
      const name = identity(before[place] ?? null);
      if (name !== undefined) places.set(name, [...(places.get(name) ?? []), place]);
    }
    for (const [index, item] of after.entries()) {
      const name = matches[index] === undefined ? identity(item) : undefined;
      const place = name === undefined ? undefined : places.get(name)?.shift();
      if (place === undefined) continue;
      matches[index] = place;
      free.delete(place);
    }
  };
  pass(canonicalJson);
  if (listKey !== undefined) pass((item) => keyOf(item, listKey));
  for (const [index, item] of after.entries()) {
    if (matches[index] !== undefined || !isJsonObject(item)) continue;
    const place = [...free].find((one) => isLike(before[one] ?? null, item, listKey));
    if (place === undefined) continue;
    matches[index] = place;
    free.delete(place);
  }
  return matches;
}

function keyOf(item: Json, listKey: string): string | undefined {
  const key = isJsonObject(item) ? item[listKey] : undefined;
  return key === undefined ? undefined : canonicalJson(key);
}

function isLike(left: Json, right: Json, listKey: string | undefined): boolean {
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  if (listKey !== undefined && (keyOf(left, listKey) ?? keyOf(right, listKey)) !== undefined) return false;
  return Object.entries(left).some(
    ([name, value]) => Object.hasOwn(right, name) && canonicalJson(value) === canonicalJson(right[name] ?? null),
  );
}
