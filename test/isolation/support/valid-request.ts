// What an operation is sent, made of its own schemas and of the names of a place. An operation whose request cannot be
// made so needs an entry in requests.ts; without one, the test that asks for it fails.
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import { objectOf } from '../../../src/engine/json-fields.ts';
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Operation } from '../../../src/server/operation.ts';
import type { Names } from './places.ts';
import { requests } from './requests.ts';

export interface ValidRequest {
  readonly path: string;
  readonly body?: Json;
}

/** One for what is required alone, then one with every filter that the place has a name for, then those of its entry. */
export function validRequests(operation: Operation, names: Names, mode: AuthMode): readonly ValidRequest[] {
  const entry = requests[operation.id]?.(names, mode) ?? {};
  const known = knownBy(names);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = entry.params?.[name] ?? known.get(name);
    if (typeof value !== 'string') throw new Error(`no place has a name for the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const body = operation.body === undefined ? {} : { body: entry.body ?? valueOf(operation.body, 'body', known) };
  const required: unknown = operation.query?.['required'] ?? [];
  if (!Array.isArray(required) || required.length > 0) throw new Error('a query with required fields needs an entry');
  const filters = Object.keys(objectOf(operation.query?.['properties']))
    .map((name) => [name, known.get(name)] as const)
    .filter((filter): filter is readonly [string, string] => typeof filter[1] === 'string');
  const queries = [...(filters.length === 0 ? [] : [Object.fromEntries(filters)]), ...(entry.queries ?? [])];
  const asked = queries.map((query) => `${path}?${new URLSearchParams(query).toString()}`);
  return [path, ...asked].map((one) => ({ path: one, ...body }));
}

/** What parameters and fields of these names are given. */
function knownBy(names: Names): ReadonlyMap<string, Json> {
  const { tenant, user, role, account, plan, entitlement, email, number, publishableKey, text } = names;
  return new Map<string, Json>([
    ...Object.entries({ tenant, user, role, account, plan, entitlement, email, number, publishableKey }),
    ['name', text],
    ['roles', [role]],
    ['kind', 'Role'],
    ['key', role],
    ['from', '0'],
    ['to', number],
    ['author', text],
    ['reason', text],
    ['value', text],
    ['userId', user],
  ]);
}

function valueOf(schema: JsonObject, name: string, known: ReadonlyMap<string, Json>): Json {
  const given = known.get(name);
  if (given !== undefined) return given;
  const { enum: choices, minimum, properties, minProperties } = schema;
  if (Array.isArray(choices)) return choices[0] ?? null;
  switch (schema['type']) {
    case 'object': {
      const fields = objectOf(properties);
      const required: unknown = schema['required'] ?? [];
      const asked = Object.keys(fields).filter(
        (field) => known.has(field) || (Array.isArray(required) && required.includes(field)),
      );
      if (asked.length < Number(minProperties ?? 0)) throw new Error(`${name}: nothing known has a place in it`);
      return Object.fromEntries(
        asked.map((field) => {
          const inner = fields[field];
          if (!isJsonObject(inner)) throw new Error(`${name}.${field} has no schema`);
          return [field, valueOf(inner, field, known)];
        }),
      );
    }
    case 'boolean':
      return false;
    case 'integer':
      return typeof minimum === 'number' ? minimum : 1;
    case 'array':
      return [];
    default:
      throw new Error(`nothing is known by the name ${name}`);
  }
}
