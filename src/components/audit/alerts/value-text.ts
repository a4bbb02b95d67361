import { hash } from 'node:crypto';
import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { Json } from '../../../engine/json.ts';

/** Longer ones begin with so much of themselves, and go on with a hash that tells them apart. */
const longest = 200;
const kept = 100;

/** Control characters and halves of characters, which neither a database nor a terminal takes. */
const unfit = /[\p{Cc}\p{Cs}]/u;

/** A value that entries are grouped or told apart by, as a text of at most 200 characters; equal values, equal texts. */
export function valueText(value: Json): string {
  const text = typeof value === 'string' ? value : canonicalJson(value);
  const plain = unfit.test(text) ? JSON.stringify(text).replaceAll('\u007f', '\\u007f') : text;
  if (plain.length <= longest && !unfit.test(plain)) return plain;
  const begin = plain.slice(0, kept).replaceAll(/[\p{Cc}\p{Cs}]/gu, '?');
  return `${begin}… sha256:${hash('sha256', plain)}`;
}
