// Runs a bundled command once and keeps V8's compiled form of what ran: `FILE EXPORT DIRECTORY…`.
// A process of its own, since what V8 has compiled or optimised for the build itself must not get in.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { cacheFile, optimizeLater, wrapped } from './runtime/load-cached-script.ts';

optimizeLater();
const [file = '', name = '', ...directories] = process.argv.slice(2);
const script = new Script(wrapped(readFileSync(file, 'latin1')), { filename: file });
const module: { exports: { [name: string]: { start(id: string, argv: readonly string[]): Promise<void> } } } = {
  exports: {},
};
script.runInThisContext()(module.exports, createRequire(file), module);
for (const directory of directories) await module.exports[name]?.start('validate', [directory]);
// What was found in the project is of no matter here.
process.exitCode = 0;
writeFileSync(cacheFile(file), script.createCachedData());
