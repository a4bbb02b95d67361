import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** The value as JSON would carry it: `undefined` members dropped, classes and methods gone. */
export function toJson(value: unknown): Json {
  const parsed: Json = JSON.parse(JSON.stringify(value ?? null));
  return parsed;
}

/** {@link toJson} for values known to be objects. */
export function toJsonObject(value: object): JsonObject {
  const json = toJson(value);
  return isJsonObject(json) ? json : {};
}
