import { basename, dirname } from 'node:path';
import type { ConfigurationTypes, TypesFile } from '../../../generate/types/configuration-types.ts';
import { emitJava } from '../../../generate/types/java/emit-java.ts';
import { ownHead } from '../../../generate/types/own-head.ts';
import { emitPython } from '../../../generate/types/python/emit-python.ts';
import { emitTypeScript } from '../../../generate/types/typescript/emit-typescript.ts';

/** What was asked for. */
export interface TypesDestination {
  /** A file, or in Java the root of the sources. */
  readonly out: string;
  /** Of Java, and a name that a package can have. */
  readonly packageName: string;
}

/** The package of Java classes unless told otherwise. */
export const defaultPackage = 'dream.types';

export interface WrittenTypes {
  /** Paths of the files are below it. */
  readonly directory: string;
  readonly files: readonly TypesFile[];
  /** The folder below it in which whatever begins as ours do is ours; a language of one file has none. */
  readonly folder?: string;
}

/** A language that the names of a configuration are written in. */
export interface TypeLanguage {
  /** As `--lang` has it. */
  readonly name: string;
  /** Where they go unless told otherwise. */
  readonly out: string;
  /** Whether the names stand in a package, which `--package` says. */
  readonly hasPackages: boolean;
  /** The line that its files begin with. */
  readonly head: string;
  readonly write: (types: ConfigurationTypes, destination: TypesDestination) => WrittenTypes;
}

/** The only list of them. */
export const typeLanguages: readonly TypeLanguage[] = [
  {
    name: 'typescript',
    out: 'dream-types.ts',
    hasPackages: false,
    head: ownHead('//'),
    write: (types, { out }) => ({ directory: dirname(out), files: emitTypeScript(types, basename(out)) }),
  },
  {
    name: 'python',
    out: 'dream_types.py',
    hasPackages: false,
    head: ownHead('#'),
    write: (types, { out }) => ({ directory: dirname(out), files: emitPython(types, basename(out)) }),
  },
  {
    name: 'java',
    out: 'src/main/java',
    hasPackages: true,
    head: ownHead('//'),
    write: (types, { out, packageName }) => ({
      directory: out,
      files: emitJava(types, packageName),
      folder: packageName.replaceAll('.', '/'),
    }),
  },
];
