import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { valueAt } from '../pointer.ts';
import type { FieldEdit } from './field-edit.ts';

/** The value of a document after edits. Mappings of overlays that are left empty go too where nothing needs them. */
export function editedValue(document: JsonObject, edits: readonly FieldEdit[]): JsonObject {
  let value: JsonObject = document;
  for (const { path, value: wanted } of edits) value = edited(value, path, wanted);
  for (const { path, value: wanted } of edits)
    if (wanted === undefined && path[0] === 'environments') value = withoutEmpty(value, path.slice(0, -1));
  return value;
}

function edited(object: JsonObject, path: readonly string[], wanted: Json | undefined): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const present = Object.hasOwn(object, name) ? object[name] : undefined;
  if (rest.length === 0) return wanted === undefined ? without(object, name) : { ...object, [name]: wanted };
  if (wanted === undefined && !isJsonObject(present)) return object;
  return { ...object, [name]: edited(isJsonObject(present) ? present : {}, rest, wanted) };
}

/**
 * Takes away what is an empty mapping at `path` of an overlay, and around it. Where the document has no mapping in
 * that place, the empty one stays: without it the field would be gone, or what the document has would shine through.
 */
function withoutEmpty(document: JsonObject, path: readonly string[]): JsonObject {
  const present = valueAt(document, path);
  if (path.length === 0 || !isJsonObject(present) || Object.keys(present).length > 0) return document;
  if (!isJsonObject(valueAt(document, path.slice(2)))) return document;
  return withoutEmpty(edited(document, path, undefined), path.slice(0, -1));
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([member]) => member !== name));
}
