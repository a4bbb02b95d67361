// Builds dist/: the bundled command line, the database's worker thread, migrations, oclif's manifest and the
// snapshot of an empty database. Runs in `prepare`, so that bin/run.js works after `npm ci`.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { loadFullConfig } from '../src/commands/entry/full-config.ts';
import { loadOclifOnFirstUse } from './build/load-on-first-use.ts';

const target = 'dist';

await rm(target, { force: true, recursive: true });
await mkdir(target);
await Promise.all([bundle(), cp('src/db/migrations', `${target}/migrations`, { recursive: true }), writeManifest()]);
await import('./build-snapshot.ts');

async function bundle(): Promise<void> {
  await build({
    bundle: true,
    // Found beside the program by its own path (wasm, data files), or asked for only when it is there.
    external: ['@electric-sql/pglite', 'pg-native', 'typescript'],
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
    },
    chunkNames: '[name]-[hash]',
    entryPoints: { main: 'src/commands/entry/main.ts', 'embedded-worker': 'src/db/embedded/worker.ts' },
    format: 'esm',
    legalComments: 'linked',
    logLevel: 'warning',
    minifySyntax: true,
    minifyWhitespace: true,
    outdir: target,
    platform: 'node',
    plugins: [loadOclifOnFirstUse],
    splitting: true,
    target: 'node22.18',
  });
}

/** What help and completion know of the commands, so that they need not load them. */
async function writeManifest(): Promise<void> {
  const config = await loadFullConfig();
  if (config.commands.length === 0) throw new Error('oclif found no commands');
  const commands = Object.fromEntries(config.commands.map((command) => [command.id, command]));
  await writeFile(`${target}/oclif.manifest.json`, `${JSON.stringify({ version: config.version, commands })}\n`);
}
