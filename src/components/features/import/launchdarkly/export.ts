import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { entriesOf, listOf, memberOf, objectOf, textOf } from '../../../../engine/json-fields.ts';

/** A flag in one environment, whichever form it came in. */
export interface SourceFlag {
  readonly key: string;
  /** What is the same in all environments: variations, name, tags. */
  readonly flag: JsonObject;
  /** State, targets and rules. */
  readonly rules: JsonObject;
}

export interface SourceExport {
  readonly flags: readonly SourceFlag[];
  readonly segments: ReadonlyMap<string, JsonObject>;
  /** Of the export; none in the SDK's form, which is of one environment. */
  readonly environments: readonly string[];
}

/**
 * The list of flags that the REST API gives (`items`, each with its `environments`), or the form that SDKs read
 * (`flags`, `flagValues` and `segments` by key). Segments may stand beside either, as a list or by key. Null: neither of
 * the two.
 */
export function readExport(exported: Json, environment: string | undefined): SourceExport | null {
  const source = objectOf(exported);
  const segments = segmentsIn(source['segments']);
  const items = Array.isArray(source['items']) ? source['items'] : Array.isArray(exported) ? exported : undefined;
  if (items !== undefined) return fromApi(items.filter(isJsonObject), segments, environment);
  if (!isJsonObject(source['flags']) && !isJsonObject(source['flagValues'])) return null;
  const flags = [...entriesOf(source['flags']), ...entriesOf(source['flagValues']).map(constant)]
    .filter(([, flag]) => objectOf(flag)['deleted'] !== true)
    .map(([key, flag]) => ({ key, flag: objectOf(flag), rules: objectOf(flag) }));
  return { flags, segments, environments: [] };
}

/** Everybody is served the one value. */
function constant([key, value]: readonly [string, Json]): readonly [string, Json] {
  return [key, { key, on: true, variations: [value], fallthrough: { variation: 0 } }];
}

function fromApi(
  items: readonly JsonObject[],
  segments: SourceExport['segments'],
  wanted: string | undefined,
): SourceExport {
  const environments = [...new Set(items.flatMap((flag) => Object.keys(objectOf(flag['environments']))))].toSorted();
  const [only] = environments;
  const environment = wanted ?? (environments.length === 1 ? only : undefined);
  const flags = items.flatMap((flag) => {
    const rules = environment === undefined ? undefined : memberOf(flag['environments'], environment);
    const key = textOf(flag['key']);
    return key === undefined || !isJsonObject(rules) ? [] : [{ key, flag, rules }];
  });
  return { flags, segments, environments };
}

function segmentsIn(value: Json | undefined): SourceExport['segments'] {
  const list = Array.isArray(value) ? value : Object.values(objectOf(value));
  const items = [...listOf(list), ...listOf(objectOf(value)['items'])].filter(isJsonObject);
  return new Map(
    items.flatMap((segment) => {
      const key = textOf(segment['key']);
      return key === undefined || segment['deleted'] === true ? [] : [[key, segment] as const];
    }),
  );
}
