import type { Json } from '../../../engine/json.ts';
import { instantMilliseconds } from '../../../engine/values/instant.ts';

/** Milliseconds since 1970; undefined where nothing is written. */
export function instantOf(value: Json | undefined): number | undefined {
  return typeof value === 'string' ? instantMilliseconds(value) : undefined;
}
