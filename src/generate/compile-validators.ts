import { Ajv } from 'ajv';
import dependentRequired from 'ajv/dist/vocabularies/validation/dependentRequired.js';
import type { Model, ModelSchema } from '../engine/model/model.ts';
import { mapChildren } from './expand-schema.ts';
import { formats } from './formats.ts';
import { modelKeywords } from './keywords.ts';

/**
 * An ajv that knows the models by kind. Strict: a keyword it does not know is an error of the generator, never
 * silence. Values are not coerced and defaults not filled in; a validator only looks.
 *
 * The draft-07 class and not the one for 2020-12, which adds code for `unevaluatedProperties` to every validator;
 * the subset of 2020-12 that models use differs only in `dependentRequired`.
 */
export function compileValidators(models: readonly Model[]): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addKeyword(dependentRequired.default);
  ajv.addVocabulary([...modelKeywords]);
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  for (const model of models) ajv.addSchema(withoutAnnotations(model.schema), model.kind);
  return ajv;
}

/** ajv copies schemas into the code it writes; descriptions and our keywords would double its size. */
function withoutAnnotations(schema: ModelSchema): ModelSchema {
  const names: readonly string[] = ['title', 'description', ...modelKeywords];
  const rules = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !names.includes(keyword)));
  return mapChildren(rules, withoutAnnotations);
}
