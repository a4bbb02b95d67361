import type { ApiDescription, SdkOperation, SdkResource, SdkType, TypeReference } from '../../api-description.ts';
import { moduleName, snakeCase } from '../syntax/names.ts';

/** The module of types that operations of several resources speak of. */
const sharedModule = '_shared';

/**
 * The module of each type by its name: that of the one resource whose operations speak of it, else the shared one.
 * So modules of types import the shared one and no other, and no two import each other.
 */
export function typeModules(description: ApiDescription): ReadonlyMap<string, string> {
  const types = new Map(description.types.map((type) => [type.name, type]));
  const users = new Map<string, Set<string>>();
  for (const resource of description.resources) {
    const reached = new Set<string>();
    for (const type of operationsBelow(resource).flatMap(typesOfOperation)) reach(type, types, reached);
    for (const name of reached) users.set(name, (users.get(name) ?? new Set<string>()).add(resource.name));
  }
  // The module of events imports all that they say, and may be imported by any other: what it needs is of no resource.
  const said = new Set<string>();
  for (const { data } of description.events?.kinds ?? []) reach(data, types, said);
  for (const name of said) users.set(name, new Set());
  return new Map(
    description.types.map(({ name }) => {
      const [only, ...more] = users.get(name) ?? [];
      return [name, only === undefined || more.length > 0 ? sharedModule : moduleName(snakeCase(only))];
    }),
  );
}

/** All operations of a resource and of those below it. */
export function operationsBelow(resource: SdkResource): readonly SdkOperation[] {
  return [...resource.operations, ...resource.resources.flatMap(operationsBelow)];
}

/** Every type that stands in a reference, by its name. */
export function namesIn(type: TypeReference): readonly string[] {
  switch (type.kind) {
    case 'named':
      return [type.name];
    case 'list':
      return namesIn(type.items);
    case 'map':
      return namesIn(type.values);
    case 'nullable':
      return namesIn(type.of);
    case 'union':
      return type.members.flatMap(namesIn);
    case 'object':
      return [
        ...type.fields.flatMap((field) => namesIn(field.type)),
        ...(type.others === undefined ? [] : namesIn(type.others)),
      ];
    default:
      return [];
  }
}

/** What the fields of a type speak of. */
export function namesInType({ fields, others }: SdkType): readonly string[] {
  return [...fields.flatMap(({ type }) => namesIn(type)), ...(others === undefined ? [] : namesIn(others))];
}

function typesOfOperation({ pathParameters, queryParameters, body, result }: SdkOperation): readonly TypeReference[] {
  const fields = [...pathParameters, ...queryParameters].map(({ type }) => type);
  return [...fields, ...(body === undefined ? [] : [body]), ...typesOfResult(result)];
}

function typesOfResult(result: SdkOperation['result']): readonly TypeReference[] {
  if (result.form === 'value') return [result.type];
  if (result.form === 'pages') return [result.page, result.item];
  if (result.form === 'parts') return [result.part, result.item];
  return result.form === 'events' && result.data !== undefined ? [result.data] : [];
}

function reach(type: TypeReference, types: ReadonlyMap<string, SdkType>, reached: Set<string>): void {
  const waiting = [...namesIn(type)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const found = types.get(name);
    if (found !== undefined) waiting.push(...namesInType(found));
  }
}
