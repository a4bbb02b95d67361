/** Any value that JSON can carry. Configuration, changesets and API bodies are made of these. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Keys are unordered; use {@link canonicalJson} where bytes matter. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for a plain JSON object, false for null, arrays and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
