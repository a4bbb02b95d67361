import type { FieldPath } from '../diff/field-path.ts';
import type { Json } from '../json.ts';
import type { ModelSchema } from './model.ts';

/** Follows `$ref: '#/$defs/NAME'` inside the model's own schema. */
export function dereference(schema: ModelSchema, root: ModelSchema): ModelSchema {
  let current = schema;
  while (current.$ref !== undefined) {
    const name = current.$ref.replace('#/$defs/', '');
    const target = root.$defs?.[name];
    if (target === undefined) throw new RangeError(`model refers to an unknown definition ${current.$ref}`);
    current = target;
  }
  return current;
}

/** The branch of an `anyOf` that a value of this JSON type takes; the schema itself when there is no choice. */
export function branchFor(schema: ModelSchema, value: Json, root: ModelSchema): ModelSchema {
  const own = dereference(schema, root);
  if (own.anyOf === undefined) return own;
  for (const candidate of own.anyOf) {
    const branch = dereference(candidate, root);
    if (branch.anyOf !== undefined) {
      const inner = branchFor(branch, value, root);
      if (inner.anyOf === undefined) return inner;
    } else if (takes(branch, value)) return branch;
  }
  return own;
}

/** The schema of an object's property, whichever keyword describes it; undefined where the model says nothing. */
export function propertySchema(schema: ModelSchema, name: string): ModelSchema | undefined {
  const declared = schema.properties?.[name];
  if (declared !== undefined) return declared;
  for (const [pattern, described] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern, 'u').test(name)) return described;
  }
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** The schemas met on the way along a field path, in whichever branch they stand; ends early where the model is silent. */
export function schemasAlong(path: FieldPath, root: ModelSchema): readonly ModelSchema[] {
  const met: ModelSchema[] = [];
  let current: readonly ModelSchema[] = [root];
  for (const step of path) {
    const branches = current.flatMap((schema) => allBranches(schema, root));
    current = branches.flatMap((branch) => {
      const next = step.type === 'item' ? branch.items : propertySchema(branch, step.name);
      return next === undefined ? [] : [next];
    });
    met.push(...current);
  }
  return met;
}

function allBranches(schema: ModelSchema, root: ModelSchema): readonly ModelSchema[] {
  const own = dereference(schema, root);
  return [own, ...(own.anyOf ?? []).flatMap((branch) => allBranches(branch, root))];
}

function takes(schema: ModelSchema, value: Json): boolean {
  if (schema.type === undefined) {
    return schema.const !== undefined ? schema.const === value : (schema.enum?.includes(value) ?? false);
  }
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  return types.some((type) => isOfType(value, type));
}

function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
