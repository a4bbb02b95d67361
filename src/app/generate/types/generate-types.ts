import { join } from 'node:path';
import { kinds } from '../../../components/index.ts';
import type { ConfigurationTypes } from '../../../generate/types/configuration-types.ts';
import { isPackageName } from '../../../generate/types/java/package-name.ts';
import type { Host } from '../../../host/contract.ts';
import { InvalidConfigurationError, usageError } from '../../command-errors.ts';
import { loadProject } from '../../load-project.ts';
import { type FoundFile, type OwnedDirectory, writeFiles } from '../own-files.ts';
import { compareTypes } from './compare-types.ts';
import { describeTypes } from './describe-types.ts';
import { defaultPackage, type TypeLanguage, typeLanguages } from './type-languages.ts';

export interface GenerateTypesOptions {
  readonly host: Host;
  /** Of the project. */
  readonly directory: string;
  readonly language: TypeLanguage;
  /** The file, or in Java the root of the sources; that of the language unless told otherwise. */
  readonly out?: string | undefined;
  /** Of Java only; `dream.types` unless told otherwise. */
  readonly packageName?: string | undefined;
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** Told how many bytes there are to read. */
  readonly whenFound?: ((bytes: number) => void) | undefined;
}

export interface GeneratedTypes {
  readonly language: string;
  readonly out: string;
  readonly checked: boolean;
  readonly flags: number;
  /** Permissions, keys of plans and all other constants that are no flags. */
  readonly names: number;
  readonly types: number;
  /** As they were found: those that should be there, and those that should be gone. */
  readonly files: readonly FoundFile[];
}

export const typeLanguageNames: readonly string[] = typeLanguages.map(({ name }) => name);

/** The language of that name, which is one of {@link typeLanguageNames}. */
export function typeLanguageNamed(name: string): TypeLanguage {
  const language = typeLanguages.find((one) => one.name === name);
  if (language === undefined) throw new RangeError(`there is no language ${name}`);
  return language;
}

/**
 * Writes what the files of a project give names to, or says how what is there differs. Of several files, none is touched
 * where one of them cannot be.
 *
 * @throws InvalidConfigurationError where the files have mistakes; PlatformError `cli/foreign-file` where somebody else's
 *   file has the name of one of those to write; `cli/usage` where a package is named that is none, or that the language has not.
 */
export async function generateTypes(options: GenerateTypesOptions): Promise<GeneratedTypes> {
  const { check, directory, host, language, whenFound } = options;
  if (options.packageName !== undefined && !language.hasPackages) {
    throw usageError(
      `--package names the package of Java classes, and ${language.name} writes one module.`,
      'Leave it out; `--out` says where the module goes.',
    );
  }
  const packageName = options.packageName ?? defaultPackage;
  // What was asked for is looked at before any file is.
  if (!isPackageName(packageName)) throw usageError(`${packageName} is no name of a Java package.`);
  const { configuration, diagnostics } = await loadProject(directory, host, whenFound);
  if (configuration === null) throw new InvalidConfigurationError(diagnostics, directory, 'nothing was written');
  const types = describeTypes(
    configuration,
    kinds.flatMap(({ models }) => models),
  );
  const out = options.out ?? language.out;
  const { directory: root, files: wanted, folder } = language.write(types, { out, packageName });
  const there: OwnedDirectory = { directory: root, head: language.head, files: host.files };
  const found = await compareTypes(wanted, folder, there);
  if (!check) await writeFiles(wanted, found, there);
  const files = found.map(({ path, state }) => ({ path: join(root, path), state }));
  return { language: language.name, out, checked: check, ...countsOf(types), files };
}

function countsOf({ families, flags, groups, objectTypes, tables }: ConfigurationTypes): {
  readonly flags: number;
  readonly names: number;
  readonly types: number;
} {
  const constants = [...groups, ...families.flatMap((family) => family.groups)].map((group) => group.constants.length);
  return {
    flags: flags.length,
    names: constants.reduce((sum, count) => sum + count, 0),
    types: objectTypes.length + tables.length,
  };
}
