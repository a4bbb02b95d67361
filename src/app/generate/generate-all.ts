import { join } from 'node:path';
import type { Host } from '../../host/contract.ts';
import { type GeneratedDocs, lookAtDocs } from './generate-docs.ts';
import { type GeneratedOpenApi, lookAtOpenApi } from './generate-openapi.ts';
import { type GeneratedSdks, lookAtSdks } from './generate-sdk.ts';
import { written } from './looked.ts';
import { makeProduct } from './make-product.ts';
import type { Product } from './product.ts';

export interface GenerateAllOptions {
  readonly host: Host;
  /** `openapi`, `sdks` and `docs/api` stand below it. */
  readonly directory: string;
  /** Only look: nothing is written. */
  readonly check: boolean;
}

export interface GeneratedAll {
  readonly directory: string;
  readonly checked: boolean;
  readonly openapi: GeneratedOpenApi;
  readonly sdks: GeneratedSdks;
  readonly docs: GeneratedDocs;
}

/**
 * Writes all that follows from the product, each part of it made once. None of it is touched where some of it cannot be.
 *
 * @throws PlatformError `cli/foreign-file` where somebody else's file has the name of one of them, or one was edited.
 */
export async function generateAll({ check, directory, host }: GenerateAllOptions): Promise<GeneratedAll> {
  let made: Promise<Product> | undefined;
  const shared = { host, check, product: () => (made ??= makeProduct(host)) };
  // What is refused in one folder is known before another is written to.
  const openapi = await lookAtOpenApi({ ...shared, directory: join(directory, 'openapi') });
  const sdks = await lookAtSdks({ ...shared, directory: join(directory, 'sdks') });
  const docs = await lookAtDocs({ ...shared, directory: join(directory, 'docs/api') });
  return {
    directory,
    checked: check,
    openapi: await written(openapi, check),
    sdks: await written(sdks, check),
    docs: await written(docs, check),
  };
}
