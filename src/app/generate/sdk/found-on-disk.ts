import { join } from 'node:path';
import type { DirectoryEntry, Files } from '../../../host/contract.ts';
import { isFileProblem } from '../../../host/file-problem.ts';

/** What stands at a path below a directory. */
export type OnDisk =
  | { readonly is: 'missing' }
  /** `path`: as it is written there, where case does not count. `text`: null for what is no UTF-8. */
  | { readonly is: 'file'; readonly path: string; readonly text: string | null }
  /** A folder, a link or a device has its name, or something that is no folder that of one above it. */
  | { readonly is: 'blocked'; readonly by: string; readonly type: DirectoryEntry['type'] };

type Reading = Pick<Files, 'list' | 'readBytes' | 'stat'>;

/**
 * Finds files below a directory without ever following a link, which may lead out of it: each name is looked up in the
 * listing of the folder above it.
 */
export function diskBelow(directory: string, files: Reading): (path: string) => Promise<OnDisk> {
  const listings = new Map<string, Promise<readonly DirectoryEntry[]>>();
  const listing = async (folder: string): Promise<readonly DirectoryEntry[]> => {
    const known = listings.get(folder) ?? unlessMissing(files.list(join(directory, folder)), []);
    listings.set(folder, known);
    return known;
  };
  const entryOf = async (folder: string, name: string): Promise<DirectoryEntry | undefined> => {
    const entries = await listing(folder);
    const exact = entries.find((entry) => entry.name === name);
    if (exact !== undefined) return exact;
    const alike = entries.find((entry) => folded(entry.name) === folded(name));
    // Only a file system without case finds by one name what has another.
    const isSame =
      alike !== undefined && (await unlessMissing(files.stat(join(directory, folder, name)), null)) !== null;
    return isSame ? alike : undefined;
  };
  return async (path) => {
    const names = path.split('/');
    let at = '';
    for (const [index, name] of names.entries()) {
      const entry = await entryOf(at, name);
      if (entry === undefined) return { is: 'missing' };
      at = at === '' ? entry.name : `${at}/${entry.name}`;
      const wanted = index === names.length - 1 ? 'file' : 'directory';
      if (entry.type !== wanted) return { is: 'blocked', by: at, type: entry.type };
    }
    return { is: 'file', path: at, text: textOf(await files.readBytes(join(directory, at))) };
  };
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** As it stands there, its byte order mark kept. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

async function unlessMissing<T, U>(reading: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await reading;
  } catch (error) {
    if (isFileProblem(error) && error.problem === 'not-found') return otherwise;
    throw error;
  }
}
