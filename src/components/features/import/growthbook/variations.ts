import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf } from '../../../../engine/json-fields.ts';
import { isOfOneType, nameVariations } from '../variation-names.ts';

/** The values of a feature by name; null is none, since code then takes its own default. */
export interface Variations {
  readonly body: JsonObject;
  nameOf(value: Json | undefined): string | undefined;
  readonly isOfOneType: boolean;
}

export function variationsOf(feature: JsonObject, mayBeOff: boolean): Variations {
  const values = new Map<string, Json>();
  for (const value of valuesOf(feature)) if (value !== null) values.set(canonicalJson(value), value);
  const all = [...values.values()];
  const names = nameVariations(
    all.map((value) => ({ value })),
    mayBeOff,
  );
  const byValue = new Map([...values.keys()].map((text, index) => [text, names[index]]));
  return {
    body: Object.fromEntries(names.map((name, index) => [name, all[index] ?? null])),
    nameOf: (value) => (value === undefined || value === null ? undefined : byValue.get(canonicalJson(value))),
    isOfOneType: isOfOneType(all),
  };
}

function valuesOf(feature: JsonObject): readonly Json[] {
  const { defaultValue = null } = feature;
  const ofRules = listOf(feature['rules']).flatMap((rule) => {
    const { force = null, variations } = objectOf(rule);
    return [force, ...listOf(variations)];
  });
  return [defaultValue, ...ofRules];
}
