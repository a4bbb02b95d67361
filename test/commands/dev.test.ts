import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { program } from '../support/cli.ts';
import { newPostgresDatabase } from '../support/databases.ts';
import { projectFolder } from '../support/project-folder.ts';

const dreamYaml = 'project: acme\nenvironments:\n  development: {}\n';
const plan = (monthly: string): string => `kind: Plan\nkey: pro\nname: Pro\nprices:\n  USD: { monthly: ${monthly} }\n`;
const patient = { timeout: 300_000, interval: 20 };

test('dev goes on through many fast edits, a broken file, and a dream.yaml that goes and comes back', async () => {
  const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('1.00') });
  const dream = await program(directory);
  const dev = await dream.serve(['dev', '--port', '0']);
  const shows = async (text: string): Promise<void> => vi.waitFor(() => expect(dev.output()).toContain(text), patient);
  await shows('Applied to development as revision 1');
  expect(dev.output()).not.toContain('..');

  for (let price = 2; price <= 40; price += 1) await writeFile(join(directory, 'plans.yaml'), plan(`${price}.00`));
  await shows('→ 40.00');
  // A file that was being written was never taken for an empty one.
  expect(dev.output()).not.toContain('- delete');

  // Nor is one whose writer is held up after it has emptied it.
  await writeFile(join(directory, 'plans.yaml'), '');
  await setTimeout(500);
  await writeFile(join(directory, 'plans.yaml'), plan('40.50'));
  await shows('→ 40.50');
  expect(dev.output()).not.toContain('- delete');

  await writeFile(join(directory, 'plans.yaml'), 'kind: Plan\nkey: pro\nprices: [\n');
  await shows('plans.yaml:');
  await writeFile(join(directory, 'plans.yaml'), plan('41.00'));
  await shows('→ 41.00');

  await rm(join(directory, 'dream.yaml'));
  await shows('There is no dream.yaml in this directory.');
  await writeFile(join(directory, 'dream.yaml'), dreamYaml);
  await shows('Nothing to change.');
  await writeFile(join(directory, 'plans.yaml'), plan('42.00'));
  await shows('→ 42.00');

  expect(await dev.stop()).toMatchObject({ exitCode: 0, stderr: '' });
});

test('what goes wrong in an apply is shown, and the next edit applies', async () => {
  const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('1.00') });
  const dream = await program(directory, { DATABASE_URL: await newPostgresDatabase() });
  const dev = await dream.serve(['dev', '--port', '0', '--env', 'staging']);
  await vi.waitFor(() => expect(dev.output()).toContain('There is no environment staging in dream.yaml.'), patient);
  await writeFile(join(directory, 'dream.yaml'), `${dreamYaml}  staging: {}\n`);
  await vi.waitFor(() => expect(dev.output()).toContain('Applied to staging as revision 1'), patient);
  expect((await dev.stop()).exitCode).toBe(0);
});

test('dev --ndjson prints each thing that happens as a line of JSON', async () => {
  const directory = projectFolder({ 'dream.yaml': dreamYaml, 'plans.yaml': plan('1.00') });
  const dream = await program(directory);
  const dev = dream.start(['dev', '--port', '0', '--ndjson']);
  const lines = (): readonly unknown[] =>
    dev
      .output()
      .split('\n')
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line));
  const shows = async (...expected: readonly object[]): Promise<void> =>
    vi.waitFor(() => expect(lines().slice(-expected.length)).toMatchObject(expected), patient);
  await shows(
    { type: 'serving', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u) },
    { type: 'applied', revision: 1, changeset: { summary: { create: 1 } } },
  );
  await writeFile(join(directory, 'plans.yaml'), `${plan('1.00')}nmae: Pro\n`);
  await shows({ type: 'invalid', diagnostics: [{ file: 'plans.yaml', start: { line: 6, column: 1 } }] });
  await writeFile(join(directory, 'plans.yaml'), plan('1.00'));
  await shows({ type: 'unchanged' });
  await rm(join(directory, 'dream.yaml'));
  await shows({ type: 'invalid' });
  dev.signal('SIGTERM');
  expect(await dev.ended).toMatchObject({ exitCode: 0, stderr: '' });
});
