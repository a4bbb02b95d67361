import type { Json } from '../evaluation/json.ts';
import { momentOf } from '../evaluation/values/dates.ts';

/** Milliseconds since 1970; undefined where nothing is written. */
export function instantOf(value: Json | undefined): number | undefined {
  const moment = typeof value === 'string' ? momentOf(value) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
