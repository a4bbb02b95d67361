import type { JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import type { Keys } from '../keys.ts';
import { nameVariations } from '../variation-names.ts';
import { variantValue } from './variants.ts';

/** The variations of the flag that stands for the variants of a feature. */
export interface Variations {
  readonly body: JsonObject;
  readonly disabled: string;
  readonly nameOf: (variant: JsonObject) => string;
  /** Names of all variations that stand for a variant of this name. */
  readonly called: (variant: string) => readonly string[];
}

/** Of the flag beside the one of the feature; another than any feature's own, whatever that is called. */
export function variantsKey(feature: string, keys: Keys): string {
  return keys.of(`variants of ${feature}\0`, `${keys.of(feature)}.variant`);
}

/** By what code is handed: variants of one name with another payload are others. Undefined where there are none. */
export function variationsOf(feature: JsonObject): Variations | undefined {
  const variants = variantsOf(feature);
  if (variants.length === 0) return undefined;
  const values = new Map<string, JsonObject>([['', { name: 'disabled', enabled: false }]]);
  for (const variant of variants) values.set(JSON.stringify(variantValue(variant)), variantValue(variant));
  const list = [...values.values()];
  const names = nameVariations(
    list.map((value) => ({ value, name: textOf(value['name']) })),
    true,
  );
  const byText = new Map([...values.keys()].map((text, index) => [text, names[index] ?? '']));
  return {
    body: Object.fromEntries(names.map((name, index) => [name, list[index] ?? null])),
    disabled: byText.get('') ?? '',
    nameOf: (variant) => byText.get(JSON.stringify(variantValue(variant))) ?? '',
    called: (variant) => names.filter((_, index) => list[index]?.['name'] === variant),
  };
}

/** Those of the feature, then those of its strategies. */
function variantsOf(feature: JsonObject): readonly JsonObject[] {
  const ofStrategies = listOf(feature['strategies']).flatMap((strategy) => listOf(objectOf(strategy)['variants']));
  return [...listOf(feature['variants']), ...ofStrategies].map(objectOf);
}
