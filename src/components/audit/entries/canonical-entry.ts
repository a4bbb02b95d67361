import canonicalize from 'canonicalize';
import type { Json } from '../../../engine/json.ts';

/**
 * The one text of a value: JSON by RFC 8785. What no JSON can carry faithfully, such as half of a surrogate pair, is
 * replaced first, since an entry is never refused for what it says.
 */
export function canonicalText(value: Json | object): string {
  const text = faithful(value) ?? canonicalize(wellFormed(value));
  if (text === undefined) throw new RangeError('an entry is an object');
  return text;
}

/** Undefined for what no JSON can carry, which is rare: to look for it beforehand would cost as much as to write. */
function faithful(value: Json | object): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key.toWellFormed(), wellFormed(member)] as const],
    ),
  );
}
