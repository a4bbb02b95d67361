import { execa } from 'execa';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../support/cli.ts';
import { commandsOnPostgres } from '../support/commands.ts';
import { newPostgresDatabase } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { projectFolder } from '../support/project-folder.ts';

const binary = resolve(import.meta.dirname, '../../bin/run.js');
const dreamYaml = 'project: acme\nenvironments:\n  development: {}\n';
const flag = (key: string): string =>
  `kind: Flag\nkey: ${key}\nvariations: { on: true, off: false }\nfallthrough: off\n`;

/** A line of Bash in which `dream` is the program. */
async function bash(directory: string, databaseUrl: string, line: string): Promise<{ stdout: string; stderr: string }> {
  await program(directory);
  const { stderr, stdout } = await execa(
    'bash',
    ['-c', `dream() { '${process.execPath}' '${binary}' "$@"; }; ${line}`],
    {
      cwd: directory,
      env: { DATABASE_URL: databaseUrl },
      reject: false,
    },
  );
  return { stderr, stdout };
}

describe('where the output goes', () => {
  test('a reader that leaves early ends nothing but the reading', async () => {
    const many = Array.from({ length: 300 }, (_, index) => flag(`flag-${index}`)).join('---\n');
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'flags.yaml': many });
    const url = await newPostgresDatabase();
    const left = await bash(directory, url, 'dream plan --json | head -1; echo "exit ${PIPESTATUS[0]}"');
    expect(left).toEqual({ stderr: '', stdout: '{\nexit 0' });
    const changes = await bash(
      directory,
      url,
      'dream plan --detailed-exitcode --json | head -1; echo "exit ${PIPESTATUS[0]}"',
    );
    expect(changes).toEqual({ stderr: '', stdout: '{\nexit 2' });
    const late = await bash(directory, url, 'dream plan --json | (sleep 1; wc -c)');
    expect(Number(late.stdout)).toBeGreaterThan(100_000);
    expect((await bash(directory, url, 'dream --help | true; echo "exit ${PIPESTATUS[0]}"')).stdout).toBe('exit 0');
  });

  test.each(['validate', 'plan --json', 'schema', ...(longRun ? ['plan', 'plan --markdown'] : [])])(
    '%s to a full disk is told in a sentence',
    async (command) => {
      const directory = projectFolder({ 'dream.yaml': dreamYaml, 'flags.yaml': flag('beta') });
      const { stderr, stdout } = await bash(
        directory,
        await newPostgresDatabase(),
        `dream ${command} > /dev/full; echo "exit $?"`,
      );
      expect(stdout).toBe('exit 1');
      expect(stderr).toBe('error  The output cannot be written: no space left on device.  cli/output');
    },
  );
});

describe('files that a command names', () => {
  test.each([
    [['plan', '-o', 'taken'], 'taken is a directory, not a file.'],
    [['plan', '-o', 'flags.yaml/out.json'], 'flags.yaml/out.json cannot be used: a part of it is a file'],
    [['plan', '-o', '/proc/none/out.json'], '/proc/none/out.json'],
    [['plan', '-o', '/dev/full/out.json'], '/dev/full/out.json cannot be used'],
    [['schema', '-o', 'taken'], 'taken is a directory, not a file.'],
    [['apply', 'nothing.json'], 'There is no nothing.json.'],
  ])('%j is answered with a sentence and a code', async (args, sentence) => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'flags.yaml': flag('beta') });
    await mkdir(join(directory, 'taken'));
    const dream = await commandsOnPostgres(directory);
    const { exitCode, stderr } = await dream(...args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('cli/file');
    expect(stderr).not.toContain('internal');
  });

  test('what is no changeset is neither applied nor overwritten by one', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'flags.yaml': flag('beta') });
    const dream = await commandsOnPostgres(directory);
    const applied = await dream('apply', 'flags.yaml');
    expect([applied.exitCode, applied.stderr]).toEqual([
      1,
      expect.stringContaining('flags.yaml cannot be applied: it is not a changeset.'),
    ]);
    const saved = await dream('plan', '--out', 'flags.yaml');
    expect([saved.exitCode, saved.stderr]).toEqual([1, expect.stringContaining('cli/exists')]);
    expect(await readFile(join(directory, 'flags.yaml'), 'utf8')).toBe(flag('beta'));
    expect((await dream('plan', '--out', 'f.json')).exitCode).toBe(0);
    expect((await dream('plan', '--out', 'f.json')).exitCode).toBe(0);
  });

  test('a file of plan --json cannot be applied, and the answer says how to make one that can', async () => {
    const directory = projectFolder({ 'dream.yaml': dreamYaml, 'flags.yaml': flag('beta') });
    const dream = await commandsOnPostgres(directory);
    await writeFile(join(directory, 'f.json'), (await dream('plan', '--json')).stdout);
    const { exitCode, stderr } = await dream('apply', 'f.json');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('f.json cannot be applied: it was made by --json');
    expect(stderr).toContain('dream plan --out f.json');
  });
});
