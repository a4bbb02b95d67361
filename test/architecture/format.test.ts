import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedProject } from '../support/planted-project.ts';

let project: PlantedProject;

beforeAll(async () => {
  project = await PlantedProject.lawful();
});

afterAll(() => project.dispose());

test('the formatter passes a lawful tree, names a file of another style and leaves generated files alone', async () => {
  const clean = await project.run('format');
  expect(clean.output).toMatch(/^Checked \d+ files/);
  expect(clean.passed).toBe(true);

  await project.plant({
    'src/engine/style.ts': 'export const word = "double quotes"\n',
    'templates/sdk/typescript/src/style.ts': 'export const word = "double quotes"\n',
    'src/engine/style.gen.ts': 'export const generated = "double quotes"\n',
  });
  const broken = await project.run('format');
  expect(broken.passed).toBe(false);
  expect(broken.output).toContain('src/engine/style.ts format');
  expect(broken.output).toContain('templates/sdk/typescript/src/style.ts format');
  expect(broken.output).not.toContain('style.gen.ts');
});
