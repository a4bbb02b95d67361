import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../../../../host/contract.ts';
import type { ArchivePlace } from './archive-place.ts';

/** A folder of the machine that the server runs on: `file:///var/archive`. */
export function folder(address: string, files: Pick<Files, 'openToWrite' | 'readBytes' | 'remove'>): ArchivePlace {
  const root = fileURLToPath(address);
  return {
    locate: (name) => pathToFileURL(join(root, name)).href,
    async write(name, bytes) {
      const file = await files.openToWrite(join(root, name), 0);
      try {
        await file.write(bytes);
      } finally {
        await file.close();
      }
    },
    read: async (name) => files.readBytes(join(root, name)),
    async remove(name) {
      try {
        await files.remove(join(root, name));
      } catch (problem) {
        if (!isNotFound(problem)) throw problem;
      }
    },
  };
}

function isNotFound(problem: unknown): boolean {
  return problem instanceof Error && 'problem' in problem && problem.problem === 'not-found';
}
