import type { Json } from '../engine/json.ts';
import type { JsonType, ModelSchema } from '../engine/model/model.ts';
import { referredName } from './expand-schema.ts';

type Schemas = { readonly [name: string]: ModelSchema };

/** The JSON types a schema admits, definitions followed; empty when it does not say, or only by referring to itself. */
export function typesOf(
  schema: ModelSchema,
  definitions: Schemas,
  seen: ReadonlySet<string> = new Set(),
): readonly JsonType[] {
  if (schema.type !== undefined) return [schema.type].flat();
  if (schema.$ref !== undefined) {
    const name = referredName(schema.$ref);
    const target = definitions[name];
    return target === undefined || seen.has(name) ? [] : typesOf(target, definitions, new Set([...seen, name]));
  }
  if (schema.anyOf !== undefined)
    return [...new Set(schema.anyOf.flatMap((branch) => typesOf(branch, definitions, seen)))];
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return [...new Set(values.map(jsonTypeOf))];
}

/** The types two lists have in common; an integer is also a number. */
export function commonTypes(a: readonly JsonType[], b: readonly JsonType[]): readonly JsonType[] {
  return a.filter((type) => b.some((other) => numeric(type) === numeric(other)));
}

export function admits(types: readonly JsonType[], type: JsonType): boolean {
  return commonTypes(types, [type]).length > 0;
}

function numeric(type: JsonType): JsonType {
  return type === 'integer' ? 'number' : type;
}

function jsonTypeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    default:
      return 'object';
  }
}
