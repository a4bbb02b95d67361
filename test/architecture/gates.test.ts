import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { gates } from '../../scripts/check/gates.ts';
import { PlantedProject } from '../support/planted-project.ts';

test('every gate has a test that plants what it must refuse, and no such test is left over', () => {
  const tests = globSync('test/architecture/*.test.ts').map((file) => basename(file, '.test.ts'));
  const provable = gates.filter(({ command }) => command[0] !== 'vitest').map(({ name }) => name);
  expect(tests.toSorted()).toEqual(['gates', ...provable].toSorted());
});

test('the runner passes when its gates do, and fails with what the failing gate said', async () => {
  const project = await PlantedProject.lawful();
  const clean = await project.check('house', 'types');
  expect(clean.output).toMatch(/^✓ types +\d+\.\d s .*\n✓ house +\d+\.\d s .*\n2 gates passed$/m);
  expect(clean.passed).toBe(true);

  await project.plant({ 'src/engine/Shouting.ts': 'export {};\n' });
  const broken = await project.check('house', 'types');
  expect(broken.passed).toBe(false);
  expect(broken.output).toContain('src/engine/Shouting.ts: kebab-case');
  expect(broken.output).toMatch(/^✗ house .*\n1 of 2 gates failed$/m);
  await project.dispose();
});

test('a gate that does not exist is an error, not a pass', async () => {
  const project = await PlantedProject.lawful();
  const run = await project.check('lintt');
  expect(run.passed).toBe(false);
  expect(run.output).toContain('no gate is called lintt; there are types, lint, ');
  await project.dispose();
});
