import { join } from 'node:path';
import type { Component } from '../../components/contract.ts';
import { operationsBelow } from '../../generate/sdk/operations-below.ts';
import type { Host } from '../../host/contract.ts';
import { isAsKnown } from './known/is-as-known.ts';
import { type KnownOutputs, outputsOfBuild } from './known/known-output.ts';
import type { FoundFile } from './own-files.ts';
import { Product } from './product.ts';
import { compareSdk } from './sdk/compare-sdk.ts';
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
  /** What is known to come of it; by default what the build knew, where nothing else is asked for than it was. */
  readonly known?: KnownOutputs;
  /** Given where more is made of it. */
  readonly product?: () => Product;
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
  const { check, components, directory, host, languages = sdkLanguages } = options;
  const { product = () => new Product(host, components) } = options;
  const fresh = await freshSdks(options, languages);
  if (fresh !== null) return { directory, checked: check, sdks: fresh };
  const made = product();
  const wanted = languages.map((language) => ({
    language,
    directory: join(directory, language.name),
    files: made.sdkFiles(language),
  }));
  const sdks = await Promise.all(
    wanted.map(async (sdk) => ({ ...sdk, found: await compareSdk(sdk.files, sdk.directory, host.files) })),
  );
  if (!check) {
    for (const sdk of sdks) await writeSdk(sdk.files, sdk.found, { directory: sdk.directory, files: host.files });
  }
  const operations = made.api.resources.flatMap(operationsBelow).length;
  return {
    directory,
    checked: check,
    sdks: sdks.map((sdk) => ({
      language: sdk.language.name,
      directory: sdk.directory,
      operations,
      types: made.api.types.length,
      files: sdk.found,
    })),
  };
}

/** Null where one of them is not known to be as it should. */
async function freshSdks(
  {
    components,
    directory,
    host,
    known = components === undefined ? outputsOfBuild : () => undefined,
  }: GenerateSdkOptions,
  languages: readonly SdkLanguage[],
): Promise<readonly GeneratedSdk[] | null> {
  const sdks: GeneratedSdk[] = [];
  for (const { name: language } of languages) {
    const output = known(`sdks/${language}`);
    const there = join(directory, language);
    if (output === undefined || !(await isAsKnown(output, there, host.files))) return null;
    const { operations, types } = output;
    const files = Object.keys(output.files).map((path) => ({ path, state: 'unchanged' as const }));
    sdks.push({ language, directory: there, operations, types, files });
  }
  return sdks;
}
