import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { acmeProject } from '../support/acme-project.ts';
import { expectNoStackTrace, freshBuild, temporaryDirectory } from '../support/cli.ts';

const root = resolve(import.meta.dirname, '../..');

async function pack(): Promise<{ readonly tarball: string; readonly files: readonly string[] }> {
  await freshBuild();
  const destination = temporaryDirectory();
  const { stdout } = await execa('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
    cwd: root,
  });
  const told: readonly { readonly files: readonly { readonly path: string }[] }[] = Object.values(JSON.parse(stdout));
  const [name = ''] = readdirSync(destination);
  return { tarball: join(destination, name), files: told.flatMap(({ files }) => files.map(({ path }) => path)) };
}

it('the package holds the program, its database and its templates, and nothing of how it is made', async () => {
  const { files } = await pack();
  for (const needed of [
    'package.json',
    'README.md',
    'LICENSE',
    'bin/run.js',
    'dist/main.js',
    'dist/embedded-worker.js',
    'dist/oclif.manifest.json',
    'templates/init/dream.yaml',
  ]) {
    expect(files).toContain(needed);
  }
  expect(files.some((file) => file.startsWith('dist/migrations/') && file.endsWith('.sql'))).toBe(true);
  expect(
    files.filter(
      (file) => /^(?:src|test|scripts|node_modules|coverage|bench|\.)/u.test(file) || file.includes('.dream/'),
    ),
  ).toEqual([]);
});

it('the package, installed into an empty project without what it is developed with, validates, plans and applies', async () => {
  const { tarball } = await pack();
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'package.json'), '{ "name": "somebody", "private": true }\n');
  await execa('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', tarball], {
    cwd: directory,
  });
  const project = acmeProject();
  const dream = async (...args: readonly string[]): Promise<string> => {
    const { stdout, stderr, exitCode } = await execa('npx', ['--loglevel=error', 'dream', ...args], {
      cwd: directory,
      reject: false,
    });
    expectNoStackTrace(stdout + stderr);
    expect([exitCode, stderr]).toEqual([0, '']);
    return stdout;
  };
  expect(await dream('--version')).toBe(`dream/${packageJson.version}`);
  expect(await dream('validate', project)).toContain('is valid');
  expect(await dream('plan', project)).toContain('to create');
  expect(await dream('apply', project)).toContain('revision 1');
  expect(await dream('plan', project)).toContain('No changes');
  mkdirSync(join(directory, 'new'));
  await dream('init', 'new');
  await dream('validate', 'new');
  await dream('--help');
  expect(await dream('schema')).toContain('$schema');
}, 300_000);
