import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlantedProject } from '../support/planted-project.ts';

let project: PlantedProject;

beforeEach(async () => {
  project = await PlantedProject.lawful();
});

afterEach(() => project.dispose());

test('the compiler passes a lawful tree and names a planted mistake', async () => {
  expect(await project.run('types')).toEqual({ passed: true, output: '' });

  await project.plant({ 'src/engine/mistake.ts': "export const count: number = 'three';\n" });
  const broken = await project.run('types');
  expect(broken.passed).toBe(false);
  expect(broken.output).toContain('src/engine/mistake.ts(1,14): error TS2322');
});

test('an index without a check is an error, as is syntax that Node cannot strip', async () => {
  await project.plant({
    'src/engine/unchecked.ts': 'export function first(list: string[]): string {\n  return list[0];\n}\n',
    'src/engine/enumerated.ts': 'export enum Colour {\n  Red,\n}\n',
  });
  const { output } = await project.run('types');
  expect(output).toContain('src/engine/unchecked.ts(2,3): error TS2322');
  expect(output).toContain('src/engine/enumerated.ts(1,13): error TS1294');
});

test('an older compiler under the name of tsc is refused', async () => {
  await project.plant({ 'bin-first/tsc': '#!/bin/sh\necho Version 6.0.3\n' });
  await chmod(join(project.directory, 'bin-first/tsc'), 0o755);
  const run = await project.run('types');
  expect(run.passed).toBe(false);
  expect(run.output).toContain('tsc is Version 6.0.3, not version 7');
});
