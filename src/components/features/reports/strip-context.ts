import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, memberOf } from '../../../engine/json-fields.ts';
import type { SensitiveAttributes } from '../evaluation/ruleset.ts';

/** Largest context that is kept, in bytes of JSON. */
const largestContext = 8192;

/**
 * The context without sensitive attributes, the key of a kind among them where it is one. Kinds without a key are kept,
 * as flags may look at them.
 */
export function withoutSensitive(context: JsonObject, sensitive: SensitiveAttributes): JsonObject {
  return Object.fromEntries(
    entriesOf(context).map(([kind, attributes]) => {
      const secret = new Set(Object.hasOwn(sensitive, kind) ? sensitive[kind] : []);
      return [kind, Object.fromEntries(entriesOf(attributes).filter(([name]) => !secret.has(name)))];
    }),
  );
}

export function isTooLarge(context: JsonObject): boolean {
  return new TextEncoder().encode(JSON.stringify(context)).length > largestContext;
}

/** Kinds and keys, by kind: who it is, whatever else is said of them. Empty where nobody is named. */
export function identityOf(context: JsonObject): readonly (readonly [kind: string, key: string])[] {
  return entriesOf(context)
    .flatMap(([kind, attributes]): readonly (readonly [string, string])[] => {
      const key = memberOf(attributes, 'key');
      return typeof key === 'string' && key !== '' ? [[kind, key]] : [];
    })
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
}
