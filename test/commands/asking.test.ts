// What a person at a terminal meets: `script` gives the program one.
import { execa } from 'execa';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { freshBuild } from '../support/cli.ts';
import { commands } from '../support/commands.ts';
import { newPostgresDatabase } from '../support/databases.ts';
import { projectFolder } from '../support/project-folder.ts';

const binary = resolve(import.meta.dirname, '../../bin/run.js');
const dreamYaml = 'project: acme\nenvironments:\n  development: {}\n';
const plan = (monthly: string): string => `kind: Plan\nkey: pro\nname: Pro\nprices:\n  USD: { monthly: ${monthly} }\n`;

interface Terminal {
  shows(text: string): Promise<void>;
  answer(text: string): Promise<{ readonly exitCode: number | undefined; readonly output: string }>;
}

async function atTerminal(directory: string, databaseUrl: string, command: string): Promise<Terminal> {
  await freshBuild();
  const line = `stty cols 200; '${process.execPath}' '${binary}' ${command}`;
  const child = execa('script', ['-qefc', line, '/dev/null'], {
    cwd: directory,
    env: { DREAM_AUTHOR: 'ada@acme.com', DATABASE_URL: databaseUrl, NO_COLOR: '1', SHELL: '/bin/sh' },
    reject: false,
    timeout: 500_000,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    shows: async (text) => vi.waitFor(() => expect(output).toContain(text), { timeout: 300_000, interval: 20 }),
    answer: async (text) => {
      child.stdin.write(`${text}\n`);
      const { exitCode } = await child;
      return { exitCode, output };
    },
  };
}

test('an apply makes exactly what was shown, and tells the loser of two what moved', async () => {
  const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('49.00') });
  const url = await newPostgresDatabase();
  const dream = commands(directory).with({ env: { DATABASE_URL: url } });
  await dream('apply');
  await writeFile(join(directory, 'plans.yaml'), plan('59.00'));
  const asked = await atTerminal(directory, url, 'apply');
  await asked.shows('Apply this to development? [y/N]');
  await writeFile(join(directory, 'plans.yaml'), plan('69.00'));
  await dream.with({ env: { DREAM_AUTHOR: 'grace@acme.com' } })('apply');

  const { exitCode, output } = await asked.answer('y');
  expect(exitCode).toBe(1);
  expect(output).toContain('changes/stale');
  expect(output).toMatch(/live value by grace@acme\.com at 20\d\d-/u);
  expect(output).toMatch(/prices\.USD\.monthly\s+live 69\.00, files 59\.00/u);
});

test('an apply that somebody agreed to is one revision of what was shown', async () => {
  const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('49.00') });
  const url = await newPostgresDatabase();
  const dream = commands(directory).with({ env: { DATABASE_URL: url } });
  const asked = await atTerminal(directory, url, 'apply');
  await asked.shows('Apply this to development? [y/N]');
  const { exitCode, output } = await asked.answer('y');
  expect({ exitCode, output }).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('Applied to development as revision 1: 1 created, settings set.'),
  });
  expect((await dream('plan')).stdout).toContain('No changes.');
});

test('anything but yes changes nothing', async () => {
  const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('49.00') });
  const url = await newPostgresDatabase();
  const dream = commands(directory).with({ env: { DATABASE_URL: url } });
  const asked = await atTerminal(directory, url, 'apply');
  await asked.shows('[y/N]');
  const { exitCode, output } = await asked.answer('maybe');
  expect(exitCode).toBe(1);
  expect(output).toContain('cli/not-confirmed');
  expect((await dream('history')).stdout).toContain('has no revisions yet');
});
