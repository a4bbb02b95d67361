import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedProject } from '../support/planted-project.ts';

const dropped = 'node_modules/@biomejs/cli-darwin-arm64';

let project: PlantedProject;

beforeAll(async () => {
  project = await PlantedProject.copy(['package-lock.json', 'scripts/complete-lockfile.ts']);
});

afterAll(() => project.dispose());

test('a lockfile without an entry of another platform is refused, and completed as it was', async () => {
  expect(await project.run('lockfile')).toEqual({ passed: true, output: '' });

  const lockfile: { packages: Record<string, unknown> } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const before = lockfile.packages[dropped];
  expect(before).toMatchObject({ os: ['darwin'], cpu: ['arm64'], optional: true });
  delete lockfile.packages[dropped];
  await project.plant({ 'package-lock.json': JSON.stringify(lockfile) });
  const broken = await project.run('lockfile');
  expect(broken).toEqual({ passed: false, output: `package-lock.json: no entry for ${dropped}\n` });

  expect(await project.execute('node', 'scripts/complete-lockfile.ts')).toMatchObject({ passed: true });
  expect(await project.run('lockfile')).toEqual({ passed: true, output: '' });
  const completed: typeof lockfile = JSON.parse(await readFile(join(project.directory, 'package-lock.json'), 'utf8'));
  expect(completed.packages[dropped]).toMatchObject({ os: ['darwin'], cpu: ['arm64'], optional: true });
});
