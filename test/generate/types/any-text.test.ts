// Whatever stands in texts, keys and values, it comes out of the three languages as it went in.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { typeOfValues } from '../../../src/app/generate/types/type-of-values.ts';
import type { Json } from '../../../src/engine/json.ts';
import type { Constant, ConfigurationTypes, FlagType } from '../../../src/generate/types/configuration-types.ts';
import { emitJava } from '../../../src/generate/types/java/emit-java.ts';
import { plainText } from '../../../src/generate/types/plain-text.ts';
import { emitPython } from '../../../src/generate/types/python/emit-python.ts';
import { emitTypeScript } from '../../../src/generate/types/typescript/emit-typescript.ts';
import { hasJdk, javaFlags, jdkNeeds } from '../../sdk/java/jdk.ts';
import { hasPython } from '../../sdk/python/python-environment.ts';
import { longRun } from '../../support/long-run.ts';
import { sdkSourcePath } from './sdk-source-path.ts';
import { notTried } from '../../support/not-tried.ts';

const root = mkdtempSync(join(tmpdir(), 'dream-types-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Half of them of the characters that mean something in one of the languages. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`\\"'\`*/$@{}<>&#%un0x41\n\r\t\u0000\u202e\u2028\ud83d\udc00é`.split('')) }),
);

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor')), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

/** As many of each, the same in every run. */
const count = longRun ? 2000 : 150;

function sampled<T>(arbitrary: fc.Arbitrary<T>): readonly T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 20_261_122 });
}

const notes = fc.record({ text: text.map(plainText), deprecated: text.map(plainText) });
const constants: readonly Constant[] = sampled(fc.record({ value: text, wish: text, notes })).filter(
  (constant, index, all) => all.findIndex((other) => other.value === constant.value) === index,
);
const flags: readonly FlagType[] = sampled(fc.record({ default: value, notes })).map((flag, index) => ({
  ...flag,
  key: `flag-${index}`,
  type: { kind: 'json' },
}));
const types: ConfigurationTypes = {
  flags,
  families: [],
  groups: [{ name: 'plans', member: 'plan-key', note: 'Plans.', constants }],
  objectTypes: [],
  tables: [],
};

// Compared as text, which tells a member called `__proto__` from a prototype.
const expected = JSON.stringify([
  flags.map((flag) => [flag.key, flag.default]),
  constants.map((constant) => constant.value),
]);

function write(path: string, content: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function printed(program: string, parameters: readonly string[]): string {
  const { stderr, stdout } = spawnSync(program, parameters, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(stderr).toBe('');
  return JSON.stringify(JSON.parse(stdout));
}

test('of TypeScript', () => {
  write('dream-types.ts', emitTypeScript(types, 'a.ts')[0]?.text ?? '');
  write('package.json', '{ "type": "module" }');
  const program = `import { FLAGS, PLANS } from './dream-types.ts';
    const flags = Object.values(FLAGS).map((flag) => [flag.key, flag.default]);
    console.log(JSON.stringify([flags, Object.values(PLANS)]));`;
  expect(printed(process.execPath, ['--input-type=module', '-e', program])).toBe(expected);
});

if (hasPython()) {
  test('of Python', () => {
    write('dream_types.py', emitPython(types, 'a.py')[0]?.text ?? '');
    const program = `import json, sys
sys.path[:0] = [${JSON.stringify(resolve('sdks/python/src'))}, "."]
sys.dont_write_bytecode = True
from dream_types import FLAGS, PLANS
def members(of):
    return [value for name, value in vars(of).items() if not name.startswith("__")]
print(json.dumps([[[flag.key, flag.default] for flag in members(FLAGS)], members(PLANS)]))
`;
    expect(printed('python3', ['-W', 'error', '-c', program])).toBe(expected);
  });
} else {
  notTried('of Python', 'Python 3.10 as python3');
}

if (hasJdk()) {
  test('of Java', () => {
    const files = emitJava(types, 'all').map(({ path, text: content }) => write(path, content));
    const sources = [...files, resolve('test/generate/types/java/Dump.java')];
    const places = ['-sourcepath', sdkSourcePath(root), '-implicit:class', '-d', 'classes', '--release', '17'];
    const lint = ['-Xlint:all', '-Xdoclint:all/protected', '-Werror'];
    const javac = [...javaFlags.map((flag) => `-J${flag}`), ...lint, ...places, ...sources];
    expect(spawnSync('javac', javac, { cwd: root, encoding: 'utf8' }).stderr).toBe('');
    expect(printed('java', [...javaFlags, '-cp', 'classes', 'Dump', 'all.Flags', 'all.Plans'])).toBe(expected);
  }, 120_000);
} else {
  notTried('of Java', jdkNeeds);
}

test('the type of values is found for whatever they are', () => {
  expect(() => typeOfValues(flags.map((flag) => flag.default))).not.toThrow();
});
