import { join } from 'node:path';
import { beginsWithLine } from '../../engine/begins-with-line.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Files } from '../../host/contract.ts';
import { isFileProblem } from '../../host/file-problem.ts';
import { generateErrors } from './errors.ts';
import { sameLines } from './sdk/file-list.ts';
import { diskBelow } from './sdk/found-on-disk.ts';

/** A file that Dream writes and nobody edits. */
export interface OwnFile {
  /** Below the directory; `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** How a file stood before anything was written. `gone`: it is Dream's, and there is nothing any more that it would say. */
export type FileState = 'unchanged' | 'changed' | 'new' | 'gone';

export interface FoundFile {
  readonly path: string;
  readonly state: FileState;
}

export interface OwnedDirectory {
  readonly directory: string;
  /** The line that every file of Dream's begins with. What begins otherwise is somebody else's and stays as it is. */
  readonly head: string;
  readonly files: Pick<Files, 'list' | 'stat' | 'readText' | 'readBytes' | 'writeMade' | 'remove'>;
}

/**
 * How the files stand there.
 *
 * @throws PlatformError `cli/foreign-file` where somebody else's file has the name of one of them.
 */
export async function compareFiles(wanted: readonly OwnFile[], there: OwnedDirectory): Promise<readonly FoundFile[]> {
  return Promise.all(wanted.map(async (file) => ({ path: file.path, state: await stateOf(file, there) })));
}

/** Makes them what they should be. What is right already is not touched. */
export async function writeFiles(
  wanted: readonly OwnFile[],
  found: readonly FoundFile[],
  { directory, files }: OwnedDirectory,
): Promise<void> {
  const texts = new Map(wanted.map(({ path, text }) => [path, text]));
  for (const { path, state } of found) {
    if (state === 'unchanged') continue;
    const text = texts.get(path);
    if (text === undefined) await files.remove(join(directory, path));
    else await files.writeMade(join(directory, path), text);
  }
}

/**
 * How one of them stands there.
 *
 * @throws PlatformError `cli/foreign-file` where it is somebody else's.
 */
async function stateOf({ path, text }: OwnFile, { directory, files, head }: OwnedDirectory): Promise<FileState> {
  // A link is never written through: it may lead out of the directory.
  const there = await diskBelow(directory, files)(path);
  if (there.is === 'missing') return 'new';
  if (there.is === 'file' && there.text !== null && sameLines(there.text, text)) return 'unchanged';
  if (there.is === 'file' && there.text !== null && isOwn(there.text, head)) return 'changed';
  throw makeError(generateErrors.foreignFile, {
    message: `${join(directory, path)} is there already and was not written by this command; nothing was written.`,
  });
}

/** Whether it begins as every file of that command does. */
export function isOwn(text: string, head: string): boolean {
  return beginsWithLine(text, head);
}

/** What was read, or something else where there is nothing of that name. */
export async function unlessMissing<T, U>(reading: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await reading;
  } catch (error) {
    if (isFileProblem(error) && error.problem === 'not-found') return otherwise;
    throw error;
  }
}
