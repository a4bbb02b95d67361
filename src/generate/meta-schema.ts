import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Json } from '../engine/json.ts';
import { isJsonObject } from '../engine/json.ts';
import type { ModelSchema } from '../engine/model/model.ts';
import type { AuthoredModel } from './authored-model.ts';
import { type ModelProblem, type ModelsFile, problemAt } from './problem.ts';

/** The meta-schema, ready to check files: each check narrows the value or leaves its `errors`. */
export interface MetaSchema {
  readonly model: ValidateFunction<AuthoredModel>;
  readonly envelope: ValidateFunction<ModelSchema>;
  readonly definitions: ValidateFunction<{ readonly [name: string]: ModelSchema }>;
}

/** Compiles the meta-schema, which must itself be valid JSON Schema 2020-12; else says where it is not. */
export function compileMetaSchema(file: ModelsFile): MetaSchema | readonly ModelProblem[] {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
  });
  ajv.addFormat('regex', isPattern);
  const schema = file.yaml.value;
  if (!isJsonObject(schema)) return [problemAt({ file, pointer: '' }, 'must be an object')];
  if (ajv.validateSchema(schema) !== true) return schemaProblems(file, ajv.errors ?? []);
  ajv.addSchema(schema, 'meta');
  return {
    model: ajv.compile({ $ref: 'meta' }),
    envelope: ajv.compile({ $ref: 'meta#/$defs/schema' }),
    definitions: ajv.compile({ $ref: 'meta#/$defs/namedSchemas' }),
  };
}

/** The violations of one file, each where its author can mend it. */
export function schemaProblems(file: ModelsFile, errors: readonly ErrorObject[], base = ''): readonly ModelProblem[] {
  return errors.filter((error) => error.keyword !== 'if').map((error) => schemaProblem(file, error, base));
}

function schemaProblem(file: ModelsFile, error: ErrorObject, base: string): ModelProblem {
  const { params }: { readonly params: { readonly [name: string]: Json | undefined } } = error;
  const pointer = base + error.instancePath;
  const unknownName = params['additionalProperty'];
  if (typeof unknownName === 'string') {
    const place = `${pointer}/${unknownName.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return problemAt({ file, pointer: place }, `'${unknownName}' is not a keyword or field that may stand here`, 'key');
  }
  const allowed = params['allowedValues'] ?? params['allowedValue'];
  const values =
    allowed === undefined
      ? ''
      : `: ${[allowed]
          .flat()
          .map((value) => JSON.stringify(value))
          .join(', ')}`;
  return problemAt({ file, pointer }, `${error.message ?? error.keyword}${values}`);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
