import type { Json, JsonObject } from '../../../../engine/json.ts';
import { isJsonObject } from '../../../../engine/json.ts';
import { listOf, numberOf, objectOf } from '../../../../engine/json-fields.ts';
import { Inexpressible } from '../inexpressible.ts';
import { pathOf } from '../condition.ts';
import { attributeOf, contextKindOf } from './references.ts';

/** The name of a variation by its number. @throws Inexpressible where there is none of that number */
export function variationNamed(index: Json | undefined, names: readonly string[]): string {
  const name = typeof index === 'number' ? names[index] : undefined;
  if (name === undefined) throw new Inexpressible('it serves a variation that does not exist');
  return name;
}

/** A `variation` or a `rollout`, as rules and fallthroughs have them. @throws Inexpressible */
export function servingOf(source: JsonObject, names: readonly string[]): Json {
  const { variation = null } = source;
  if (variation !== null) return variationNamed(variation, names);
  if (!isJsonObject(source['rollout'])) throw new Inexpressible('it serves nothing');
  return rolloutOf(source['rollout'], names);
}

function rolloutOf(rollout: JsonObject, names: readonly string[]): Json {
  const isExperiment = isExperimental(rollout);
  const kind = rollout['contextKind'];
  const by = rollout['bucketBy'];
  const { seed = 0 } = rollout;
  if (seed !== null && !isSeed(seed)) throw new Inexpressible('its seed is no whole number');
  const parts = partsOf(listOf(rollout['variations']).map(objectOf), names);
  const [only] = parts;
  if (only === undefined) throw new Inexpressible('it rolls out nothing');
  if (parts.length === 1) return only.serve;
  return {
    rollout: parts.map(({ serve, weight }) => ({ serve, percent: weight / 1000 })),
    by: isExperiment || by === undefined || by === '' ? pathOf(contextKindOf(kind), ['key']) : attributeOf(by, kind),
    ...(seed === 0 || seed === null ? {} : { seed }),
  };
}

/** The API does not say the kind, but what is allocated to whom. */
export function isExperimental({ experimentAllocation = null, kind }: JsonObject): boolean {
  return kind === 'experiment' || (kind === undefined && experimentAllocation !== null);
}

function isSeed(seed: Json): boolean {
  return typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff;
}

interface Part {
  readonly serve: string;
  readonly weight: number;
}

/** In weights of a thousandth of a percent; the last takes what the others leave. */
function partsOf(written: readonly JsonObject[], names: readonly string[]): readonly Part[] {
  let left = 100_000;
  return written
    .map((part, index) => {
      const serve = variationNamed(part['variation'], names);
      const weight = numberOf(part['weight']);
      if (weight === undefined || !Number.isInteger(weight) || weight < 0)
        throw new Inexpressible('a weight is no whole number');
      const taken = index === written.length - 1 ? left : Math.min(left, weight);
      left -= taken;
      return { serve, weight: taken };
    })
    .filter(({ weight }) => weight > 0);
}
