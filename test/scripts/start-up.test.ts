import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { loadOnFirstUse } from '../../scripts/build/load-on-first-use.ts';
import { hashJson } from '../../src/engine/canonical-json.ts';
import { freshBuild, temporaryDirectory } from '../support/cli.ts';
import { longRun } from '../support/long-run.ts';

test.for(['validate', 'plan', 'generate'])('V8 takes the compiled form that the build made of %s', async (bundle) => {
  await freshBuild();
  // In a process of its own: the settings under which the cache holds are the whole process's.
  const look = `
    import { readFileSync } from 'node:fs';
    import { Script } from 'node:vm';
    import { cacheFile, tuneFor } from './bin/run.js';
    tuneFor.${bundle}();
    const filename = ${JSON.stringify(resolve(`dist/${bundle}.cjs`))};
    const cachedData = readFileSync(cacheFile(filename));
    console.log(new Script(readFileSync(filename, 'latin1'), { cachedData, filename }).cachedDataRejected);`;
  const { stderr, stdout } = await execa(process.execPath, ['--input-type=module', '-e', look]);
  expect({ stderr, stdout }).toEqual({ stderr: '', stdout: 'false' });
});

test.for([
  ['validate', 'examples/acme'],
  ['plan', 'examples/acme', '--env', 'nowhere'],
])('%s loads nothing of Node that only asking, watching, serving or colouring needs', async (words) => {
  await freshBuild();
  const tell = "process.on('exit', () => console.error(process.moduleLoadList.join('\\n')));";
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const { stderr } = await execa(process.execPath, ['--import', preload, 'bin/run.js', ...words], { reject: false });
  const loaded = stderr.split('\n');
  expect(loaded).toContain('NativeModule fs');
  for (const name of ['net', 'http', 'crypto', 'tty', 'internal/fs/watchers', 'child_process', 'worker_threads'])
    expect(loaded).not.toContain(`NativeModule ${name}`);
});

// A call among the fields of a component is enough to keep all that it names, and takes 5 ms at each start.
test('operations and tables are left out of the commands that need the models alone', async () => {
  await freshBuild();
  const text = await readFile('dist/validate.cjs', 'utf8');
  expect(text).toContain('ResourceType');
  expect(text).not.toContain('/v1/');
  expect(text).not.toContain('drizzle');
});

// Other settings of V8 than those of the build: its cache is not taken, and the file is loaded as any other.
test.for(['--opt', '--no-opt'])('plan tells what the other half of the program tells it: node %s', async (setting) => {
  await freshBuild();
  const { exitCode, stdout } = await execa(
    process.execPath,
    [setting, 'bin/run.js', 'plan', 'examples/acme', '--json'],
    { env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, reject: false },
  );
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ success: false, error: { code: 'db/unreachable', retryAfter: 1 } });
});

test('the build leaves everything that the program looks for beside it', async () => {
  await freshBuild();
  for (const name of [
    'main.js',
    'report-failure.js',
    'start-control-plane.js',
    'embedded-worker.js',
    'oclif.manifest.json',
    'migrations/meta/_journal.json',
  ]) {
    expect({ name, there: existsSync(`dist/${name}`) }).toEqual({ name, there: true });
  }
});

test.for(['validate', 'plan'])('help on %s is the same before and after the word', async (command) => {
  await freshBuild();
  const asked = await execa(process.execPath, ['bin/run.js', 'help', command]);
  for (const word of ['--help', '-h']) {
    const { stdout } = await execa(process.execPath, ['bin/run.js', command, 'examples/acme', word]);
    expect(stdout).toBe(asked.stdout);
  }
});

test('a directory called like the option for help is read behind `--`', async () => {
  await freshBuild();
  const { exitCode, stdout } = await execa(process.execPath, ['bin/run.js', 'validate', '--', '--help'], {
    reject: false,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining('dream.yaml') });
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

// Fails when another version of js-yaml declares them in another form, which the build then no longer finds.
test('what js-yaml makes ready for writing YAML is left out of the commands that start fast', async () => {
  await freshBuild();
  const text = await readFile('dist/validate.cjs', 'utf8');
  // By what stands in them, since their names are shortened: a pattern of reading, then one and the schema of writing.
  expect(text).toContain(String.raw`/[\x00-\x08\x0B\x0C\x0E-\x1F`);
  expect(text).not.toContain('(?:(?![:#])');
  expect(text).not.toMatch(/=\w+\.withTags\(/u);
});

// Other settings of V8 than those of the build: its cache is not taken. With DREAM_DEBUG the bundle is not.
// All of them come of the same parts: the short run has the one that needs each.
test.for([['all'], ...(longRun ? [['docs'], ['openapi'], ['sdk', '--lang', 'java']] : [])])(
  'generate %s finds all it needs beside each of its bundles, and writes the same',
  async (words) => {
    await freshBuild();
    const written: string[] = [];
    for (const [settings, DREAM_DEBUG] of [
      [[], ''],
      [['--no-opt'], ''],
      [[], '1'],
    ] as const) {
      const out = temporaryDirectory();
      const args = [...settings, 'bin/run.js', 'generate', ...words, '--out', out];
      const { stdout } = await execa(process.execPath, args, { env: { DREAM_DEBUG } });
      expect(stdout).toContain('Wrote');
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      written.push(
        hashJson(Object.fromEntries(files.map((file) => [relative(out, file), readFileSync(file, 'utf8')]))),
      );
      const again = await execa(process.execPath, [...args, '--check'], { env: { DREAM_DEBUG } });
      expect(again.stdout).not.toContain('Wrote');
    }
    expect(new Set(written).size).toBe(1);
  },
);

// The names of functions are shortened in what starts fast.
test.for(['validate', 'plan'])('with DREAM_DEBUG, %s runs from files that a stack trace can be read of', async (id) => {
  await freshBuild();
  const tell = `
    import fs from 'node:fs';
    const { openSync } = fs;
    fs.openSync = (path, ...others) => {
      console.error(path);
      return openSync(path, ...others);
    };`;
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const told = async (DREAM_DEBUG: string) => {
    const words = ['--import', preload, 'bin/run.js', id, 'examples/acme', '--env', 'nowhere', '--json'];
    return execa(process.execPath, words, { env: { DREAM_DEBUG }, reject: false });
  };
  const [usual, debugged] = await Promise.all([told(''), told('1')]);
  expect(debugged.stdout).toBe(usual.stdout);
  expect(usual.stderr).toContain(`${id}.cjs`);
  expect(debugged.stderr).not.toContain('.cjs');
});
