import { parseYamlValue } from '../engine/source/parse-yaml-value.ts';
import type { ModelFile, ModelSources } from './authored-model.ts';
import { compileMetaSchema, schemaProblems } from './meta-schema.ts';
import { type ModelProblem, type ModelsFile, problemAt } from './problem.ts';

/** A file of the models folder, as text. */
export interface SourceText {
  /** Relative to the models folder, with `/` separators: `billing/plan.yaml`. */
  readonly path: string;
  readonly text: string;
}

export type ReadResult =
  | { readonly sources: ModelSources; readonly problems: readonly [] }
  | { readonly sources: null; readonly problems: readonly ModelProblem[] };

const rootFiles = { metaSchema: 'meta-schema.yaml', envelope: 'envelope.yaml', definitions: 'definitions.yaml' };

/** Reads the models folder: every file is YAML and has the form the meta-schema asks for. */
export function readSources(texts: readonly SourceText[]): ReadResult {
  const files = new Map<string, ModelsFile>(
    texts.map(({ path, text }) => [path, { path, yaml: parseYamlValue(text) }]),
  );
  const unreadable = [...files.values()].flatMap(yamlProblems);
  if (unreadable.length > 0) return { sources: null, problems: unreadable };

  const metaSchemaFile = files.get(rootFiles.metaSchema);
  const envelopeFile = files.get(rootFiles.envelope);
  const definitionsFile = files.get(rootFiles.definitions);
  if (metaSchemaFile === undefined) return missing(rootFiles.metaSchema);
  if (envelopeFile === undefined) return missing(rootFiles.envelope);
  if (definitionsFile === undefined) return missing(rootFiles.definitions);
  const metaSchema = compileMetaSchema(metaSchemaFile);
  if (!('model' in metaSchema)) return { sources: null, problems: metaSchema };

  const problems: ModelProblem[] = [];
  const envelope = envelopeFile.yaml.value;
  const definitions = definitionsFile.yaml.value;
  if (!metaSchema.envelope(envelope))
    return { sources: null, problems: schemaProblems(envelopeFile, metaSchema.envelope.errors ?? []) };
  if (!metaSchema.definitions(definitions)) {
    return { sources: null, problems: schemaProblems(definitionsFile, metaSchema.definitions.errors ?? []) };
  }

  const models: ModelFile[] = [];
  for (const file of files.values()) {
    if (Object.values(rootFiles).includes(file.path)) continue;
    const [component, name, ...deeper] = file.path.split('/');
    const model = file.yaml.value;
    if (component === undefined || name === undefined || deeper.length > 0) {
      problems.push(
        problemAt(
          { file, pointer: '' },
          'a model stands in the folder of its component: models/<component>/<kind>.yaml',
        ),
      );
    } else if (!metaSchema.model(model)) {
      problems.push(...schemaProblems(file, metaSchema.model.errors ?? []));
    } else models.push({ file, component, model });
  }
  if (problems.length > 0) return { sources: null, problems };
  models.sort((a, b) => (a.model.kind < b.model.kind ? -1 : 1));
  return {
    sources: {
      envelope: { file: envelopeFile, schema: envelope },
      definitions: { file: definitionsFile, schemas: definitions },
      models,
    },
    problems: [],
  };
}

function yamlProblems(file: ModelsFile): readonly ModelProblem[] {
  return file.yaml.problems.map(({ message, at }) => ({ path: file.path, ...at, pointer: '', message }));
}

function missing(path: string): ReadResult {
  return { sources: null, problems: [{ path, line: 1, column: 1, pointer: '', message: 'the file is missing' }] };
}
