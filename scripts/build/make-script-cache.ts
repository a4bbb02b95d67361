// Runs a bundled command once and keeps V8's compiled form of what ran: `FILE EXPORT DIRECTORY`.
// A process of its own, since what V8 has compiled or optimised for the build itself must not get in.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFile, tuneForOneRun } from '../../bin/run.js';
import { serveNoChanges } from './serve-no-changes.ts';

tuneForOneRun();
const [file = '', name = '', example = ''] = process.argv.slice(2);
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const module: { exports: { [name: string]: { start(id: string, argv: readonly string[]): Promise<void> } } } = {
  exports: {},
};
script.runInThisContext()(module.exports, createRequire(file), module);
// A copy of the project, where a server seems to hold the database: what asks none takes no notice.
const project = mkdtempSync(join(tmpdir(), 'dream-build-'));
cpSync(example, project, { recursive: true, filter: (path) => !path.endsWith('/.dream') });
const stop = await serveNoChanges(project);
await module.exports[name]?.start(name.toLowerCase(), [project]);
await stop();
rmSync(project, { recursive: true });
// What was found in the project is of no matter here.
process.exitCode = 0;
writeFileSync(cacheFile(file), script.createCachedData());
