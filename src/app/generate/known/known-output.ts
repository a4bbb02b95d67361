import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What this version of Dream writes into a folder, known before it is written: the same version writes the same bytes. */
export interface KnownOutput {
  /** By path, the sha256 of each. Where files are listed, the list is one of them. */
  readonly files: { readonly [path: string]: string };
  /** What the command says of them besides. */
  readonly operations: number;
  readonly types: number;
  readonly documents: readonly KnownDocument[];
}

export interface KnownDocument {
  readonly path: string;
  readonly component: string | null;
  readonly operations: number;
  readonly kinds: number;
}

/** By the name of the folder: `openapi`, `sdks/python`, `docs`. */
export type KnownOutputs = (name: string) => KnownOutput | undefined;

/** Beside the bundle, where `scripts/build.ts` leaves it. */
export const outputsFile = 'outputs.json';

/** As the build left it; nothing is known where the program runs from its sources, which may change any time. */
export const outputsOfBuild: KnownOutputs = (name) => {
  if (fileURLToPath(import.meta.url).endsWith('.ts')) return undefined;
  const file = join(import.meta.dirname, outputsFile);
  if (!existsSync(file)) return undefined;
  const outputs: { readonly [name: string]: KnownOutput } = JSON.parse(readFileSync(file, 'utf8'));
  return outputs[name];
};
