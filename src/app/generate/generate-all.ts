import { join } from 'node:path';
import type { Host } from '../../host/contract.ts';
import { type GeneratedDocs, generateDocs } from './generate-docs.ts';
import { type GeneratedOpenApi, generateOpenApi } from './generate-openapi.ts';
import { type GeneratedSdks, generateSdk } from './generate-sdk.ts';
import { Product } from './product.ts';

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

/** Writes all that follows from the product, each part of it made once. */
export async function generateAll({ check, directory, host }: GenerateAllOptions): Promise<GeneratedAll> {
  let made: Product | undefined;
  const shared = { check, host, product: () => (made ??= new Product(host)) };
  return {
    directory,
    checked: check,
    openapi: await generateOpenApi({ ...shared, directory: join(directory, 'openapi') }),
    sdks: await generateSdk({ ...shared, directory: join(directory, 'sdks') }),
    docs: await generateDocs({ ...shared, directory: join(directory, 'docs/api') }),
  };
}
