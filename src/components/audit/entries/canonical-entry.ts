import canonicalize from 'canonicalize';
import type { Json } from '../../../engine/json.ts';

/**
 * The one text of a value: JSON by RFC 8785. What no JSON can carry faithfully, such as half of a surrogate pair, is
 * replaced first, since an entry is never refused for what it says.
 */
export function canonicalText(value: Json | object): string {
  const text = canonicalize(wellFormed(value));
  if (text === undefined) throw new RangeError('an entry is an object');
  return text;
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
