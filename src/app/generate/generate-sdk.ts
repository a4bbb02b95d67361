import { join } from 'node:path';
import type { Component } from '../../components/contract.ts';
import { operationsBelow } from '../../generate/sdk/operations-below.ts';
import type { Host } from '../../host/contract.ts';
import { isAsKnown } from './known/is-as-known.ts';
import { type KnownOutputs, outputsOfBuild } from './known/known-output.ts';
import type { FoundFile } from './own-files.ts';
import { fresh, type Looked, written } from './looked.ts';
import { makeProduct } from './make-product.ts';
import type { Product } from './product.ts';
import { compareSdk } from './sdk/compare-sdk.ts';
import { type LanguageName, languageNames } from './sdk/language-names.ts';
import type { SdkLanguage } from './sdk/languages.ts';
import { writeSdk } from './sdk/write-sdk.ts';

export interface GenerateSdkOptions {
  readonly host: Host;
  /** Each language has a folder of its own in it. */
  readonly directory: string;
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** All that there are, unless told otherwise. */
  readonly names?: readonly LanguageName[];
  /** Instead of those that there are. */
  readonly languages?: readonly SdkLanguage[];
  /** Every component there is, unless told otherwise. */
  readonly components?: readonly Component[];
  /** What is known to come of it; by default what the build knew, where nothing else is asked for than it was. */
  readonly known?: KnownOutputs;
  /** Given where more is made of it. */
  readonly product?: () => Promise<Product>;
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

/** Writes the SDKs, or says how those that are there differ. Of several, none is touched where one of them cannot be. */
export async function generateSdk(options: GenerateSdkOptions): Promise<GeneratedSdks> {
  return written(await lookAtSdks(options), options.check);
}

/** The same, but for the writing. */
export async function lookAtSdks(options: GenerateSdkOptions): Promise<Looked<GeneratedSdks>> {
  const { check, components, directory, host, names = languageNames } = options;
  const { languages, product = () => makeProduct(host, components) } = options;
  const known = await knownSdks(options, languages?.map(({ name }) => name) ?? names);
  if (known !== null) return fresh({ directory, checked: check, sdks: known });
  const made = await product();
  const wanted = (languages ?? (await languagesNamed(names))).map((language) => ({
    language,
    directory: join(directory, language.name),
    files: made.sdkFiles(language),
  }));
  const sdks = await Promise.all(
    wanted.map(async (sdk) => ({ ...sdk, found: await compareSdk(sdk.files, sdk.directory, host.files) })),
  );
  const operations = made.api.resources.flatMap(operationsBelow).length;
  const write = async (): Promise<void> => {
    for (const sdk of sdks) await writeSdk(sdk.files, sdk.found, { directory: sdk.directory, files: host.files });
  };
  const generated = sdks.map((sdk) => ({
    language: sdk.language.name,
    directory: sdk.directory,
    operations,
    types: made.api.types.length,
    files: sdk.found,
  }));
  return { found: { directory, checked: check, sdks: generated }, write };
}

/** Loaded only where one of them must be written. */
async function languagesNamed(names: readonly LanguageName[]): Promise<readonly SdkLanguage[]> {
  const { sdkLanguages } = await import('./sdk/languages.ts');
  return sdkLanguages.filter(({ name }) => names.some((one) => one === name));
}

/** Null where one of them is not known to be as it should. */
async function knownSdks(
  {
    components,
    directory,
    host,
    known = components === undefined ? outputsOfBuild : () => undefined,
  }: GenerateSdkOptions,
  names: readonly string[],
): Promise<readonly GeneratedSdk[] | null> {
  const sdks: GeneratedSdk[] = [];
  for (const language of names) {
    const output = known(`sdks/${language}`);
    const there = join(directory, language);
    if (output === undefined || !(await isAsKnown(output, there, host.files))) return null;
    const { operations, types } = output;
    const files = Object.keys(output.files).map((path) => ({ path, state: 'unchanged' as const }));
    sdks.push({ language, directory: there, operations, types, files });
  }
  return sdks;
}
