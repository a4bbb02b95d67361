import { join } from 'node:path';
import type { Component } from '../../components/contract.ts';
import { components as everyComponent } from '../../components/index.ts';
import type { ApiDescription, SdkFile, SdkResource } from '../../generate/sdk/api-description.ts';
import type { Host } from '../../host/contract.ts';
import { version } from '../version.ts';
import { productParts } from './generate-openapi.ts';
import type { FoundFile } from './own-files.ts';
import { compareSdk } from './sdk/compare-sdk.ts';
import { describeApi } from './sdk/describe-api.ts';
import { isBelow } from './sdk/file-list.ts';
import { type SdkLanguage, sdkLanguages } from './sdk/languages.ts';
import { writeSdk } from './sdk/write-sdk.ts';

export interface GenerateSdkOptions {
  readonly host: Host;
  /** Each language has a folder of its own in it. */
  readonly directory: string;
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** All that there are, unless told otherwise. */
  readonly languages?: readonly SdkLanguage[];
  /** Every component there is, unless told otherwise. */
  readonly components?: readonly Component[];
}

export interface GeneratedSdks {
  readonly directory: string;
  readonly checked: boolean;
  readonly sdks: readonly GeneratedSdk[];
}

export interface GeneratedSdk {
  readonly language: string;
  readonly directory: string;
  readonly operations: number;
  readonly types: number;
  /** As they were found: those that should be there, those that should be gone, and the list of them. */
  readonly files: readonly FoundFile[];
}

/** Names that `--lang` takes. */
export const languageNames: readonly string[] = sdkLanguages.map(({ name }) => name);

/** The language of that name; all of them for `all`. */
export function languagesNamed(name: string): readonly SdkLanguage[] {
  return sdkLanguages.filter((language) => name === 'all' || language.name === name);
}

/** Writes the SDKs, or says how those that are there differ. Of several, none is touched where one of them cannot be. */
export async function generateSdk(options: GenerateSdkOptions): Promise<GeneratedSdks> {
  const { check, components = everyComponent, directory, host, languages = sdkLanguages } = options;
  const description = describeApi(productParts(host, components), version);
  const wanted = languages.map((language) => ({
    language,
    directory: join(directory, language.name),
    files: filesOf(language, description),
  }));
  const sdks = await Promise.all(
    wanted.map(async (sdk) => ({ ...sdk, found: await compareSdk(sdk.files, sdk.directory, host.files) })),
  );
  if (!check) {
    for (const sdk of sdks) await writeSdk(sdk.files, sdk.found, { directory: sdk.directory, files: host.files });
  }
  const operations = description.resources.map(operationCount).reduce((sum, count) => sum + count, 0);
  return {
    directory,
    checked: check,
    sdks: sdks.map((sdk) => ({
      language: sdk.language.name,
      directory: sdk.directory,
      operations,
      types: description.types.length,
      files: sdk.found,
    })),
  };
}

function filesOf({ emit, name, templates }: SdkLanguage, description: ApiDescription): readonly SdkFile[] {
  const files = emit(description, templates());
  // Where case does not count, one of two would be written over the other.
  const paths = files.map(({ path }) => path.toLowerCase());
  const wrong = files
    .map(({ path }) => path)
    .find((path, index) => !isBelow(path) || paths.indexOf(path.toLowerCase()) !== index);
  if (wrong !== undefined) throw new RangeError(`${name}: ${wrong} is written twice, or outside the SDK`);
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function operationCount({ operations, resources }: SdkResource): number {
  return resources.map(operationCount).reduce((sum, count) => sum + count, operations.length);
}
