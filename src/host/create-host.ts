import type { Host } from './contract.ts';
import { createDiskFiles } from './disk-files.ts';
import { secureRandom } from './secure-random.ts';
import { createSortableIds } from './sortable-ids.ts';
import { systemClock } from './system-clock.ts';
import { fetchHttp } from './fetch-http.ts';
import { diskWatcher } from './disk-watcher.ts';

/** The real world: system clock, cryptographic randomness, the local disk, the process's variables. */
export function createHost(): Host {
  const ids = createSortableIds(systemClock, secureRandom);
  return {
    clock: systemClock,
    random: secureRandom,
    ids,
    files: createDiskFiles(ids),
    watcher: diskWatcher,
    http: fetchHttp,
    variables: { ...process.env },
  };
}
