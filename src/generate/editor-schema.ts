import type { Json, JsonObject } from '../engine/json.ts';
import { projectFileName } from '../engine/load/find-files.ts';
import { projectSchema } from '../engine/load/project-schema.ts';
import type { Model, ModelSchema } from '../engine/model/model.ts';
import { editorKeywords, variableName } from './editor-keywords.ts';
import { overlaySchema } from './overlay-schema.ts';

/**
 * One JSON Schema for every document of a project, for editors (yaml-language-server and others): the kind
 * decides which fields are offered and checked. Draft-07, the version every editor knows. It helps while typing
 * and is never stricter than `dream validate`, which has the last word.
 */
export function editorSchema(models: readonly Model[]): JsonObject {
  const definitions: { [name: string]: Json } = {
    [variableName]: variable,
    [projectFileName]: editorKeywords(projectSchema),
  };
  for (const { kind, schema } of models) {
    const { $defs = {}, ...document } = schema;
    for (const [name, definition] of Object.entries($defs)) definitions[name] = editorKeywords(definition);
    definitions[overlayName(kind)] = editorKeywords(overlaySchema(document));
    definitions[kind] = withOverlay(kind, document);
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Dream configuration',
    description: 'One document of a project: its kind decides which other fields it has.',
    type: 'object',
    properties: {
      kind: {
        description: 'What this document describes. Decides which other fields it may have.',
        enum: models.map((model) => model.kind),
        markdownEnumDescriptions: models.map((model) => model.summary),
      },
    },
    allOf: [projectFile, ...models.map(({ kind }) => fieldsOfKind(kind))],
    defaultSnippets: models.flatMap((model) => snippet(model)),
    definitions,
  };
}

/** dream.yaml is the one document without a kind. */
const projectFile: JsonObject = {
  if: { required: ['project'], not: { required: ['kind'] } },
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema calls it so, and nobody awaits a schema
  then: { $ref: `#/definitions/${projectFileName}` },
  else: { required: ['kind', 'key'] },
};

function fieldsOfKind(kind: string): JsonObject {
  return {
    if: { required: ['kind'], properties: { kind: { const: kind } } },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema calls it so, and nobody awaits a schema
    then: { $ref: `#/definitions/${kind}` },
  };
}

/** A value from dream.yaml may stand wherever a text of certain form, a number or a choice is asked for. */
const variable: JsonObject = {
  description: 'A variable of dream.yaml, or a secret of the server.',
  type: 'string',
  pattern: String.raw`\$\{(vars|secrets)\.[^}]+\}`,
};

function withOverlay(kind: string, document: ModelSchema): JsonObject {
  const schema = editorKeywords(document);
  const environments = document.properties?.['environments'];
  if (environments === undefined) return schema;
  const overlay = {
    ...editorKeywords(environments),
    additionalProperties: { $ref: `#/definitions/${overlayName(kind)}` },
  };
  const properties = Object.entries(document.properties ?? {}).map(([name, field]) => [name, editorKeywords(field)]);
  return { ...schema, properties: { ...Object.fromEntries(properties), environments: overlay } };
}

function overlayName(kind: string): string {
  return `${kind}.overlay`;
}

/** The first example of a kind, offered as a start in an empty document. */
function snippet({ kind, summary, examples }: Model): readonly JsonObject[] {
  const [example] = examples;
  return example === undefined ? [] : [{ label: `New ${kind}`, description: summary, body: example }];
}
