import type { Model } from '../engine/model/model.ts';
import type { ModelSources } from './authored-model.ts';
import { checkModel } from './check-models.ts';
import { checkStructure } from './check-structure.ts';
import { compileValidators, createAjv } from './compile-validators.ts';
import { emitModels } from './emit/models-module.ts';
import { emitReferenceIndex, emitReferencePage } from './emit/reference-page.ts';
import { emitTypes } from './emit/types-module.ts';
import { emitValidators, emitValidatorsDeclaration } from './emit/validators-module.ts';
import { fileNameOf } from './file-name.ts';
import { mergeEnvelope } from './merge-envelope.ts';
import { inside, type ModelProblem } from './problem.ts';
import { readSources, type SourceText } from './read-sources.ts';

export interface GeneratedFile {
  /** Relative to the project, with `/` separators: `src/components/billing/generated/models.gen.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface GenerateResult {
  /** In alphabetical order of kinds. Empty, as `files`, when there are problems. */
  readonly models: readonly Model[];
  readonly files: readonly GeneratedFile[];
  /** Sorted by file, then position. */
  readonly problems: readonly ModelProblem[];
}

/** Derives everything that follows from the models folder. Equal texts give equal files, byte for byte. */
export async function generate(texts: readonly SourceText[]): Promise<GenerateResult> {
  const { sources, problems } = readSources(texts);
  if (sources === null) return failed(problems);
  const structural = structuralProblems(sources);
  if (structural.length > 0) return failed(structural);

  const models = sources.models.map((model) => mergeEnvelope(model, sources));
  const checker = createAjv({ messages: true });
  const faults = models.flatMap((model, index) => {
    const file = sources.models[index];
    return file === undefined ? [] : checkModel(file, model, sources, checker);
  });
  if (faults.length > 0) return failed(faults);

  const ajv = compileValidators(models);
  const files: GeneratedFile[] = [];
  for (const [component, own] of Map.groupBy(models, (model) => model.component)) {
    const folder = `src/components/${component}/generated`;
    files.push(
      { path: `${folder}/models.gen.ts`, text: emitModels(component, own) },
      { path: `${folder}/validators.gen.js`, text: await emitValidators(component, own, ajv) },
      { path: `${folder}/validators.gen.d.ts`, text: emitValidatorsDeclaration(component) },
      { path: `${folder}/types.gen.ts`, text: emitTypes(component, own) },
    );
  }
  for (const file of sources.models) {
    const model = models.find(({ kind }) => kind === file.model.kind);
    if (model === undefined) continue;
    files.push({
      path: `docs/reference/${fileNameOf(model.kind, 'md')}`,
      text: emitReferencePage(file, model, sources.envelope),
    });
  }
  files.push({ path: 'docs/reference/README.md', text: emitReferenceIndex(models, sources.envelope) });
  return { models, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems: [] };
}

function structuralProblems({ envelope, definitions, models }: ModelSources): readonly ModelProblem[] {
  return [
    ...checkStructure(envelope.schema, { file: envelope.file, pointer: '' }, definitions),
    ...Object.entries(definitions.schemas).flatMap(([name, schema]) =>
      checkStructure(schema, inside({ file: definitions.file, pointer: '' }, name), definitions),
    ),
    ...models.flatMap(({ file, model }) => checkStructure(model.schema, { file, pointer: '/schema' }, definitions)),
  ];
}

function failed(problems: readonly ModelProblem[]): GenerateResult {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const sorted = [...distinct.values()].sort((a, b) => comparePlaces(a, b));
  return { models: [], files: [], problems: sorted };
}

function comparePlaces(a: ModelProblem, b: ModelProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
