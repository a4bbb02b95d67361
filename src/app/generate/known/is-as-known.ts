import type { Files } from '../../../host/contract.ts';
import { fileHash } from '../sdk/file-list.ts';
import { diskBelow } from '../sdk/found-on-disk.ts';
import type { KnownOutput } from './known-output.ts';

/** Whether the folder holds all of it, byte for byte but for ends of lines, so that nothing need be made to compare it with. */
export async function isAsKnown(
  { files: hashes }: KnownOutput,
  directory: string,
  files: Pick<Files, 'list' | 'readBytes' | 'stat'>,
): Promise<boolean> {
  const disk = diskBelow(directory, files);
  for (const [path, hash] of Object.entries(hashes)) {
    const there = await disk(path);
    if (there.is !== 'file' || there.path !== path || there.text === null || fileHash(there.text) !== hash)
      return false;
  }
  return true;
}
