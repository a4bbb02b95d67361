import { chmodSync, existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { expectNoStackTrace, freshBuild, type Outcome, program, temporaryDirectory } from '../support/cli.ts';
import { commands } from '../support/commands.ts';
import { longRun } from '../support/long-run.ts';

const role = 'kind: Role\nkey: r\n';
const dreamYaml = 'project: acme\nenvironments: { development: {} }\n';

function bomb(): string {
  const levels = 'abcdefghi'.split('');
  const lines = levels
    .slice(1)
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${levels[index]}`).join(', ')}]`);
  return `kind: Role\nkey: bomb\na: &a [x, x, x, x, x, x, x, x, x, x]\n${lines.join('\n')}\n`;
}

interface Hostile {
  readonly title: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What no text can express. */
  readonly prepare?: (directory: string) => void;
  /** Each of them as `file:line:column` or a text, all of which the answer must hold. */
  readonly says: readonly string[];
}

const hostile: readonly Hostile[] = [
  { title: 'broken YAML', files: { 'a.yaml': 'kind: Role: x\n' }, says: ['a.yaml:1:11', 'yaml/syntax'] },
  { title: 'a tab', files: { 'a.yaml': `${role}labels:\n\ta: b\n` }, says: ['a.yaml:4:1', 'yaml/tab'] },
  {
    title: 'a duplicate key',
    files: { 'a.yaml': `${role}name: a\nname: b\n` },
    says: ['a.yaml:4:1', 'yaml/duplicate-key'],
  },
  { title: 'an alias bomb', files: { 'a.yaml': bomb() }, says: ['a.yaml:', 'yaml/too-many-aliases'] },
  {
    title: 'nesting without end',
    files: { 'a.yaml': `x: ${'['.repeat(200_000)}` },
    says: ['a.yaml:1:', 'yaml/too-deep'],
  },
  {
    title: 'a file of 50 MB',
    prepare: (directory) => writeFileSync(join(directory, 'a.yaml'), Buffer.alloc(50 * 1024 * 1024, '# nothing\n')),
    says: ['a.yaml', 'file/too-large'],
  },
  {
    title: 'a file of 100 GB that holds nothing',
    prepare: (directory) => sparse(join(directory, 'a.yaml')),
    says: ['a.yaml', 'file/too-large'],
  },
  {
    title: 'binary',
    files: { 'a.yaml': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255, 254, 0]) },
    says: ['a.yaml:1:5', 'file/binary'],
  },
  {
    title: 'UTF-16',
    files: { 'a.yaml': Buffer.from(`\ufeff${role}`, 'utf16le') },
    says: ['a.yaml:1:1', 'file/encoding'],
  },
  { title: 'a missing kind', files: { 'a.yaml': 'key: r\n' }, says: ['a.yaml:1:1', 'kind'] },
  { title: 'an unknown kind', files: { 'a.yaml': 'kind: Rolle\nkey: r\n' }, says: ['a.yaml:1:7', 'Role'] },
  {
    title: 'one resource in two files',
    files: { 'a.yaml': role, 'b/c.yaml': `# first\n${role}` },
    says: ['a.yaml:2:6', 'b/c.yaml:3:6'],
  },
  {
    title: 'a cycle of references',
    files: { 'a.yaml': 'kind: Role\nkey: a\ninherits: [b]\n---\nkind: Role\nkey: b\ninherits: [a]\n' },
    says: ['a.yaml:', 'cycle'],
  },
  {
    title: 'a reference to nothing',
    files: { 'a.yaml': `${role}inherits: [nobody]\n` },
    says: ['a.yaml:3:12', 'reference/unknown'],
  },
  {
    title: 'a loop of links',
    files: { 'a/b.yaml': role },
    prepare: (directory) => symlinkSync('..', join(directory, 'a/up')),
    says: ['a/up', 'file/link-loop'],
  },
  {
    title: 'links that point to each other',
    prepare: (directory) => {
      symlinkSync('two.yaml', join(directory, 'one.yaml'));
      symlinkSync('one.yaml', join(directory, 'two.yaml'));
    },
    says: ['one.yaml', 'two.yaml'],
  },
  { title: 'no dream.yaml', files: { 'dream.yaml': '' }, prepare: () => undefined, says: ['dream.yaml', 'project'] },
  {
    title: 'a broken dream.yaml',
    files: { 'dream.yaml': 'project: [acme\n' },
    says: ['dream.yaml:1:10', 'yaml/unclosed'],
  },
  { title: 'a dream.yaml of another shape', files: { 'dream.yaml': '- project: acme\n' }, says: ['dream.yaml:1:1'] },
  {
    title: 'a folder called dream.yaml',
    prepare: (directory) => mkdirSync(join(directory, 'dream.yaml')),
    files: { 'sub/a.yaml': role },
    says: ['dream.yaml'],
  },
  { title: 'control characters', files: { 'a.yaml': 'kind: Role\nkey: "r\\e[31m"\n' }, says: ['a.yaml:2:6'] },
];

function sparse(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 100 * 1024 ** 3);
}

function lay({ title, files = {}, prepare }: Hostile): string {
  const directory = temporaryDirectory();
  if (title !== 'a folder called dream.yaml') writeFileSync(join(directory, 'dream.yaml'), dreamYaml);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  prepare?.(directory);
  return directory;
}

interface Answer {
  readonly valid: boolean;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly file?: string;
    readonly start?: { readonly line: number; readonly column: number };
  }[];
}

/** The documented JSON of `validate`, as scripts read it: everything but a project's own absence has a place. */
function expectDocumentedJson(outcome: Outcome): void {
  const { valid, diagnostics } = outcome.json<Answer>();
  expect(valid).toBe(false);
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const diagnostic of diagnostics) {
    expect(diagnostic).toMatchObject({
      code: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/u),
      severity: expect.stringMatching(/^(?:error|warning)$/u),
      message: expect.any(String),
    });
    if (diagnostic.file === undefined) continue;
    const place = { line: expect.any(Number), column: expect.any(Number) };
    expect(diagnostic).toMatchObject({ start: place, end: place });
  }
}

it.for(hostile)('CP-01 $title: one clear error from every command, no stack trace, within seconds', async (input) => {
  const directory = lay(input);
  const dream = await program(directory);
  const began = performance.now();
  const validated = await dream('validate');
  const seconds = (performance.now() - began) / 1000;
  expect(validated.exitCode).toBe(1);
  for (const text of input.says) expect(validated.stdout).toContain(text);
  expect(validated.stdout).not.toContain('\u001b');
  expect(validated.stdout.length).toBeLessThan(20_000);
  // It is a matter of tenths, and on a busy machine of seconds.
  expect(seconds).toBeLessThan(60);

  const inTurn = commands(directory);
  const json = await inTurn('validate', '--json');
  expect(json.exitCode).toBe(1);
  expectDocumentedJson(json);

  const planned = await (longRun ? dream : inTurn)('plan');
  expect([planned.exitCode, planned.stdout]).toEqual([1, '']);
  for (const text of input.says) expect(planned.stderr).toContain(text);
  // Nothing was opened for files that could not be sent anyway.
  expect(existsSync(join(directory, '.dream'))).toBe(false);
});

it('CP-01 a project without a dream.yaml, and one without a single resource', async () => {
  const directory = temporaryDirectory();
  const dream = await program(directory);
  const none = await dream('validate');
  expect(none.exitCode).toBe(1);
  expect(none.stdout).toContain('project/not-found');
  expect(none.stdout).toContain('dream init');
  expect((await dream('status')).exitCode).toBe(1);
  writeFileSync(join(directory, 'dream.yaml'), dreamYaml);
  expect((await dream('validate')).exitCode).toBe(0);
  expect((await dream('apply')).exitCode).toBe(0);
});

it('CP-01 a folder and a file that may not be read are named', async () => {
  await freshBuild();
  const directory = temporaryDirectory();
  chmodSync(directory, 0o755);
  writeFileSync(join(directory, 'dream.yaml'), dreamYaml);
  mkdirSync(join(directory, 'locked'));
  writeFileSync(join(directory, 'locked/a.yaml'), role);
  writeFileSync(join(directory, 'own.yaml'), role);
  chmodSync(join(directory, 'locked'), 0o000);
  chmodSync(join(directory, 'own.yaml'), 0o000);
  // Root may read everything, unless it gives that up. It stays root, since the project may stand in a folder of its own.
  const humble = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : ['env'];
  const run = [...humble, process.execPath, join(import.meta.dirname, '../../bin/run.js'), 'validate'];
  const { exitCode, stdout, stderr } = await execa(run[0] ?? '', run.slice(1), {
    cwd: directory,
    env: { HOME: '/nonexistent' },
    reject: false,
  });
  chmodSync(join(directory, 'locked'), 0o755);
  expectNoStackTrace(stdout + stderr);
  expect(stderr).toBe('');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('file/not-permitted');
  expect(stdout).toMatch(/locked/u);
  expect(stdout).toMatch(/own\.yaml/u);
});
