// Builds dist/: the bundled command line, the database's worker thread, migrations, oclif's manifest and the
// snapshot of an empty database. Runs in `prepare`, so that bin/run.js works after `npm ci`.
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { outputsFile } from '../src/app/generate/known/known-output.ts';
import { outputs } from '../src/app/generate/known/outputs.ts';
import { Product } from '../src/app/generate/product.ts';
import { builtSources, carriedFolders } from '../src/app/generate/sdk/carried-sources.ts';
import { sdkLanguages } from '../src/app/generate/sdk/languages.ts';
import { loadFullConfig } from '../src/commands/entry/full-config.ts';
import { components } from '../src/components/index.ts';
import { buildSnapshot } from '../src/db/embedded/build-snapshot.ts';
import { readMigrations } from '../src/db/migration-history.ts';
import { migrationsDirectory, snapshotFile } from '../src/db/package-files.ts';
import { createHost } from '../src/host/create-host.ts';
import { bundle } from './build/bundle.ts';
import { compileAhead } from './build/compile-ahead.ts';

const finished = 'dist';
// Built beside and swapped in at the end: whoever runs the program meanwhile finds the old one whole.
const target = join('node_modules', '.cache', `dream-build-${process.pid}`);

await mkdir(target, { recursive: true });
try {
  await Promise.all([
    bundle(target),
    cp('src/db/migrations', join(target, 'migrations'), { recursive: true }),
    copySdkSources(),
    writeManifest(),
    provideSnapshot(),
    writeFile(join(target, outputsFile), JSON.stringify(outputs(new Product(createHost())))),
  ]);
  // They run, and find what they need beside them.
  await compileAhead(target);
  const former = `${target}-former`;
  if (existsSync(finished)) await rename(finished, former);
  await rename(target, finished);
  await rm(former, { force: true, recursive: true });
} finally {
  await rm(target, { force: true, recursive: true });
}

/** An empty, migrated database; made anew only when the migrations are others, since that takes seconds. */
async function provideSnapshot(): Promise<void> {
  const file = snapshotFile(readMigrations(migrationsDirectory()).migrations);
  const copy = join(target, basename(file));
  if (existsSync(file)) await cp(file, copy);
  else await buildSnapshot(copy);
}

/** What SDKs take over of components: the package holds no `src/`. */
async function copySdkSources(): Promise<void> {
  const folders = sdkLanguages.flatMap(({ carried }) => carriedFolders(components, carried));
  for (const { component, from } of folders) {
    const there = join(target, builtSources, component, from);
    await cp(join('src/components', component, from), there, { recursive: true });
  }
}

/** What help and completion know of the commands, so that they need not load them. */
async function writeManifest(): Promise<void> {
  const config = await loadFullConfig();
  if (config.commands.length === 0) throw new Error('oclif found no commands');
  const commands = Object.fromEntries(config.commands.map((command) => [command.id, command]));
  await writeFile(join(target, 'oclif.manifest.json'), `${JSON.stringify({ version: config.version, commands })}\n`);
}
