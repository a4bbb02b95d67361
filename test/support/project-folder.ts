import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { components } from '../../src/components/index.ts';
import type { LoadResult } from '../../src/engine/configuration.ts';
import type { Diagnostic } from '../../src/engine/diagnostic/diagnostic.ts';
import { loadConfiguration } from '../../src/engine/load/load-configuration.ts';
import type { SourceFiles } from '../../src/engine/load/source-files.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import { createHost } from '../../src/host/create-host.ts';

/** Two environments, and variables that differ between them. */
export const dreamYaml = `project: acme
environments:
  development: {}
  production: { mode: live, protect: true, vars: { PRICE: 59.90, HOST: api.acme.com } }
vars: { PRICE: 49.90, HOST: dev.acme.com, SEATS: 5, ON: true }
`;

export const registry = createRegistry(components);

export type FileContents = { readonly [path: string]: string | Uint8Array };

/** A folder of its own with these files, gone after the test. A dream.yaml is added unless one is given. */
export function projectFolder(files: FileContents): string {
  const directory = mkdtempSync(join(tmpdir(), 'dream-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, content] of Object.entries({ 'dream.yaml': dreamYaml, ...files })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

/** Loads a folder with all kinds there are. */
export function load(directory: string, files: SourceFiles = createHost().files): Promise<LoadResult> {
  return loadConfiguration({ directory, files, registry });
}

export async function loadFiles(files: FileContents): Promise<LoadResult> {
  return load(projectFolder(files));
}

/** `a.yaml:2:6 reference/unknown`, the shortest form that says where and what. */
export function brief({ at, code }: Diagnostic): string {
  return `${at === undefined ? '-' : `${at.file}:${at.start.line}:${at.start.column}`} ${code}`;
}
