import type { JsonObject } from '../../engine/json.ts';
import { openApiHead } from '../../engine/load/written-openapi.ts';
import { type YamlPieces, writeYaml } from '../../engine/yaml/write-yaml.ts';
import { ApiObjects } from '../../server/openapi/api-objects.ts';
import { openApiDocument } from '../../server/openapi/openapi.ts';
import { type ApiPart, aboutAll, aboutPart } from '../control-plane/api-parts.ts';
import type { OwnFile } from './own-files.ts';

/** One OpenAPI document as a file. */
export interface ApiFile extends OwnFile {
  /** Whose operations it describes; null: everybody's. */
  readonly component: string | null;
  readonly operations: number;
  readonly kinds: number;
}

/** Where the document of everything stands. A dream.yaml would make a project of the directory. */
export const wholePath = 'openapi.yaml';

/** One OpenAPI document, and whose operations it describes. */
export interface ApiDocument extends Omit<ApiFile, 'text'> {
  readonly document: JsonObject;
}

/** A document for each part of the API and one for all of it. Pure: the same parts give the same bytes. */
export function apiFiles(parts: readonly ApiPart[], version: string, objects = new ApiObjects()): readonly ApiFile[] {
  const pieces: YamlPieces = new Map();
  return [
    wholeDocument(parts, version, objects),
    ...parts.map((part) => documentOf(part, parts, version, objects)),
  ].map(({ document, ...about }) => ({ ...about, text: `${openApiHead}\n${writeYaml(document, pieces)}` }));
}

/** The document of everything. */
export function wholeDocument(parts: readonly ApiPart[], version: string, objects = new ApiObjects()): ApiDocument {
  const operations = parts.flatMap((part) => part.operations);
  return {
    path: wholePath,
    component: null,
    operations: operations.length,
    kinds: parts.flatMap(({ models }) => models).length,
    document: openApiDocument(operations, version, aboutAll(parts), objects),
  };
}

/** The document of one part, complete by itself. */
export function documentOf(
  part: ApiPart,
  parts: readonly ApiPart[],
  version: string,
  objects = new ApiObjects(),
): ApiDocument {
  const { models, name, operations } = part;
  return {
    path: `${name}/${name}.yaml`,
    component: name,
    operations: operations.length,
    kinds: models.length,
    document: openApiDocument(operations, version, { ...aboutPart(part, parts), title: titleOf(name) }, objects),
  };
}

/** What the document of one component calls itself. */
export function titleOf(component: string): string {
  return `Dream: ${component}`;
}
