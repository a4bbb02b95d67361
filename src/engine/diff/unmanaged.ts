import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';
import { type FieldPath, parsePath } from './field-path.ts';

/**
 * The paths that a body hands over to the API in one environment. `environments.production.fallthrough`
 * holds in production only, `fallthrough` everywhere.
 */
function unmanagedPaths(body: JsonObject, environment: string): readonly FieldPath[] {
  const declared = body['unmanaged'];
  if (!Array.isArray(declared)) return [];
  return declared.flatMap((text) => {
    const path = typeof text === 'string' ? parsePath(text) : null;
    const here = path === null ? null : inEnvironment(path, environment);
    return here === null ? [] : [here];
  });
}

/** The desired body with every unmanaged field as it stands live, present or absent. */
export function keepUnmanaged(
  desired: JsonObject,
  live: JsonObject,
  environment: string,
  schema: ModelSchema,
): JsonObject {
  return unmanagedPaths(desired, environment).reduce<JsonObject>((body, path) => {
    const kept = transplant(body, live, path, schema, schema);
    return isJsonObject(kept) ? kept : body;
  }, desired);
}

function inEnvironment(path: FieldPath, environment: string): FieldPath | null {
  const [first, second, ...rest] = path;
  if (first?.type !== 'property' || first.name !== 'environments') return path;
  return second?.type === 'property' && second.name === environment && rest.length > 0 ? rest : null;
}

type Target = Json | undefined;

function transplant(
  target: Target,
  source: Target,
  path: FieldPath,
  schema: ModelSchema | undefined,
  root: ModelSchema,
): Target {
  const [first, ...rest] = path;
  if (first === undefined) return source;
  const own = schema === undefined || target === undefined ? undefined : branchFor(schema, target, root);
  if (first.type === 'item') {
    return Array.isArray(target) ? transplantItem(target, source, first.key, rest, own, root) : target;
  }
  if (!isJsonObject(target)) return target;
  const from = isJsonObject(source) ? source[first.name] : undefined;
  const described = own === undefined ? undefined : propertySchema(own, first.name);
  const value = transplant(target[first.name], from, rest, described, root);
  const { [first.name]: _replaced, ...others } = target;
  return value === undefined ? others : { ...target, [first.name]: value };
}

function transplantItem(
  target: readonly Json[],
  source: Target,
  key: string,
  rest: FieldPath,
  schema: ModelSchema | undefined,
  root: ModelSchema,
): Target {
  const listKey = schema?.['x-list-key'];
  const isItem = (item: Json, index: number): boolean =>
    listKey === undefined ? String(index) === key : isJsonObject(item) && item[listKey] === key;
  const from = Array.isArray(source) ? source.find(isItem) : undefined;
  return target.map((item, index) =>
    isItem(item, index) ? (transplant(item, from, rest, schema?.items, root) ?? item) : item,
  );
}
