import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { memberOf, textOf } from '../../engine/json-fields.ts';
import { saysNothing } from './fold/says-nothing.ts';

/**
 * What a value refers to within its document, and the name of that; a value that refers to nothing, or says more than
 * that, is itself.
 */
export interface Resolved {
  readonly value: JsonObject;
  readonly reference: string | null;
}

/** Follows references until there is none. One that leads nowhere, or in a circle, comes to an empty object. */
export function resolve(document: JsonObject, value: Json | undefined): Resolved {
  let found = value;
  let reference: string | null = null;
  const seen = new Set<string>();
  while (isJsonObject(found)) {
    const { $ref, ...others } = found;
    const next = textOf($ref);
    if (next === undefined || !saysNothing(others)) return { value: found, reference };
    if (seen.has(next)) break;
    seen.add(next);
    reference = next;
    found = at(document, next);
  }
  return { value: {}, reference };
}

/** What a person calls the thing that a reference leads to: `Tenant`. */
export function nameOf(reference: string): string {
  const parts = reference.split('/');
  // A definition of a kind: `#/x-kinds/Plan/schema/$defs/price`.
  const kind = parts[1] === 'x-kinds' ? `${parts[2] ?? ''} ` : '';
  return `${kind}${parts.at(-1) ?? reference}`;
}

/** What stands at the end of a reference; undefined: nothing. */
export function at(document: JsonObject, reference: string): Json | undefined {
  const names = reference.replace(/^#\//u, '').split('/');
  return names.reduce<Json | undefined>(
    (value, name) => memberOf(value, name.replaceAll('~1', '/').replaceAll('~0', '~')),
    document,
  );
}
