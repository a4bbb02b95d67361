import type { JsonType, ModelSchema } from '../engine/model/model.ts';
import type { Definitions } from './authored-model.ts';
import { recursiveNames, referredName } from './expand-schema.ts';
import { annotations, keywordTypes } from './keywords.ts';
import { inside, type ModelProblem, type Place, problemAt } from './problem.ts';
import { admits, commonTypes, typesOf } from './schema-types.ts';
import { schemasIn, type Visit } from './visit-schemas.ts';

/**
 * Checks that a schema is structural: a value picks its branch by its JSON type alone, every field is described,
 * and every keyword stands where it means something. That is what lets the engine walk, diff, print and
 * document a body by its model, and gives one message per mistake.
 */
export function checkStructure(schema: ModelSchema, place: Place, definitions: Definitions): readonly ModelProblem[] {
  return [...schemasIn(schema, place)].flatMap((visit) => [...problemsOf(visit, definitions)]);
}

function* problemsOf(visit: Visit, definitions: Definitions): Generator<ModelProblem> {
  const { schema, place } = visit;
  if (schema.$ref !== undefined) yield* referenceProblems(schema, place, definitions);
  else if (schema.anyOf !== undefined) yield* choiceProblems(schema, schema.anyOf, place, definitions);
  else yield* typeProblems(visit, definitions);
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    if (child.description === undefined && follow(child, definitions).description === undefined) {
      yield problemAt(inside(place, 'properties', name), `'${name}' needs a description`, 'key');
    }
  }
}

function* referenceProblems(schema: ModelSchema, place: Place, definitions: Definitions): Generator<ModelProblem> {
  const name = referredName(schema.$ref ?? '');
  const target = definitions.schemas[name];
  if (target === undefined) {
    const known = Object.keys(definitions.schemas).join(', ');
    yield problemAt(
      inside(place, '$ref'),
      `there is no definition '${name}' in ${definitions.file.path}; known: ${known || 'none'}`,
    );
    return;
  }
  if (typesOf(target, definitions.schemas).length === 0) {
    yield problemAt(inside(place, '$ref'), `definition '${name}' never says its type`);
  }
  const isRecursive = recursiveNames(definitions.schemas).has(name);
  for (const keyword of Object.keys(schema)) {
    if (keyword === '$ref' || annotations.has(keyword)) continue;
    if (isRecursive || Object.hasOwn(target, keyword) || keyword === 'type' || keyword === 'anyOf') {
      const why = isRecursive ? 'contains itself and is taken as it is' : 'says it itself or has another form';
      yield problemAt(inside(place, keyword), `'${keyword}' cannot stand beside this $ref: '${name}' ${why}`, 'key');
    }
  }
}

function* choiceProblems(
  schema: ModelSchema,
  branches: readonly ModelSchema[],
  place: Place,
  definitions: Definitions,
): Generator<ModelProblem> {
  for (const keyword of Object.keys(schema)) {
    if (keyword !== 'anyOf' && !annotations.has(keyword)) {
      yield problemAt(
        inside(place, keyword),
        `'${keyword}' beside anyOf is lost once a branch is taken; write it into the branches it is for`,
        'key',
      );
    }
  }
  for (const [index, branch] of branches.entries()) {
    const earlier = branches.slice(0, index).flatMap((other) => typesOf(other, definitions.schemas));
    const shared = commonTypes(typesOf(branch, definitions.schemas), earlier);
    if (shared.length > 0) {
      const message = `this branch takes ${shared.join(', ')} and so does an earlier one; branches must differ in JSON type, so that a value picks its branch by type`;
      yield problemAt(inside(place, 'anyOf', index), message);
    }
  }
}

function* typeProblems({ schema, place, isPropertyName }: Visit, definitions: Definitions): Generator<ModelProblem> {
  const types: readonly JsonType[] = isPropertyName ? ['string'] : typesOf(schema, definitions.schemas);
  if (types.length === 0) {
    yield problemAt(place, 'needs a type, an anyOf of branches that differ in type, or a $ref');
    return;
  }
  for (const keyword of Object.keys(schema)) {
    const needed = keywordTypes.get(keyword);
    if (needed !== undefined && !admits(types, needed)) {
      yield problemAt(
        inside(place, keyword),
        `'${keyword}' means nothing for ${types.join(', ')}; it is for ${needed}`,
        'key',
      );
    }
  }
  if (types.length === everyType) return;
  if (types.includes('array')) yield* listProblems(schema, place, definitions);
  if (types.includes('object')) yield* objectProblems(schema, place);
}

/** A schema that takes every JSON type takes any value at all, of any depth. */
const everyType = 6;

function* objectProblems(schema: ModelSchema, place: Place): Generator<ModelProblem> {
  const { properties, patternProperties, additionalProperties } = schema;
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined) {
    yield problemAt(
      place,
      'an object must say what it holds: properties, patternProperties or additionalProperties (true for anything)',
    );
  }
  for (const name of schema.required ?? []) {
    if (properties?.[name] === undefined) {
      yield problemAt(inside(place, 'required'), `requires '${name}', which is not among its properties`);
    }
  }
}

function* listProblems(schema: ModelSchema, place: Place, definitions: Definitions): Generator<ModelProblem> {
  if (schema.items === undefined) {
    yield problemAt(place, 'a list must say what its items are (items)');
    return;
  }
  const listKey = schema['x-list-key'];
  if (listKey === undefined) return;
  if (schema['x-set'] === true)
    yield problemAt(inside(place, 'x-set'), 'a list is either a set or matched by a key', 'key');
  const item = follow(schema.items, definitions);
  const key = item.properties?.[listKey];
  if (key === undefined) {
    yield problemAt(inside(place, 'x-list-key'), `the items have no property '${listKey}'`);
  } else if (typesOf(key, definitions.schemas).some((type) => type !== 'string')) {
    yield problemAt(inside(place, 'x-list-key'), `'${listKey}' must be a string`);
  }
}

/** The definition a `$ref` names, through any number of steps; the schema itself when there is none. */
function follow(schema: ModelSchema, definitions: Definitions): ModelSchema {
  const seen = new Set<ModelSchema>();
  let current = schema;
  while (current.$ref !== undefined && !seen.has(current)) {
    seen.add(current);
    current = definitions.schemas[referredName(current.$ref)] ?? {};
  }
  return current;
}
