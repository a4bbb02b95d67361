import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileFunction, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { loadOnFirstUse } from '../../scripts/build/load-on-first-use.ts';
import { cacheFile, wrapped } from '../../scripts/build/runtime/load-cached-script.ts';
import { freshBuild } from '../support/cli.ts';

test('V8 takes the compiled form that the build made of validate', async () => {
  await freshBuild();
  const file = resolve('dist/validate.cjs');
  const cachedData = readFileSync(cacheFile(file));
  const script = new Script(wrapped(readFileSync(file, 'latin1')), { cachedData, filename: file });
  expect(script.cachedDataRejected).toBe(false);
});

test('the build leaves everything that the program looks for beside it', async () => {
  await freshBuild();
  for (const name of ['main.js', 'embedded-worker.js', 'oclif.manifest.json', 'migrations/meta/_journal.json']) {
    expect({ name, there: existsSync(`dist/${name}`) }).toEqual({ name, there: true });
  }
});

test('a CommonJS module is loaded when a member of it is first used, and only once', () => {
  const source = [
    '"use strict";',
    'const fs_1 = require("node:fs");',
    'const util_1 = __importDefault(require("./util"));',
    'const Named = __importStar(require("./named"));',
    'exports.read = () => new fs_1.Reader(fs_1.path, util_1.default);',
    'exports.name = () => `${Named.x} fs_1x $fs_1`;',
  ].join('\n');
  const loaded: string[] = [];
  const load = (id: string) => {
    loaded.push(id);
    return { Reader: Array, path: 'p', x: 'n' };
  };
  const exports: { read?: () => unknown; name?: () => string } = {};
  const parameters = ['require', 'exports', '__importDefault', '__importStar'];
  const run = compileFunction(loadOnFirstUse(source), parameters);
  run(
    load,
    exports,
    (value: unknown) => ({ default: value }),
    (value: unknown) => value,
  );
  expect(loaded).toEqual(['./named']);
  expect(exports.read?.()).toHaveLength(2);
  exports.read?.();
  expect(loaded).toEqual(['./named', 'node:fs', './util']);
  expect(exports.name?.()).toBe('n fs_1x $fs_1');
});
