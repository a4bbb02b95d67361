import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { memberOf, numberOf, textOf, textsOf } from '../../../../engine/json-fields.ts';

/** What one plan grants of an entitlement, in a form that two can be compared in. Null: nothing. */
export type Granted =
  | { readonly type: 'switch' }
  | {
      readonly type: 'amount';
      /** The least that must be taken, 0 but for ranges. */
      readonly min: number;
      /** Infinity: unlimited. */
      readonly max: number;
      /** 0: refuse, 1: bill, 2: allow. */
      readonly beyond: number;
      readonly resets: string;
    }
  | { readonly type: 'custom'; readonly level: string; readonly levels: readonly string[] };

export function grantedBy(body: JsonObject | null, plan: string): Granted | null {
  return grantedAs(body, memberOf(body?.['plans'], plan));
}

/** What a value grants, as a plan or an override writes it; undefined, and what does not fit the type: nothing. */
export function grantedAs(body: JsonObject | null, value: Json | undefined): Granted | null {
  if (body === null || value === undefined || !fitsType(body, value)) return null;
  switch (body['type']) {
    case 'switch':
      return value === true ? { type: 'switch' } : null;
    case 'quantity':
    case 'range':
      return amountOf(value, body);
    default:
      return typeof value === 'string' ? { type: 'custom', level: value, levels: textsOf(body['levels']) } : null;
  }
}

/**
 * Whether the value is one of the entitlement's type at all. Plans are checked with the files; an override was made for
 * an entitlement that may have been deleted since, and made anew as another type.
 */
export function fitsType(body: JsonObject, value: Json): boolean {
  switch (body['type']) {
    case 'switch':
      return typeof value === 'boolean';
    case 'quantity':
      return typeof value === 'number' || value === 'unlimited' || memberOf(value, 'limit') !== undefined;
    case 'range':
      return isJsonObject(value) && value['limit'] === undefined;
    default:
      return typeof value === 'string';
  }
}

const beyond: readonly string[] = ['refuse', 'bill', 'allow'];

/** Nothing of something that cannot be exceeded is the same as not to have it. */
function amountOf(value: Json, body: JsonObject): Granted | null {
  const written = isJsonObject(value) ? value : { limit: value };
  const max = limitIn(value);
  const exceeded = beyond.indexOf(textOf(written['whenExceeded']) ?? textOf(body['whenExceeded']) ?? 'refuse');
  if (max === 0 && exceeded === 0) return null;
  return {
    type: 'amount',
    min: numberOf(written['min']) ?? 0,
    max,
    beyond: exceeded,
    resets: textOf(body['resets']) ?? 'period',
  };
}

/** The most of a quantity or range, as written on a plan; Infinity: unlimited. */
export function limitIn(value: Json): number {
  const { limit, max } = isJsonObject(value) ? value : { limit: value };
  return numberOf(limit ?? max ?? 'unlimited') ?? Number.POSITIVE_INFINITY;
}
