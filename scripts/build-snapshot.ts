// Packs a migrated, empty embedded database into dist/, so that a first start unpacks it instead of running
// initdb, which takes four seconds. Databases made from an older snapshot are migrated as any other.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSnapshot } from '../src/db/embedded/build-snapshot.ts';
import { readMigrations } from '../src/db/migration-history.ts';
import { migrationsDirectory, snapshotFile } from '../src/db/package-files.ts';

const target = snapshotFile(readMigrations(migrationsDirectory()).migrations);
const directory = dirname(target);
mkdirSync(directory, { recursive: true });
for (const name of readdirSync(directory)) {
  if (name.startsWith('embedded-snapshot-') && name !== basename(target)) rmSync(join(directory, name));
}
await buildSnapshot(target);
