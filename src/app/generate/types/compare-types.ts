import { join } from 'node:path';
import { makeError } from '../../../engine/platform-error/index.ts';
import { generateErrors } from '../errors.ts';
import { type FoundFile, isOwn, type OwnedDirectory, type OwnFile, unlessMissing } from '../own-files.ts';
import { sameLines } from '../sdk/file-list.ts';
import { diskBelow } from '../sdk/found-on-disk.ts';

/**
 * How the files stand there. Those of `folder` that begin as ours do, and that nothing is left for, are gone at the end.
 *
 * @throws PlatformError `cli/foreign-file` where somebody else's file, folder or link has the name of one of them.
 */
export async function compareTypes(
  wanted: readonly OwnFile[],
  folder: string | undefined,
  { directory, files, head }: OwnedDirectory,
): Promise<readonly FoundFile[]> {
  const look = diskBelow(directory, files);
  const present = await Promise.all(
    wanted.map(async ({ path, text }): Promise<FoundFile> => {
      const there = await look(path);
      if (there.is === 'missing') return { path, state: 'new' };
      if (there.is === 'file' && there.text !== null && sameLines(there.text, text))
        return { path, state: 'unchanged' };
      if (there.is === 'file' && there.text !== null && isOwn(there.text, head)) return { path, state: 'changed' };
      throw makeError(generateErrors.foreignFile, {
        message: `${join(directory, path)} is there already and was not written by this command; nothing was written.`,
      });
    }),
  );
  if (folder === undefined) return present;
  const names = new Set(wanted.map(({ path }) => path));
  const entries = await unlessMissing(files.list(join(directory, folder)), []);
  const others = entries.map(({ name }) => `${folder}/${name}`).filter((path) => !names.has(path));
  const gone = await Promise.all(
    others.toSorted().map(async (path): Promise<readonly FoundFile[]> => {
      const there = await look(path);
      return there.is === 'file' && isOwn(there.text ?? '', head) ? [{ path, state: 'gone' }] : [];
    }),
  );
  return [...present, ...gone.flat()];
}
