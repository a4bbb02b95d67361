import { yamlText } from '../../engine/yaml-text.ts';
import { openApiDocument } from '../../server/openapi/openapi.ts';
import { type ApiPart, aboutAll } from '../control-plane/api-parts.ts';
import type { OwnFile } from './own-files.ts';

/** One OpenAPI document as a file. */
export interface ApiFile extends OwnFile {
  /** Whose operations it describes; null: everybody's. */
  readonly component: string | null;
  readonly operations: number;
  readonly kinds: number;
}

/** Where the document of everything stands. A dream.yaml would make a project of the directory. */
const wholePath = 'openapi.yaml';

/** By which its files are known from those of others. */
export const openApiHead = '# Written by dream generate openapi; do not edit.';

/** A document for each part of the API and one for all of it. Pure: the same parts give the same bytes. */
export function apiFiles(parts: readonly ApiPart[], version: string): readonly ApiFile[] {
  const everything = {
    about: aboutAll(parts),
    operations: parts.flatMap(({ operations }) => operations),
    kinds: parts.flatMap(({ models }) => models).length,
  };
  return [
    {
      path: wholePath,
      component: null,
      operations: everything.operations.length,
      kinds: everything.kinds,
      text: textOf(openApiDocument(everything.operations, version, everything.about)),
    },
    ...parts.map((part) => fileOf(part, version)),
  ];
}

function fileOf({ name, api, models, operations }: ApiPart, version: string): ApiFile {
  const about = { ...api, title: `Dream: ${name}`, models };
  return {
    path: `${name}/${name}.yaml`,
    component: name,
    operations: operations.length,
    kinds: models.length,
    text: textOf(openApiDocument(operations, version, about)),
  };
}

function textOf(document: ReturnType<typeof openApiDocument>): string {
  return `${openApiHead}\n${yamlText(document)}`;
}
