import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';

export interface UnleashExport {
  /** In the form that SDKs read: each with `strategies`, `variants` and `dependencies`. */
  readonly features: readonly JsonObject[];
  readonly segments: ReadonlyMap<string, JsonObject>;
  readonly environments: readonly string[];
  /** Names of the features that have strategies, of which none is handed to SDKs. */
  readonly onlyDisabled: ReadonlySet<string>;
}

/**
 * What SDKs read (`features` with their strategies), or the export of the admin API, which keeps features,
 * `featureEnvironments` and `featureStrategies` apart. Null: neither of the two.
 */
export function readExport(exported: Json, wanted: string | undefined): UnleashExport | null {
  const source = objectOf(exported);
  if (!Array.isArray(source['features'])) return null;
  const features = source['features'].filter(isJsonObject);
  const segments = new Map(
    listOf(source['segments'])
      .filter(isJsonObject)
      .map((segment) => [idText(segment['id']), segment]),
  );
  const inEnvironments = listOf(source['featureEnvironments']).map(objectOf);
  if (source['featureEnvironments'] === undefined)
    return { features, segments, environments: [], onlyDisabled: new Set() };
  const environments = [...new Set(inEnvironments.flatMap(({ environment }) => textOf(environment) ?? []))].toSorted();
  const environment = wanted ?? environments[0];
  const written = listOf(source['featureStrategies'])
    .map(objectOf)
    .filter((one) => isOf(one, environment));
  // Those that are disabled are never handed to SDKs.
  const strategies = written.filter((one) => one['disabled'] !== true);
  const namesOf = (some: readonly JsonObject[]) => some.map((one) => textOf(one['featureName']) ?? '');
  const handed = new Set(namesOf(strategies));
  const asked = strategies.flatMap((strategy) => listOf(strategy['segments']).map(idText));
  const dependencies = listOf(source['dependencies']).map(objectOf);
  return {
    environments,
    onlyDisabled: new Set(namesOf(written).filter((name) => !handed.has(name))),
    // What is asked for and not listed there is missing here, and not there.
    segments: new Map([...asked.map((id): [string, JsonObject] => [id, {}]), ...segments]),
    features: features.map((feature) => {
      const name = feature['name'];
      const isOfIt = ({ featureName }: JsonObject): boolean => featureName === name;
      const isHere = (one: JsonObject): boolean => isOfIt(one) && isOf(one, environment);
      const here = inEnvironments.find(isHere) ?? {};
      const own = dependencies
        .filter(({ feature: of }) => of === name)
        .flatMap(({ dependencies: list }) => listOf(list));
      return {
        ...feature,
        enabled: here['enabled'] === true,
        strategies: strategies.filter(isOfIt).toSorted((left, right) => sortOrder(left) - sortOrder(right)),
        variants: here['variants'] ?? feature['variants'] ?? [],
        ...(own.length === 0 ? {} : { dependencies: own }),
      };
    }),
  };
}

function isOf(one: JsonObject, environment: string | undefined): boolean {
  return one['environment'] === undefined || one['environment'] === environment;
}

/** Numbers, mostly. */
export function idText(id: Json | undefined): string {
  return typeof id === 'number' ? String(id) : (textOf(id) ?? '');
}

function sortOrder(strategy: JsonObject): number {
  return typeof strategy['sortOrder'] === 'number' ? strategy['sortOrder'] : 0;
}
