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

/**
 * Writes all that follows from the product, each part of it made once. None of it is touched where some of it cannot be.
 *
 * @throws PlatformError `cli/foreign-file` where somebody else's file has the name of one of them, or one was edited.
 */
export async function generateAll({ check, directory, host }: GenerateAllOptions): Promise<GeneratedAll> {
  let made: Product | undefined;
  const shared = { host, product: () => (made ??= new Product(host)) };
  const generate = async (part: { readonly check: boolean }): Promise<Omit<GeneratedAll, 'directory' | 'checked'>> => ({
    openapi: await generateOpenApi({ ...shared, ...part, directory: join(directory, 'openapi') }),
    sdks: await generateSdk({ ...shared, ...part, directory: join(directory, 'sdks') }),
    docs: await generateDocs({ ...shared, ...part, directory: join(directory, 'docs/api') }),
  });
  const found = await generate({ check: true });
  // What is refused in one folder is known before another is written to.
  const { docs, openapi, sdks } = check || isFresh(found) ? found : await generate({ check: false });
  return {
    directory,
    checked: check,
    openapi: { ...openapi, checked: check },
    sdks: { ...sdks, checked: check },
    docs: { ...docs, checked: check },
  };
}

function isFresh({ docs, openapi, sdks }: Pick<GeneratedAll, 'docs' | 'openapi' | 'sdks'>): boolean {
  const files = [...openapi.documents, ...sdks.sdks.flatMap((sdk) => sdk.files), ...docs.files];
  return files.every(({ state }) => state === 'unchanged');
}
