import { createHash } from 'node:crypto';
import type { Json } from './json.ts';

/**
 * JSON with object keys in code-unit order and no white space: equal values give equal bytes.
 * Numbers are written as JavaScript writes them, which is what RFC 8785 asks for.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as { readonly [key: string]: Json };
  const members = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** sha256 of the canonical JSON, in hexadecimal: the identity of a value. */
export function hashJson(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
