import { Ajv } from 'ajv';
import dependentRequired from 'ajv/dist/vocabularies/validation/dependentRequired.js';
import type { Model, ModelSchema } from '../engine/model/model.ts';
import { mapChildren } from './expand-schema.ts';
import { formats } from './formats.ts';
import { modelKeywords } from './keywords.ts';

/** An ajv that knows the models by kind, ready to write their validators as code. */
export function compileValidators(models: readonly Model[]): Ajv {
  const ajv = createAjv({ messages: false });
  for (const model of models) ajv.addSchema(withoutAnnotations(model.schema), model.kind);
  return ajv;
}

/**
 * Strict: a keyword it does not know is an error of the generator, never silence. Values are not coerced and
 * defaults not filled in; a validator only looks. Messages are for authors of models; a validator goes
 * without, because the engine words them for users.
 *
 * The draft-07 class and not the one for 2020-12, which adds code for `unevaluatedProperties` to every validator;
 * the subset of 2020-12 that models use differs only in `dependentRequired`.
 */
export function createAjv({ messages }: { readonly messages: boolean }): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    messages,
    // Test a long list of values in a loop: written out, a list of currencies is longer than all else.
    loopEnum: 20,
    code: { source: true, lines: false },
  });
  // Node gives a CommonJS module as it is, some loaders its default already.
  ajv.addKeyword('default' in dependentRequired ? dependentRequired.default : dependentRequired);
  ajv.addVocabulary([...modelKeywords]);
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  return ajv;
}

/** ajv copies schemas into the code it writes; descriptions and our keywords would double its size. */
function withoutAnnotations(schema: ModelSchema): ModelSchema {
  const names: readonly string[] = ['title', 'description', ...modelKeywords];
  const rules = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !names.includes(keyword)));
  return mapChildren(rules, withoutAnnotations);
}
