import type { ModelSchema } from '../engine/model/model.ts';
import type { Definitions } from './authored-model.ts';
import { referredName } from './expand-schema.ts';
import { inside, type Place } from './problem.ts';

export interface Visit {
  readonly schema: ModelSchema;
  readonly place: Place;
  /** True under `propertyNames`, where the value is always a string. */
  readonly isPropertyName: boolean;
}

/** The schema and every schema written inside it, outermost first. */
export function* schemasIn(schema: ModelSchema, place: Place, isPropertyName = false): Generator<Visit> {
  yield { schema, place, isPropertyName };
  for (const [child, ...path] of childrenOf(schema)) {
    yield* schemasIn(child, inside(place, ...path), path[0] === 'propertyNames');
  }
}

/** As {@link schemasIn}, and the definitions that are referred to, each once. */
export function* schemasReached(
  schema: ModelSchema,
  place: Place,
  definitions: Definitions,
  seen = new Set<string>(),
): Generator<Visit> {
  for (const visit of schemasIn(schema, place)) {
    yield visit;
    if (visit.schema.$ref === undefined) continue;
    const name = referredName(visit.schema.$ref);
    const target = definitions.schemas[name];
    if (target === undefined || seen.has(name)) continue;
    seen.add(name);
    yield* schemasReached(target, { file: definitions.file, pointer: `/${name}` }, definitions, seen);
  }
}

function* childrenOf(schema: ModelSchema): Generator<readonly [ModelSchema, ...(string | number)[]]> {
  for (const [name, child] of Object.entries(schema.properties ?? {})) yield [child, 'properties', name];
  for (const [pattern, child] of Object.entries(schema.patternProperties ?? {}))
    yield [child, 'patternProperties', pattern];
  if (typeof schema.additionalProperties === 'object') yield [schema.additionalProperties, 'additionalProperties'];
  if (schema.propertyNames !== undefined) yield [schema.propertyNames, 'propertyNames'];
  if (schema.items !== undefined) yield [schema.items, 'items'];
  for (const [index, child] of (schema.anyOf ?? []).entries()) yield [child, 'anyOf', index];
}
