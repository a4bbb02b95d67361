/**
 * Writes docs/sdk-parity.md from the operation table and the SDKs; a test fails while it is not up to date.
 *
 *   node scripts/sdk-parity.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productParts } from '../src/app/generate/product-parts.ts';
import { describeApi } from '../src/app/generate/sdk/describe-api.ts';
import { sdkLanguages } from '../src/app/generate/sdk/languages.ts';
import { version } from '../src/app/version.ts';
import { components } from '../src/components/index.ts';
import { parityPage } from '../src/generate/sdk/parity-page.ts';
import { createHost } from '../src/host/create-host.ts';

export const sdkParityPath = join(import.meta.dirname, '..', 'docs/sdk-parity.md');

export function renderSdkParity(): string {
  const parts = productParts(createHost(), components);
  const description = describeApi(parts, version);
  const sdks = sdkLanguages.map(({ emit, templates, title }) => ({ title, files: emit(description, templates()) }));
  const leftOut = parts
    .flatMap(({ operations }) => operations)
    .filter(({ foreignProtocol }) => foreignProtocol !== undefined)
    .map(({ id, method, path, tag }) => ({
      id,
      request: `${method} ${path}`,
      reason: `the protocol of a standard, ${tag}, which has clients of its own`,
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return parityPage(description, sdks, leftOut);
}

if (import.meta.main) {
  await writeFile(sdkParityPath, renderSdkParity());
}
