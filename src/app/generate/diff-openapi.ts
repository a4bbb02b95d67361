import { join } from 'node:path';
import type { Component } from '../../components/contract.ts';
import { components as everyComponent } from '../../components/index.ts';
import { isJsonObject, type JsonObject } from '../../engine/json.ts';
import { objectOf, textOf } from '../../engine/json-fields.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import { readYaml } from '../../engine/read-yaml.ts';
import { type ApiDifference, compareOpenApi } from '../../generate/openapi-diff/index.ts';
import type { Files, Host } from '../../host/contract.ts';
import { version } from '../version.ts';
import { documentOf, titleOf, wholeDocument, wholePath } from './api-files.ts';
import { generateErrors } from './errors.ts';
import { productParts } from './product-parts.ts';

export interface DiffOpenApiOptions {
  readonly host: Host;
  /** A document that an earlier version wrote, the directory of its documents, or that of the one of a component. */
  readonly old: string;
  /** Every component there is, unless told otherwise. */
  readonly components?: readonly Component[];
}

export interface OpenApiDiff {
  /** The file that was compared. */
  readonly old: string;
  readonly title: string;
  /** Of the product, as both documents have it. */
  readonly was: string;
  readonly is: string;
  readonly breaking: number;
  readonly compatible: number;
  /** What breaks first, then by place. */
  readonly differences: readonly ApiDifference[];
}

/**
 * How the API differs from what a document says: the document of one component from that component's, any other from
 * everything.
 *
 * @throws PlatformError `cli/no-openapi-document` where it is none of ours.
 */
export async function diffOpenApi(options: DiffOpenApiOptions): Promise<OpenApiDiff> {
  const { components = everyComponent, host, old } = options;
  const path = await documentAt(old, host.files);
  const before = documentIn(await host.files.readText(path), path);
  const info = objectOf(before['info']);
  const title = textOf(info['title']) ?? '';
  const parts = productParts(host, components);
  const part = parts.find(({ name }) => titleOf(name) === title);
  const { document } = part === undefined ? wholeDocument(parts, version) : documentOf(part, parts, version);
  const differences = compareOpenApi(before, document);
  const breaking = differences.filter(({ rating }) => rating === 'breaking').length;
  return {
    old: path,
    title,
    was: textOf(info['version']) ?? '',
    is: version,
    breaking,
    compatible: differences.length - breaking,
    differences,
  };
}

/** In a directory the document of everything, or the only one that there is. */
async function documentAt(old: string, files: Files): Promise<string> {
  const { type } = await files.stat(old);
  if (type !== 'directory') return old;
  const names = (await files.list(old)).map(({ name }) => name).filter((name) => /\.ya?ml$|\.json$/u.test(name));
  const [only] = names;
  return join(old, names.length === 1 && only !== undefined ? only : wholePath);
}

function documentIn(text: string | null, path: string): JsonObject {
  const refuse = (why: string): Error => makeError(generateErrors.noDocument, { message: `${path} ${why}.` });
  if (text === null) throw refuse('is no text');
  const read = readYaml(text);
  if ('problem' in read) throw refuse(`cannot be read: ${read.problem}`);
  const { value } = read;
  if (!isJsonObject(value) || textOf(value['openapi']) === undefined) throw refuse('is no OpenAPI document');
  const openapi = textOf(value['openapi']) ?? '';
  if (!openapi.startsWith('3.1.')) throw refuse(`is OpenAPI ${openapi}, and only 3.1 can be compared`);
  const title = textOf(objectOf(value['info'])['title']);
  const isOurs = title !== undefined && /^Dream(?:$|: )/u.test(title) && isJsonObject(value['x-error-codes']);
  if (!isOurs || !isJsonObject(value['paths'])) throw refuse('describes another API than that of Dream');
  return value;
}
