import type { SdkFile } from '../../../generate/sdk/api-description.ts';
import { operationsBelow } from '../../../generate/sdk/operations-below.ts';
import type { Product } from '../product.ts';
import { fileHash, fileListPath, fileListText } from '../sdk/file-list.ts';
import { sdkLanguages } from '../sdk/languages.ts';
import type { KnownOutput } from './known-output.ts';

/** All that is written of the product, for the build to keep. By the name of the folder. */
export function outputs(product: Product): { readonly [name: string]: KnownOutput } {
  const operations = product.api.resources.flatMap(operationsBelow).length;
  const types = product.api.types.length;
  const listed = (files: readonly SdkFile[]): KnownOutput => ({
    files: hashes([...files, { path: fileListPath, text: fileListText(files) }]),
    operations,
    types,
    documents: [],
  });
  const documents = product.openApiFiles();
  return {
    openapi: {
      files: hashes(documents),
      operations,
      types,
      documents: documents.map(({ component, kinds, operations: own, path }) => ({
        path,
        component,
        operations: own,
        kinds,
      })),
    },
    docs: listed(product.docsFiles()),
    ...Object.fromEntries(
      sdkLanguages.map((language) => [`sdks/${language.name}`, listed(product.sdkFiles(language))]),
    ),
  };
}

function hashes(files: readonly SdkFile[]): KnownOutput['files'] {
  return Object.fromEntries(files.map(({ path, text }) => [path, fileHash(text)]));
}
