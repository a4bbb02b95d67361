/**
 * Writes test/conformance/sdk/operations/ from the operation table: a behaviour case for every operation, to which the
 * SDKs of all languages are held. A test fails while it is not up to date.
 *
 *   node scripts/sdk-cases.ts
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productParts } from '../src/app/generate/product-parts.ts';
import { describeApi } from '../src/app/generate/sdk/describe-api.ts';
import { version } from '../src/app/version.ts';
import { components } from '../src/components/index.ts';
import type { SdkFile } from '../src/generate/sdk/api-description.ts';
import { operationCases } from '../src/generate/sdk/cases/operation-cases.ts';
import { createHost } from '../src/host/create-host.ts';

const folder = join(import.meta.dirname, '..', 'test/conformance/sdk/operations');

export function renderSdkCases(): readonly SdkFile[] {
  return operationCases(describeApi(productParts(createHost(), components), version));
}

if (import.meta.main) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const { path, text } of renderSdkCases()) await writeFile(join(folder, path), text);
}
