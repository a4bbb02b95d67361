import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { parsePointer, valueAt } from '../pointer.ts';
import type { NumberTexts } from '../source/number-texts.ts';

/**
 * An RFC 7386 merge patch: fields of `patch` replace those of `base`, mappings are merged, lists and
 * everything else replaced whole, null removes. Numbers keep the digits they were written with.
 */
function mergePatch(base: Json, patch: Json, texts: NumberTexts): Json {
  return isJsonObject(patch) ? mergeObjects(isJsonObject(base) ? base : {}, patch, texts) : patch;
}

export function mergeObjects(base: JsonObject, patch: JsonObject, texts: NumberTexts): JsonObject {
  const merged: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(base)) {
    if (Object.hasOwn(patch, key)) continue;
    merged[key] = value;
    texts.copy(base, key, merged);
  }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) continue;
    merged[key] = mergePatch(Object.hasOwn(base, key) ? (base[key] ?? null) : null, value, texts);
    texts.copy(patch, key, merged);
  }
  return merged;
}

/**
 * Whether what stands at a place of the merged document was written in the overlay. A place that does
 * not exist belongs to the overlay when that removed it, or when all of what it is missing from was
 * written there.
 */
export function comesFromOverlay(base: JsonObject, patch: JsonObject, pointer: string): boolean {
  const segments = parsePointer(pointer);
  if (segments.length === 0) return false;
  if (valueAt(patch, segments) === undefined) return false;
  const written = valueAt(base, segments);
  // A mapping that both write belongs to the base, unless the overlay alone says what it holds.
  return !(isJsonObject(written) && isJsonObject(valueAt(patch, segments)));
}
