import type { Component } from '../../components/contract.ts';
import { components as everyComponent } from '../../components/index.ts';
import { createRegistry } from '../../engine/model/create-registry.ts';
import type { Host } from '../../host/contract.ts';
import { bindPorts } from '../bind-ports.ts';
import type { ApiPart } from '../control-plane/api-parts.ts';
import { apiParts } from '../control-plane/operations.ts';
import { version } from '../version.ts';
import { type ApiFile, apiFiles, openApiHead } from './api-files.ts';
import { compareFiles, type FileState, writeFiles } from './own-files.ts';

export interface GenerateOpenApiOptions {
  readonly host: Host;
  readonly directory: string;
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** Every component there is, unless told otherwise. */
  readonly components?: readonly Component[];
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
  const { check, components = everyComponent, directory, host } = options;
  const files = apiFiles(productParts(host, components), version);
  const there = { directory, head: openApiHead, files: host.files };
  const found = await compareFiles(files, there);
  if (!check) await writeFiles(files, found, there);
  const byPath = new Map<string, ApiFile>(files.map((file) => [file.path, file]));
  const documents = found.map(({ path, state }) => {
    const { component = null, kinds = 0, operations = 0 } = byPath.get(path) ?? {};
    return { path, component, operations, kinds, state };
  });
  return { directory, checked: check, documents };
}

/** What everybody offers, of a control plane that is never started. */
export function productParts(host: Host, components: readonly Component[]): readonly ApiPart[] {
  return apiParts({
    host,
    registry: createRegistry(components),
    components,
    ports: bindPorts(components),
    masterKey: null,
    program: () => version,
  });
}
