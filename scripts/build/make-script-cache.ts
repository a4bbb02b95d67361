// Runs a bundled command and keeps V8's compiled form of what ran: `DIRECTORY BUNDLE PROJECT`.
// A process of its own, since what V8 has compiled or optimised for the build itself must not get in.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { apart, type Bundle, cacheFile, moduleOf, tuneFor } from '../../bin/run.js';
import { serveNoChanges } from './serve-no-changes.ts';

interface Command {
  start(id: string, argv: readonly string[]): Promise<boolean>;
}

const [directory = '', asked = '', example = ''] = process.argv.slice(2);

/** What is run of each bundle; of commands that write, once where there is nothing and once where nothing is to do. */
const runs: { readonly [bundle in Bundle]: (project: string) => readonly (readonly [id: string, ...string[]])[] } = {
  validate: (project) => [['validate', project]],
  plan: (project) => [['plan', project]],
  generate: (project) => [
    ['generate:all', '--out', project],
    ['generate:all', '--out', project],
  ],
};

function isBundle(name: string): name is Bundle {
  return Object.hasOwn(runs, name);
}

if (!isBundle(asked)) throw new Error(`${asked} is no bundle`);
tuneFor[asked]();
const file = join(directory, `${asked}.cjs`);
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const module = moduleOf(file);
script.runInThisContext()(module.exports, createRequire(file), module);
const commands = module.exports as { readonly [name: string]: Command };
// A copy of the project, where a server seems to hold the database: what asks none takes no notice.
const project = mkdtempSync(join(tmpdir(), 'dream-build-'));
cpSync(example, project, { recursive: true, filter: (path) => !path.endsWith('/.dream') });
const stop = await serveNoChanges(project);
for (const [id, ...words] of runs[asked](project))
  await commands[apart[id]?.name ?? '']?.start(id.replace(':', ' '), words);
await stop();
rmSync(project, { recursive: true });
// What was found in the project is of no matter here.
process.exitCode = 0;
writeFileSync(cacheFile(file), script.createCachedData());
