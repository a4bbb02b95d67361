import type { Ajv, AnySchema } from 'ajv';
import type { Json } from '../engine/json.ts';
import type { Model, ModelSchema } from '../engine/model/model.ts';
import { dereference, propertySchema } from '../engine/model/schema-at.ts';
import type { ModelFile, ModelSources } from './authored-model.ts';
import { expandSchema } from './expand-schema.ts';
import { fileNameOf } from './file-name.ts';
import { schemaProblems } from './meta-schema.ts';
import { inside, type ModelProblem, type Place, problemAt } from './problem.ts';
import { schemasReached } from './visit-schemas.ts';

/** Checks what a model says about other models and about itself: names, references, columns, defaults. */
export function checkModel(file: ModelFile, model: Model, sources: ModelSources, ajv: Ajv): readonly ModelProblem[] {
  const place: Place = { file: file.file, pointer: '' };
  return [
    ...nameProblems(file, sources, place),
    ...columnProblems(model, place),
    ...[...schemasReached(file.model.schema, inside(place, 'schema'), sources.definitions)].flatMap((visit) => [
      ...referenceProblems(visit.schema, visit.place, model, sources),
      ...defaultProblems(visit.schema, visit.place, sources, ajv),
    ]),
    ...exampleProblems(model, place, ajv),
  ];
}

function* nameProblems({ model, file }: ModelFile, { models }: ModelSources, place: Place): Generator<ModelProblem> {
  const expected = fileNameOf(model.kind, 'yaml');
  if (!file.path.endsWith(`/${expected}`))
    yield problemAt(inside(place, 'kind'), `the model of kind ${model.kind} stands in a file called ${expected}`);
  for (const field of ['kind', 'plural'] as const) {
    const first = models.find((other) => other.model[field] === model[field]);
    if (first !== undefined && first.file !== file) {
      yield problemAt(inside(place, field), `${field} '${model[field]}' is already taken by models/${first.file.path}`);
    }
  }
}

function* columnProblems({ columns = [], schema }: Model, place: Place): Generator<ModelProblem> {
  for (const [index, column] of columns.entries()) {
    let current: ModelSchema | undefined = schema;
    for (const name of column.split('.')) {
      current = current === undefined ? undefined : propertySchema(dereference(current, schema), name);
    }
    if (current === undefined) yield problemAt(inside(place, 'columns', index), `there is no field '${column}'`);
  }
}

function* referenceProblems(
  schema: ModelSchema,
  place: Place,
  model: Model,
  { models }: ModelSources,
): Generator<ModelProblem> {
  const kind = schema['x-reference'];
  if (kind !== undefined && !models.some((other) => other.model.kind === kind)) {
    const known = models.map((other) => other.model.kind).join(', ');
    yield problemAt(inside(place, 'x-reference'), `there is no kind '${kind}'; known: ${known}`);
  }
  const pointer = schema['x-local-reference'];
  if (pointer !== undefined && !declaresNames(model.schema, pointer)) {
    const message = `${pointer} of ${model.kind} must be an object (its keys are the names) or a list with x-list-key`;
    yield problemAt(inside(place, 'x-local-reference'), message);
  }
}

/** True when the pointer leads to something whose keys or list keys can be referred to. */
function declaresNames(root: ModelSchema, pointer: string): boolean {
  let current: ModelSchema | undefined = root;
  for (const name of pointer.split('/').slice(1)) {
    current = current === undefined ? undefined : propertySchema(dereference(current, root), name);
  }
  if (current === undefined) return false;
  const own = dereference(current, root);
  return [own, ...(own.anyOf ?? [])].some((branch) => {
    const { type, 'x-list-key': listKey } = dereference(branch, root);
    return type === 'object' || (type === 'array' && listKey !== undefined);
  });
}

function defaultProblems(schema: ModelSchema, place: Place, sources: ModelSources, ajv: Ajv): readonly ModelProblem[] {
  const value = schema['x-default'];
  if (value === undefined) return [];
  const { 'x-default': _default, ...rest } = expandSchema(schema, sources.definitions.schemas);
  return valueProblems(value, rest, inside(place, 'x-default'), ajv);
}

function exampleProblems(model: Model, place: Place, ajv: Ajv): readonly ModelProblem[] {
  return model.examples.flatMap((example, index) =>
    valueProblems(example, model.schema, inside(place, 'examples', index), ajv),
  );
}

function valueProblems(value: Json, schema: ModelSchema, place: Place, ajv: Ajv): readonly ModelProblem[] {
  const asAnySchema: AnySchema = schema;
  return ajv.validate(asAnySchema, value) ? [] : schemaProblems(place.file, ajv.errors ?? [], place.pointer);
}
