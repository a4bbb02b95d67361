import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

const plans = 'kind: Plan\nkey: pro\n---\nkind: Plan\nkey: free\n';
const flags = 'kind: Flag\nkey: new-checkout\nvariations: { control: control, b: b }\noffVariation: control\n';

test('dream generate types writes a module, and with --check exits with 1 when it is stale', async () => {
  const directory = projectFolder({ 'plans.yaml': plans, 'flags.yaml': flags });
  const dream = commands(directory);
  expect(await dream('generate', 'types', '--lang', 'typescript')).toMatchObject({
    exitCode: 0,
    stdout: '✓ Wrote dream-types.ts.\n1 flag, 2 other names, 0 types.\n',
    stderr: '',
  });
  expect(readFileSync(join(directory, 'dream-types.ts'), 'utf8')).toContain(
    "newCheckout: { key: 'new-checkout', default: 'control' } as FlagKey<'control' | 'b'>",
  );
  expect(await dream('generate', 'types', '--lang', 'typescript', '--check')).toMatchObject({
    exitCode: 0,
    stdout: '✓ dream-types.ts is fresh: nothing to write.\n1 flag, 2 other names, 0 types.\n',
  });

  writeFileSync(join(directory, 'plans.yaml'), 'kind: Plan\nkey: pro\n');
  expect(await dream('generate', 'types', '--lang', 'typescript', '--check')).toMatchObject({
    exitCode: 1,
    stdout: `  dream-types.ts  stale
✗ dream-types.ts is stale: 1 file of 1.
dream generate types --lang typescript writes what the configuration says.
`,
  });
  expect(readFileSync(join(directory, 'dream-types.ts'), 'utf8')).toContain("FREE: 'free'");
});

test('what is fresh is not written again', async () => {
  const directory = projectFolder({ 'plans.yaml': plans });
  const dream = commands(directory);
  await dream('generate', 'types', '--lang', 'python', '--out', 'src/names.py');
  const file = join(directory, 'src/names.py');
  const before = statSync(file, { bigint: true });
  await dream('generate', 'types', '--lang', 'python', '--out', 'src/names.py');
  const { ino, mtimeNs } = statSync(file, { bigint: true });
  expect({ ino, mtimeNs }).toStrictEqual({ ino: before.ino, mtimeNs: before.mtimeNs });
  expect(readdirSync(join(directory, 'src'))).toStrictEqual(['names.py']);
});

test('other ends of lines make nothing stale, in one file or in many', async () => {
  const directory = projectFolder({ 'plans.yaml': plans, 'flags.yaml': flags });
  const dream = commands(directory);
  for (const language of ['typescript', 'python', 'java']) {
    const asked = ['generate', 'types', '--lang', language, '--out', language, '--json'];
    const { stdout } = await dream(...asked);
    const { files }: { files: readonly { path: string }[] } = JSON.parse(stdout);
    expect(files.length).toBe(language === 'java' ? 3 : 1);
    for (const { path } of files) {
      const file = join(directory, path);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
    const checked = await dream(...asked, '--check');
    expect(checked.exitCode).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      files: files.map(({ path }) => ({ path, state: 'unchanged' })),
    });
  }
});

test('a file of somebody else is never written over', async () => {
  const directory = projectFolder({ 'plans.yaml': plans, 'dream-types.ts': 'export const mine = 1;\n' });
  const refused = await commands(directory)('generate', 'types', '--lang', 'typescript');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('cli/foreign-file');
  expect(readFileSync(join(directory, 'dream-types.ts'), 'utf8')).toBe('export const mine = 1;\n');
});

test('a link is never written through, and a folder is no file', async () => {
  const directory = projectFolder({
    'plans.yaml': plans,
    'else.ts': '// Written by dream generate types; do not edit.\n',
  });
  symlinkSync('else.ts', join(directory, 'dream-types.ts'));
  mkdirSync(join(directory, 'dream_types.py'));
  const dream = commands(directory);
  for (const language of ['typescript', 'python']) {
    const refused = await dream('generate', 'types', '--lang', language);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('cli/foreign-file');
  }
  expect(readFileSync(join(directory, 'else.ts'), 'utf8')).toBe('// Written by dream generate types; do not edit.\n');
});

test('in Java a class that nothing is left for is removed, and nobody else’s file is touched', async () => {
  const directory = projectFolder({ 'plans.yaml': plans, 'flags.yaml': flags });
  const dream = commands(directory);
  const java = ['generate', 'types', '--lang', 'java', '--package', 'com.acme.names'];
  const folder = join(directory, 'src/main/java/com/acme/names');
  expect((await dream(...java)).stdout).toBe('✓ Wrote 3 files into src/main/java.\n1 flag, 2 other names, 0 types.\n');
  expect(readdirSync(folder).toSorted()).toStrictEqual(['FlagValues.java', 'Flags.java', 'Plans.java']);
  writeFileSync(join(folder, 'Mine.java'), 'class Mine {}\n');
  mkdirSync(join(folder, 'Folder.java'));
  writeFileSync(join(directory, 'flags.yaml'), '');
  expect(await dream(...java, '--check')).toMatchObject({
    exitCode: 1,
    stdout: `  src/main/java/com/acme/names/FlagValues.java  left over
  src/main/java/com/acme/names/Flags.java  left over
✗ src/main/java is stale: 2 files of 3.
dream generate types --lang java --package com.acme.names writes what the configuration says.
`,
  });
  expect((await dream(...java)).stdout).toBe(
    '✓ Wrote 0 files into src/main/java, and removed 2.\n0 flags, 2 other names, 0 types.\n',
  );
  expect(readdirSync(folder).toSorted()).toStrictEqual(['Folder.java', 'Mine.java', 'Plans.java']);
});

test('of several files none is written where one of them cannot be', async () => {
  const directory = projectFolder({ 'plans.yaml': plans, 'flags.yaml': flags });
  const folder = join(directory, 'java/dream/types');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Plans.java'), 'class Plans {}\n');
  const refused = await commands(directory)('generate', 'types', '--lang', 'java', '--out', 'java');
  expect(refused.exitCode).toBe(1);
  expect(readdirSync(folder)).toStrictEqual(['Plans.java']);
});

test('mistakes in the files are shown as validate shows them, and nothing is written', async () => {
  const directory = projectFolder({ 'plans.yaml': 'kind: Plan\nkey: pro\nrank: high\n' });
  const dream = commands(directory);
  const refused = await dream('generate', 'types', '--lang', 'typescript');
  const { stdout: shown } = await dream('validate');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain(shown.split('\n')[0]);
  expect(refused.stderr).toContain('The configuration has mistakes; nothing was written.  cli/invalid-configuration');
  expect(existsSync(join(directory, 'dream-types.ts'))).toBe(false);
  expect(JSON.parse((await dream('generate', 'types', '--lang', 'java', '--json')).stdout)).toMatchObject({
    error: { code: 'cli/invalid-configuration', details: { diagnostics: [{ file: 'plans.yaml' }] } },
  });
});

test.each([
  [['--lang', 'perl'], /Expected --lang=perl to be one of: typescript, python, java/u],
  [[], /Missing required option --lang/u],
  [['--lang', 'python', '--package', 'dream.types'], /--package names the package of Java classes, and python writes/u],
  [['--lang', 'typescript', '--package', 'com.acme'], /and typescript writes one module\.[\s\S]*--out/u],
  [['--lang', 'java', '--package', 'com.class'], /com\.class is no name of a Java package/u],
])('what cannot be done is refused, whatever the files are like: %j', async (options, message) => {
  const directory = projectFolder({ 'plans.yaml': 'kind: Plan\nkey: pro\nrank: high\n' });
  const refused = await commands(directory)('generate', 'types', ...options);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toMatch(message);
});

test('with --json it says what became of each file', async () => {
  const directory = projectFolder({ 'app/dream.yaml': 'project: app\nenvironments: { live: { mode: live } }\n' });
  const { stdout } = await commands(directory)('generate', 'types', 'app', '--lang', 'python', '--json');
  expect(JSON.parse(stdout)).toStrictEqual({
    language: 'python',
    out: 'dream_types.py',
    checked: false,
    flags: 0,
    names: 0,
    types: 0,
    files: [{ path: 'dream_types.py', state: 'new' }],
  });
});
