import type { Component } from '../../components/contract.ts';
import { operationsBelow } from '../../generate/sdk/operations-below.ts';
import type { Host } from '../../host/contract.ts';
import { isAsKnown } from './known/is-as-known.ts';
import { type KnownOutputs, outputsOfBuild } from './known/known-output.ts';
import { fresh, type Looked, written } from './looked.ts';
import { makeProduct } from './make-product.ts';
import type { FoundFile } from './own-files.ts';
import type { Product } from './product.ts';
import { compareSdk } from './sdk/compare-sdk.ts';
import { writeSdk } from './sdk/write-sdk.ts';

export interface GenerateDocsOptions {
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

export interface GeneratedDocs {
  readonly directory: string;
  readonly checked: boolean;
  readonly operations: number;
  /** As they were found: those that should be there, those that should be gone, and the list of them. */
  readonly files: readonly FoundFile[];
}

/** Writes the pages of the API, or says how those that are there differ. */
export async function generateDocs(options: GenerateDocsOptions): Promise<GeneratedDocs> {
  return written(await lookAtDocs(options), options.check);
}

/** The same, but for the writing. */
export async function lookAtDocs(options: GenerateDocsOptions): Promise<Looked<GeneratedDocs>> {
  const { check, components, directory, host, product = () => makeProduct(host, components) } = options;
  const { known = components === undefined ? outputsOfBuild : () => undefined } = options;
  const output = known('docs');
  if (output !== undefined && (await isAsKnown(output, directory, host.files))) {
    const files = Object.keys(output.files).map((path) => ({ path, state: 'unchanged' as const }));
    return fresh({ directory, checked: check, operations: output.operations, files });
  }
  const made = await product();
  const pages = made.docsFiles();
  const found = await compareSdk(pages, directory, host.files);
  const operations = made.api.resources.flatMap(operationsBelow).length;
  return {
    found: { directory, checked: check, operations, files: found },
    write: () => writeSdk(pages, found, { directory, files: host.files }),
  };
}
