import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The same code runs from `src/` as it stands and from the bundle in `dist/`, where every module has the
// bundle's address. What differs between the two is decided here and nowhere else.
const here = fileURLToPath(import.meta.url);
const fromSource = here.endsWith('.ts');

function packageRoot(): string {
  let directory = dirname(here);
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`No package.json above ${here}.`);
    directory = parent;
  }
  return directory;
}

/** The module the embedded database's thread runs. */
export function workerFile(): string {
  return fromSource ? join(dirname(here), 'embedded', 'worker.ts') : join(packageRoot(), 'dist', 'embedded-worker.js');
}

/** The directory with the SQL files and drizzle's journal. */
export function migrationsDirectory(): string {
  return fromSource ? join(dirname(here), 'migrations') : join(packageRoot(), 'dist', 'migrations');
}

/**
 * A migrated, empty embedded database, packed by the build; absent before the first build. Its name holds what
 * it was made from, so that one from before a migration was added or edited, or of another version, is never taken.
 */
export function snapshotFile(migrations: readonly { readonly hash: string }[]): string {
  const hash = createHash('sha256')
    .update([...migrations.map((migration) => migration.hash), embeddedVersion()].join())
    .digest('hex');
  return join(packageRoot(), 'dist', `embedded-snapshot-${hash.slice(0, 12)}.br`);
}

/** A directory written by one version of the embedded database need not open in another. */
function embeddedVersion(): string {
  const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(packageRoot(), 'package.json'), 'utf8'),
  );
  return manifest.dependencies['@electric-sql/pglite'] ?? '';
}
