import { unitText } from '../experiments/exposures/queries.ts';

/** Bytes of a unit's text with its attribute: an index holds no more in one row. */
const longestUnit = 1500;

/**
 * Whether the database can hold what was told of a unit. RFC 3339 has leap seconds, which a Date cannot hold, and a
 * year 0; nothing that is reported was before 1970. Text is measured in characters by the schema, and in bytes here.
 */
export function isKeepable({
  at,
  by,
  unit,
}: {
  readonly at?: string;
  readonly by: string;
  readonly unit: string;
}): boolean {
  return (at === undefined || Date.parse(at) >= 0) && fitsIndex(unitText(by, unit));
}

/** Whether an index takes it: a unit with its attribute before it. */
export function fitsIndex(unit: string): boolean {
  return new TextEncoder().encode(unit).length <= longestUnit;
}
