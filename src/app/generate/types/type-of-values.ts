import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import type { TypeReference } from '../../../generate/sdk/api-description.ts';

/**
 * The narrowest type that has all these values and that a reader would write: the texts themselves, any number, true and
 * false, lists of whatever their members are, and one object with the fields of all. A field that some objects lack is
 * optional.
 */
export function typeOfValues(values: readonly Json[]): TypeReference {
  const objects = values.filter(isJsonObject);
  const lists = values.filter((value): value is readonly Json[] => Array.isArray(value));
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))];
  const arms: readonly TypeReference[] = [
    ...texts.map((value) => ({ kind: 'literal', value }) as const),
    ...(values.some((value) => typeof value === 'number') ? [{ kind: 'number' } as const] : []),
    ...(values.some((value) => typeof value === 'boolean') ? [{ kind: 'boolean' } as const] : []),
    ...(lists.length === 0 ? [] : [{ kind: 'list', items: typeOfValues(lists.flat()) } as const]),
    ...(objects.length === 0 ? [] : [typeOfObjects(objects)]),
  ];
  const isNullable = values.includes(null);
  if (arms.length === 0) return isNullable ? { kind: 'null' } : { kind: 'json' };
  const [only] = arms;
  const type: TypeReference = only !== undefined && arms.length === 1 ? only : { kind: 'union', members: arms };
  return isNullable ? { kind: 'nullable', of: type } : type;
}

function typeOfObjects(objects: readonly JsonObject[]): TypeReference {
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (names.length === 0) return { kind: 'map', values: { kind: 'json' } };
  const fields = names.map((name) => {
    const having = objects.filter((object) => Object.hasOwn(object, name));
    return {
      name,
      type: typeOfValues(having.map((object) => object[name] ?? null)),
      isRequired: having.length === objects.length,
    };
  });
  return { kind: 'object', fields };
}
