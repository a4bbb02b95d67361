import { join } from 'node:path';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { SdkFile } from '../../../generate/sdk/api-description.ts';
import type { Files } from '../../../host/contract.ts';
import { generateErrors } from '../errors.ts';
import type { FoundFile } from '../own-files.ts';
import { fileHash, type FileList, fileListPath, fileListText, readFileList, sameLines } from './file-list.ts';
import { diskBelow, type OnDisk } from './found-on-disk.ts';

/**
 * How the files of an SDK stand in its directory: those that should be there, those that should be gone, and last the
 * list of them. What is as it should be is right, whoever wrote it.
 *
 * @throws PlatformError `cli/foreign-file` where somebody else's file, folder or link has the name of one of them or of
 * a folder above it, and where one of Dream's was edited since.
 */
export async function compareSdk(
  wanted: readonly SdkFile[],
  directory: string,
  files: Pick<Files, 'list' | 'readBytes' | 'stat'>,
): Promise<readonly FoundFile[]> {
  const disk = diskBelow(directory, files);
  const listed = await disk(fileListPath);
  const list = listIn(listed);
  if (list === null) throw foreign(directory, [fileListPath], []);
  const names = new Set(wanted.map(({ path }) => path));
  const known = await Promise.all(wanted.map(async (file) => stateOf(file, await disk(file.path), list, names)));
  const stale = [...list.keys()].filter((path) => !names.has(path)).toSorted();
  const left = await Promise.all(stale.map(async (path) => leftOver(path, await disk(path), list, names)));
  const all = [...known, ...left];
  const [theirs = [], edited = []] = (['foreign', 'edited'] as const).map((state) => [
    ...new Set(all.filter((file) => file.state === state).map(({ path }) => path)),
  ]);
  if (theirs.length + edited.length > 0) throw foreign(directory, theirs, edited);
  return [...all.flatMap(owned), { path: fileListPath, state: stateOfList(listed, wanted) }];
}

interface Met {
  readonly path: string;
  readonly state: FoundFile['state'] | 'foreign' | 'edited' | 'missing';
}

/** Null: there is something of that name that is no list. */
function listIn(listed: OnDisk): FileList | null {
  if (listed.is === 'missing') return new Map<string, string>();
  return listed.is === 'file' ? readFileList(listed.text ?? '') : null;
}

function stateOf({ path, text }: SdkFile, there: OnDisk, list: FileList, names: ReadonlySet<string>): Met {
  if (there.is === 'missing') return { path, state: 'new' };
  const isLeftOver = (other: string): boolean => list.has(other) && !names.has(other);
  if (there.is === 'blocked') {
    // A file of ours that makes room for a folder of its name is judged by itself.
    return there.type === 'file' && isLeftOver(there.by)
      ? { path, state: 'new' }
      : { path: there.by, state: 'foreign' };
  }
  // And so is one that is called so now but for case.
  if (there.path !== path && isLeftOver(there.path)) return { path, state: 'new' };
  if (there.text !== null && sameLines(there.text, text)) return { path, state: 'unchanged' };
  const hash = list.get(path);
  if (hash === undefined) return { path, state: 'foreign' };
  return { path, state: there.text !== null && fileHash(there.text) === hash ? 'changed' : 'edited' };
}

/** On the list, but no file of the SDK any more. */
function leftOver(path: string, there: OnDisk, list: FileList, names: ReadonlySet<string>): Met {
  if (there.is === 'missing') return { path, state: 'missing' };
  if (there.is === 'blocked') {
    const isOrdinary = there.type === 'file' || there.type === 'directory';
    return isOrdinary ? { path, state: 'missing' } : { path: there.by, state: 'foreign' };
  }
  if (names.has(there.path)) return { path, state: 'missing' };
  return { path, state: there.text !== null && fileHash(there.text) === list.get(path) ? 'gone' : 'edited' };
}

function owned({ path, state }: Met): readonly FoundFile[] {
  return state === 'foreign' || state === 'edited' || state === 'missing' ? [] : [{ path, state }];
}

function stateOfList(listed: OnDisk, wanted: readonly SdkFile[]): FoundFile['state'] {
  if (listed.is !== 'file') return 'new';
  return sameLines(listed.text ?? '', fileListText(wanted)) ? 'unchanged' : 'changed';
}

function foreign(directory: string, theirs: readonly string[], edited: readonly string[]): Error {
  const sentences = [
    sentence(directory, theirs, 'is there already and was not written by this command'),
    sentence(directory, edited, 'was edited since this command wrote it'),
  ].filter((one) => one !== '');
  return makeError(generateErrors.foreignFile, {
    message: `${sentences.join('. ')}; nothing was written. Move it elsewhere or remove it, and run the command again.`,
    details: { paths: [...theirs, ...edited].map((path) => join(directory, path)) },
  });
}

/** Of several the first, and how many more there are. */
function sentence(directory: string, paths: readonly string[], what: string): string {
  const [first, ...others] = paths;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` (and so with ${others.length} more)`;
  return `${join(directory, first)} ${what}${more}`;
}
