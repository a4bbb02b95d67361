import type { Component } from '../../components/contract.ts';
import type { Host } from '../../host/contract.ts';
import { openApiHead } from '../../engine/load/written-openapi.ts';
import type { ApiFile } from './api-files.ts';
import { isAsKnown } from './known/is-as-known.ts';
import { type KnownOutputs, outputsOfBuild } from './known/known-output.ts';
import { leftOverDocuments } from './left-over-documents.ts';
import { fresh, type Looked, written } from './looked.ts';
import { makeProduct } from './make-product.ts';
import { compareFiles, type FileState, type FoundFile, writeFiles } from './own-files.ts';
import type { Product } from './product.ts';

export interface GenerateOpenApiOptions {
  readonly host: Host;
  readonly directory: string;
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** Every component there is, unless told otherwise. */
  readonly components?: readonly Component[];
  /** What is known to come of it; by default what the build knew, where every component was asked for. */
  readonly known?: KnownOutputs;
  /** Given where more is made of it. */
  readonly product?: () => Promise<Product>;
}

export interface GeneratedOpenApi {
  readonly directory: string;
  readonly checked: boolean;
  /** The document of everything first; at the end those of components that are no more. */
  readonly documents: readonly GeneratedDocument[];
}

export interface GeneratedDocument {
  /** Below the directory. */
  readonly path: string;
  /** Null: all of them. */
  readonly component: string | null;
  readonly operations: number;
  readonly kinds: number;
  /** As it was found. */
  readonly state: FileState;
}

/** Writes the OpenAPI documents of the product, or says how those that are there differ from them. */
export async function generateOpenApi(options: GenerateOpenApiOptions): Promise<GeneratedOpenApi> {
  return written(await lookAtOpenApi(options), options.check);
}

/** The same, but for the writing. */
export async function lookAtOpenApi(options: GenerateOpenApiOptions): Promise<Looked<GeneratedOpenApi>> {
  const { check, components, directory, host, product = () => makeProduct(host, components) } = options;
  const { known = components === undefined ? outputsOfBuild : () => undefined } = options;
  const there = { directory, head: openApiHead, files: host.files };
  const output = known('openapi');
  if (output !== undefined && (await isAsKnown(output, directory, host.files))) {
    const left = await leftOverDocuments(Object.keys(output.files), there);
    if (left.length === 0) {
      const documents = output.documents.map((document) => ({ ...document, state: 'unchanged' as const }));
      return fresh({ directory, checked: check, documents });
    }
  }
  const files = (await product()).openApiFiles();
  const paths = files.map(({ path }) => path);
  const gone = (await leftOverDocuments(paths, there)).map((path): FoundFile => ({ path, state: 'gone' }));
  const found = [...(await compareFiles(files, there)), ...gone];
  const byPath = new Map<string, ApiFile>(files.map((file) => [file.path, file]));
  const documents = found.map(({ path, state }) => {
    const { component = null, kinds = 0, operations = 0 } = byPath.get(path) ?? {};
    return { path, component, operations, kinds, state };
  });
  return { found: { directory, checked: check, documents }, write: () => writeFiles(files, found, there) };
}
