// What docs/guides/types-from-configuration.md shows is what is written.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestFlagData } from '../../../src/components/features/client/index.ts';
import { emitJava } from '../../../src/generate/types/java/emit-java.ts';
import { emitPython } from '../../../src/generate/types/python/emit-python.ts';
import { emitTypeScript } from '../../../src/generate/types/typescript/emit-typescript.ts';
import { described } from './described.ts';
import { load } from '../../support/project-folder.ts';

const guide = readFileSync('docs/guides/types-from-configuration.md', 'utf8');
const blocks = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const root = mkdtempSync(join(tmpdir(), 'dream-types-'));

const written = { typescript: '', python: '', java: '' };

beforeAll(async () => {
  writeFileSync(join(root, 'dream.yaml'), 'project: acme\nenvironments: { production: { mode: live } }\n');
  writeFileSync(join(root, 'all.yaml'), textsIn('yaml').join('---\n'));
  const types = described(await load(root));
  written.typescript = emitTypeScript(types, 'a.ts')[0]?.text ?? '';
  written.python = emitPython(types, 'a.py')[0]?.text ?? '';
  written.java = emitJava(types, 'a')
    .map(({ text }) => text)
    .join('');
  writeFileSync(join(root, 'dream-types.ts'), written.typescript);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function textsIn(language: string): readonly string[] {
  return blocks.filter((block) => block.language === language).map(({ text }) => text);
}

/** Lines as they stand, but for how deep: of classes only some members are shown. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test.each(['python', 'java'] as const)('every line of %s is written so', (language) => {
  const shown = textsIn(language).flatMap(linesOf);
  expect(shown.length).toBeGreaterThan(3);
  const lines = new Set(linesOf(written[language]));
  expect(shown.filter((line) => !lines.has(line))).toStrictEqual([]);
});

test('each declaration of TypeScript is written so, and the program compiles with the client of flags', () => {
  const [declarations = '', program = '', ...others] = textsIn('ts');
  expect(others).toStrictEqual([]);
  const parts = declarations.trim().split('\n\n');
  expect(parts.filter((part) => !written.typescript.includes(part))).toStrictEqual([]);
  writeFileSync(join(root, 'program.ts'), program);
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024', 'dom'],
    module: 'nodenext',
    types: ['node'],
    typeRoots: [resolve('node_modules/@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    paths: { 'dream-sdk/flags': [resolve('src/components/features/client/index.ts')] },
  };
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const tsc = resolve('node_modules/.bin/tsc');
  expect(spawnSync(tsc, ['-p', root, '--pretty', 'false'], { encoding: 'utf8' }).stdout).toBe('');
});

test('a client takes a constant for key and default', async () => {
  const { FLAGS: flags }: { FLAGS: { newCheckout: { key: string; default: string } } } = await import(
    join(root, 'dream-types.ts')
  );
  const data = TestFlagData.create();
  const client = data.client();
  expect(client.value(flags.newCheckout, { user: { key: 'ada' } })).toBe('control');
  data.flag('new-checkout').variations({ control: 'control', b: 'b' }).fallthrough('b');
  expect(client.value(flags.newCheckout, { user: { key: 'ada' } })).toBe('b');
});
