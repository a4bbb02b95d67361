// Packs a migrated, empty embedded database into dist/, so that a first start unpacks it instead of running
// initdb, which takes four seconds. Databases made from an older snapshot are migrated as any other.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packDirectory } from '../src/db/embedded/snapshot.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { snapshotFile } from '../src/db/package-files.ts';

const target = snapshotFile();
// An old one would be opened and migrated, and carry an edited migration on for ever.
rmSync(target, { force: true });
const directory = mkdtempSync(join(tmpdir(), 'dream-snapshot-'));
try {
  const database = await openDatabase({
    embedded: { directory },
    host: { random: { bytes: (length) => randomBytes(length) } },
  });
  await database.close();
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, packDirectory(join(directory, 'data')));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
