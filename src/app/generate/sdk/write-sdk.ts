import { join } from 'node:path';
import type { SdkFile } from '../../../generate/sdk/api-description.ts';
import type { Files } from '../../../host/contract.ts';
import type { FoundFile } from '../own-files.ts';
import { fileListPath, fileListText } from './file-list.ts';

/**
 * Makes the files of an SDK what they should be; what is right already is not touched. The list comes last: after a run
 * that was broken off, files are right that the list does not know, and those it knows are as it says.
 */
export async function writeSdk(
  wanted: readonly SdkFile[],
  found: readonly FoundFile[],
  { directory, files }: { readonly directory: string; readonly files: Pick<Files, 'writeMade' | 'remove'> },
): Promise<void> {
  const texts = new Map(wanted.map(({ path, text }) => [path, text]));
  const stale = found.filter(({ path, state }) => state !== 'unchanged' && path !== fileListPath);
  // What goes does so first: where case does not count, its name may be that of one that comes.
  for (const { path } of stale.filter((file) => file.state === 'gone')) await files.remove(join(directory, path));
  for (const { path } of stale) {
    const text = texts.get(path);
    if (text !== undefined) await files.writeMade(join(directory, path), text);
  }
  const list = found.find(({ path }) => path === fileListPath);
  if (list?.state !== 'unchanged') await files.writeMade(join(directory, fileListPath), fileListText(wanted));
}
