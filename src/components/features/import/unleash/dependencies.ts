import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import type { Subject } from '../draft.ts';
import type { Keys } from '../keys.ts';
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
  const prerequisites = new Map<string, readonly string[]>();
  for (const dependency of listOf(feature['dependencies']).map(objectOf)) {
    const parent = textOf(dependency['feature']) ?? '';
    const source = features.get(parent);
    const settled = (why: string): 'never' => {
      draft.note('import/prerequisite-settled', subject, `It depends on \`${parent}\`, which ${why}: it is off.`);
      return 'never';
    };
    if (source === undefined || listOf(source['dependencies']).length > 0 || parent === name)
      return settled('is missing or depends on others');
    // What several dependencies ask of one feature must all hold.
    for (const [key, wanted] of askedBy(dependency, parent, source, keys)) {
      const left = prerequisites.get(key)?.filter((one) => wanted.includes(one)) ?? wanted;
      if (left.length === 0) return settled('is never as it asks');
      prerequisites.set(key, left);
    }
  }
  return Object.fromEntries(
    [...prerequisites].map(([key, [only = '', ...others]]): [string, Json] => [
      key,
      others.length === 0 ? only : [only, ...others],
    ]),
  );
}

/** Flags, each with the variations of which it must serve one: the feature's own, and that of its variants. */
function askedBy(
  dependency: JsonObject,
  parent: string,
  source: JsonObject,
  keys: Keys,
): readonly (readonly [string, readonly string[]])[] {
  const key = keys.of(parent);
  if (dependency['enabled'] === false) return [[key, ['off']]];
  if (listOf(dependency['variants']).length === 0) return [[key, ['on']]];
  const variants = textsOf(dependency['variants']);
  const variations = variationsOf(source);
  const wanted = new Set(variants.flatMap((variant) => variations?.called(variant) ?? []));
  // Enabled and without a variant has the one called disabled.
  const isNone = variants.includes('disabled');
  if (variations === undefined) return [[key, isNone ? ['on'] : []]];
  return [...(isNone ? [[key, ['on']] as const] : []), [variantsKey(parent, keys), [...wanted]]];
}
