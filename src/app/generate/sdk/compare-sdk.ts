import { join } from 'node:path';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { SdkFile } from '../../../generate/sdk/api-description.ts';
import type { Files } from '../../../host/contract.ts';
import { isFileProblem } from '../../../host/file-problem.ts';
import { generateErrors } from '../errors.ts';
import type { FoundFile } from '../own-files.ts';
import { fileHash, type FileList, fileListPath, fileListText, readFileList } from './file-list.ts';

type Present = (path: string) => Promise<string | null | undefined>;

/**
 * How the files of an SDK stand in its directory: those that should be there, those that should be gone, and last the
 * list of them. What is as it should be is right, whoever wrote it.
 *
 * @throws PlatformError `cli/foreign-file` where somebody else's file has the name of one of them, and where one of
 * Dream's was edited since.
 */
export async function compareSdk(
  wanted: readonly SdkFile[],
  directory: string,
  files: Pick<Files, 'readText'>,
): Promise<readonly FoundFile[]> {
  const present: Present = async (path) => unlessMissing(files.readText(join(directory, path)));
  const listText = await present(fileListPath);
  const list = listText === undefined ? new Map<string, string>() : readFileList(listText ?? '');
  if (list === null) throw foreign(directory, [fileListPath], []);
  const names = new Set(wanted.map(({ path }) => path));
  const known = await Promise.all(wanted.map(async (file) => stateOf(file, list, present)));
  const stale = [...list.keys()].filter((path) => !names.has(path)).toSorted();
  const left = await Promise.all(stale.map(async (path) => leftOver(path, list, present)));
  const all = [...known, ...left];
  const [theirs, edited] = (['foreign', 'edited'] as const).map((state) =>
    all.filter((file) => file.state === state).map(({ path }) => path),
  );
  if ((theirs ?? []).length + (edited ?? []).length > 0) throw foreign(directory, theirs ?? [], edited ?? []);
  return [...all.flatMap(owned), { path: fileListPath, state: stateOfList(listText, wanted) }];
}

interface Met {
  readonly path: string;
  readonly state: FoundFile['state'] | 'foreign' | 'edited' | 'missing';
}

async function stateOf({ path, text }: SdkFile, list: FileList, present: Present): Promise<Met> {
  const there = await present(path);
  if (there === undefined) return { path, state: 'new' };
  if (there === text) return { path, state: 'unchanged' };
  const hash = list.get(path);
  if (hash === undefined) return { path, state: 'foreign' };
  return { path, state: there !== null && fileHash(there) === hash ? 'changed' : 'edited' };
}

/** On the list, but no file of the SDK any more. */
async function leftOver(path: string, list: FileList, present: Present): Promise<Met> {
  const there = await present(path);
  if (there === undefined) return { path, state: 'missing' };
  return { path, state: there !== null && fileHash(there) === list.get(path) ? 'gone' : 'edited' };
}

function owned({ path, state }: Met): readonly FoundFile[] {
  return state === 'foreign' || state === 'edited' || state === 'missing' ? [] : [{ path, state }];
}

function stateOfList(present: string | null | undefined, wanted: readonly SdkFile[]): FoundFile['state'] {
  if (present === undefined) return 'new';
  return present === fileListText(wanted) ? 'unchanged' : 'changed';
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

async function unlessMissing(reading: Promise<string | null>): Promise<string | null | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isFileProblem(error) && error.problem === 'not-found') return undefined;
    throw error;
  }
}
