import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FieldEdit } from './field-edit.ts';

/** The value of a document after edits. Mappings of overlays that are left empty go too. */
export function editedValue(document: JsonObject, edits: readonly FieldEdit[]): JsonObject {
  let value: JsonObject = document;
  for (const { path, value: wanted } of edits) value = edited(value, path, wanted, path[0] === 'environments');
  return value;
}

function edited(object: JsonObject, path: readonly string[], wanted: Json | undefined, inOverlay: boolean): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const present = Object.hasOwn(object, name) ? object[name] : undefined;
  if (rest.length === 0) return wanted === undefined ? without(object, name) : { ...object, [name]: wanted };
  if (wanted === undefined && !isJsonObject(present)) return object;
  const member = edited(isJsonObject(present) ? present : {}, rest, wanted, inOverlay);
  const isLeftEmpty = wanted === undefined && inOverlay && Object.keys(member).length === 0;
  return isLeftEmpty ? without(object, name) : { ...object, [name]: member };
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([member]) => member !== name));
}
