import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import type { Subject } from '../draft.ts';
import type { FeaturePlace } from './feature-place.ts';
import { variationsOf, variantsKey } from './variations.ts';

/**
 * The features that must be enabled, or disabled, or serving a variant. What is never met there
 * is settled here, and said: a feature that is missing, or that depends on others itself.
 */
export function dependenciesOf(
  name: string,
  feature: JsonObject,
  { draft, features, keys }: FeaturePlace,
  subject: Subject,
): JsonObject | 'never' {
  const prerequisites = new Map<string, Json>();
  for (const dependency of listOf(feature['dependencies']).map(objectOf)) {
    const parent = textOf(dependency['feature']) ?? '';
    const source = features.get(parent);
    if (source === undefined || listOf(source['dependencies']).length > 0 || parent === name) {
      draft.note(
        'import/prerequisite-settled',
        subject,
        `It depends on \`${parent}\`, which is missing or depends on others: it is off.`,
      );
      return 'never';
    }
    const variants = textsOf(dependency['variants']);
    if (dependency['enabled'] === false) {
      prerequisites.set(keys.of(parent), 'off');
      continue;
    }
    if (variants.length === 0) {
      prerequisites.set(keys.of(parent), 'on');
      continue;
    }
    const variations = variationsOf(source);
    // Enabled and without a variant, which is the one called disabled.
    const isNone = variants.includes('disabled');
    if (isNone) prerequisites.set(keys.of(parent), 'on');
    const wanted = new Set(variants.flatMap((variant) => variations?.called(variant) ?? []));
    if (wanted.size === 0 && !isNone) return 'never';
    if (wanted.size > 0) prerequisites.set(variantsKey(parent, keys), [...wanted]);
  }
  return Object.fromEntries(prerequisites);
}
