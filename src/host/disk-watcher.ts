import { watch } from 'node:fs';
import type { Watcher } from './contract.ts';

/** The local disk's own notifications. Where the system gives none for a folder, it is silent rather than failing. */
export const diskWatcher: Watcher = {
  watch(directory, changed) {
    const watcher = watch(directory, { recursive: true, persistent: true }, (_event, name) => {
      if (name !== null) changed(name.replaceAll('\\', '/'));
    });
    watcher.on('error', () => watcher.close());
    return { close: () => watcher.close() };
  },
};
