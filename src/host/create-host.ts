import type { Host } from './contract.ts';
import { createDiskFiles } from './disk-files.ts';
import { createSecureRandom } from './secure-random.ts';
import { createSortableIds } from './sortable-ids.ts';
import { systemClock } from './system-clock.ts';
import { createMemory } from './process-memory.ts';
import { fetchHttp } from './fetch-http.ts';
import { diskWatcher } from './disk-watcher.ts';

/** The real world: system clock, cryptographic randomness, the local disk, the process's variables. */
export function createHost(): Host {
  const random = createSecureRandom();
  const ids = createSortableIds(systemClock, random);
  return {
    clock: systemClock,
    random,
    ids,
    files: createDiskFiles(ids),
    watcher: diskWatcher,
    http: fetchHttp,
    memory: createMemory(),
    variables: { ...process.env },
  };
}
