import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, numberOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import { any, type Condition, isOneOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { contextField, withOtherTypes } from './constraints.ts';

const variantSeed = 86_028_157;

export interface DealtVariants {
  /** Those who are given a variant by name. */
  readonly overrides: readonly { readonly if: Condition; readonly serve: string }[];
  /** In order: whoever has nothing to be dealt by goes on to the next. */
  readonly serves: readonly Json[];
  readonly heaviest: string;
}

/** What code is handed by `getVariant`, so that it can go on reading it in the same way. */
export function variantValue(variant: JsonObject): JsonObject {
  const { name, payload } = variant;
  return {
    ...(name === undefined ? {} : { name }),
    enabled: true,
    ...(payload === undefined || payload === null ? {} : { payload }),
  };
}

export interface VariantPlace {
  readonly group: string;
  readonly nameOf: (variant: JsonObject) => string;
  /** By what they are dealt; where that is random, or nothing, lots are drawn. */
  readonly stickiness: string;
  /** Lots are drawn there. */
  readonly random: () => void;
}

/** @throws Inexpressible */
export function dealtVariants(variants: readonly JsonObject[], place: VariantPlace): DealtVariants | undefined {
  const { group, nameOf } = place;
  const weighted = variants.map((variant) => ({
    name: nameOf(variant),
    weight: numberOf(variant['weight']) ?? Number.NaN,
  }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return undefined;
  if (
    // Of one that has no weight too.
    !Number.isInteger(total) ||
    total > 100_000 ||
    weighted.some(({ weight }) => !Number.isInteger(weight) || weight < 0)
  )
    throw new Inexpressible('the weights of its variants are no whole numbers');
  const overrides = variants.flatMap((variant) => {
    const condition = any(listOf(variant['overrides']).map((one) => overrideCondition(objectOf(one))));
    return condition === false ? [] : [{ if: condition, serve: nameOf(variant) }];
  });
  const dealt = weighted.filter(({ weight }) => weight > 0);
  const [only] = dealt;
  const { name: heaviest = '' } = dealt.toSorted((left, right) => right.weight - left.weight)[0] ?? {};
  if (dealt.length === 1 && only !== undefined) return { overrides, serves: [only.name], heaviest };
  if (group === '') throw new Inexpressible('its variants are dealt without a group');
  let sum = 0;
  let from = 0;
  const rollout = dealt.map(({ name, weight }) => {
    sum += weight;
    const upTo = Math.round((sum * 100_000) / total);
    const percent = (upTo - from) / 1000;
    from = upTo;
    return { serve: name, percent };
  });
  const serves = unitsOf(place).map((by) => ({
    rollout,
    by,
    salt: group,
    seed: variantSeed,
    hash: 'unleash',
    ...(total === 1000 ? {} : { buckets: total }),
  }));
  return { overrides, serves, heaviest };
}

/** By what is dealt; of several the first that is there. @throws Inexpressible */
function unitsOf({ random, stickiness }: VariantPlace): readonly string[] {
  if (stickiness === 'default') return ['user.key', 'user.sessionId', 'user.remoteAddress'];
  if (stickiness !== '' && stickiness !== 'random') return [contextField(stickiness)];
  random();
  return ['user.key'];
}

function overrideCondition(override: JsonObject): Condition {
  const values = textsOf(listOf(override['values']) as Json);
  return isOneOf(contextField(textOf(override['contextName']) ?? ''), withOtherTypes(values));
}
