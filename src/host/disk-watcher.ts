import { relative } from 'node:path';
import type { Watcher } from './contract.ts';

/** The local disk's own notifications, also of files that an editor replaces by renaming another over them. */
export const diskWatcher: Watcher = {
  watch(directory, changed) {
    let closed = false;
    const starting = start(directory, (path) => {
      if (!closed) changed(path);
    });
    return {
      ready: starting.then(({ ready }) => ready),
      close: () => {
        closed = true;
        void starting.then(({ close }) => close());
      },
    };
  },
};

interface Started {
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Loads what watches only now: every command has a host, and hardly any watches. */
async function start(directory: string, changed: (path: string) => void): Promise<Started> {
  const { watch } = await import('chokidar');
  const watcher = watch(directory, { ignoreInitial: true, ignored: isOutOfSight(directory) });
  watcher.on('all', (_event, path) => changed(relative(directory, path).replaceAll('\\', '/')));
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
    // Of a directory that cannot be watched at all, nothing more than this is ever heard.
    watcher.once('error', () => resolve());
  });
  // A folder that cannot be watched is silent; the files are read again with the next change elsewhere.
  watcher.on('error', () => undefined);
  return { ready, close: () => watcher.close() };
}

/** Folders that hold no configuration and very many files: watching them costs handles for nothing. */
function isOutOfSight(directory: string): (path: string) => boolean {
  return (path) =>
    relative(directory, path)
      .split(/[\\/]/u)
      .some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..' && part !== '.'));
}
