import { matchesGlob } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { atStart } from '../source/decode-source.ts';
import { fileTrouble, troubleOf } from './file-trouble.ts';
import type { SourceEntry, SourceFiles } from './source-files.ts';

export const projectFileName = 'dream.yaml';

export interface FoundFile {
  /** Relative to the project directory. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export interface FoundFiles {
  /** Sorted by path; dream.yaml is not among them. */
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Something could not be looked into: what it defines is unknown. */
  readonly incomplete: boolean;
}

/**
 * All YAML files below the project directory. Left out: `node_modules`, whatever begins with a dot, what
 * `ignore` names, and folders with a dream.yaml of their own. Links are followed; a file that is reached
 * twice counts once, under its own name rather than a link's.
 */
export async function findFiles(files: SourceFiles, directory: string, ignore: readonly string[]): Promise<FoundFiles> {
  const search = new FileSearch(files, directory, ignore);
  await search.run();
  return {
    files: search.found.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
    diagnostics: search.diagnostics,
    incomplete: search.incomplete,
  };
}

interface Folder {
  /** Relative, `''` for the project directory. */
  readonly path: string;
  /** Identities of the folders it stands in, itself included. */
  readonly ancestors: ReadonlySet<string>;
}

class FileSearch {
  readonly found: FoundFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  incomplete = false;
  readonly #files: SourceFiles;
  readonly #directory: string;
  readonly #ignore: readonly string[];
  readonly #links: Folder[] = [];
  readonly #seenFolders = new Set<string>();
  readonly #seenFiles = new Set<string>();

  constructor(files: SourceFiles, directory: string, ignore: readonly string[]) {
    this.#files = files;
    this.#directory = directory;
    this.#ignore = ignore;
  }

  /** Links wait until everything that stands in its own place is known. */
  async run(): Promise<void> {
    await this.#folder('', new Set());
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) await this.#link(link);
  }

  async #folder(path: string, outer: ReadonlySet<string>): Promise<void> {
    try {
      const { identity } = await this.#files.stat(this.#absolute(path));
      if (outer.has(identity)) {
        this.diagnostics.push(atStart(path, state('file/link-loop', {})));
        return;
      }
      if (this.#seenFolders.has(identity)) return;
      this.#seenFolders.add(identity);
      const entries = await this.#files.list(this.#absolute(path));
      if (path !== '' && entries.some((entry) => entry.name === projectFileName)) {
        this.diagnostics.push(atStart(`${path}/${projectFileName}`, state('project/nested', { directory: path })));
        return;
      }
      await this.#entries(path, entries, new Set([...outer, identity]));
    } catch (error) {
      this.#report(fileTrouble(path === '' ? '.' : path, 'folder', error));
    }
  }

  async #entries(folder: string, entries: readonly SourceEntry[], ancestors: ReadonlySet<string>): Promise<void> {
    const sorted = entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
    for (const { name, type } of sorted) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name.startsWith('.') || name === 'node_modules' || path === projectFileName || this.#isIgnored(path))
        continue;
      // What is not UTF-8 has been replaced, and no longer leads to the file.
      if (name.includes('\ufffd') && !(await this.#exists(path))) {
        if (type === 'directory' || isYaml(name)) this.#report(atStart(path, state('file/name', {})));
        continue;
      }
      if (type === 'directory') await this.#folder(path, ancestors);
      else if (type === 'symlink') this.#links.push({ path, ancestors });
      else if (isYaml(name)) await this.#file(path);
    }
  }

  async #file(path: string): Promise<void> {
    try {
      const { identity, size, type } = await this.#files.stat(this.#absolute(path));
      if (type !== 'file') this.diagnostics.push(atStart(path, state('file/not-a-file', {})));
      else if (!this.#seenFiles.has(identity)) {
        this.#seenFiles.add(identity);
        this.found.push({ path, size });
      }
    } catch (error) {
      this.#report(fileTrouble(path, 'file', error));
    }
  }

  async #link({ path, ancestors }: Folder): Promise<void> {
    try {
      const { type } = await this.#files.stat(this.#absolute(path));
      if (type === 'directory') await this.#folder(path, ancestors);
      else if (isYaml(path)) await this.#file(path);
    } catch (error) {
      // A link that leads nowhere, or to itself, matters only where a file was expected.
      const leadsNowhere = ['not-found', 'link-loop'].includes(troubleOf(error));
      if (isYaml(path) || !leadsNowhere) this.#report(fileTrouble(path, 'file', error));
    }
  }

  async #exists(path: string): Promise<boolean> {
    try {
      await this.#files.stat(this.#absolute(path));
      return true;
    } catch {
      return false;
    }
  }

  #isIgnored(path: string): boolean {
    return ignoringPattern(path, this.#ignore) !== undefined;
  }

  #absolute(path: string): string {
    return path === '' ? this.#directory : `${this.#directory}/${path}`;
  }

  #report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
    // Where a link leads nowhere, nothing is defined.
    if (diagnostic.code !== 'file/not-found' && diagnostic.code !== 'file/link-loop') this.incomplete = true;
  }
}

/** The pattern of `ignore` that names a file or folder by itself, whatever holds it; both relative to dream.yaml. */
export function ignoringPattern(path: string, ignore: readonly string[]): string | undefined {
  return ignore.find((pattern) => matchesGlob(path, pattern.replace(/^\.\//, '').replace(/\/+$/, '')));
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}
