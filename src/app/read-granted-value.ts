import type { Json } from '../engine/json.ts';

/** What a plan would say of an entitlement, as somebody types it: JSON where it is such, else a text. */
export function readGrantedValue(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
