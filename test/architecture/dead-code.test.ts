import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { PlantedProject } from '../support/planted-project.ts';

const everything = [
  ...'package.json tsconfig.json knip.json vitest.config.ts drizzle.config.ts stryker.config.mjs .dependency-cruiser.mjs'.split(
    ' ',
  ),
  ...'src test scripts bench bin templates sdks'.split(' '),
];

let project: PlantedProject;

beforeAll(async () => {
  project = await PlantedProject.copy(everything);
  // What the build leaves, and bin/run.js loads.
  await project.plant({ 'dist/main.js': '', 'dist/report-failure.js': '' });
});

afterAll(() => project.dispose());

test('an unused file, export and package are named, and nothing else is dead', async () => {
  const dependencies = { ...packageJson.dependencies, 'left-pad': '1.3.0' };
  await project.plant({
    'package.json': JSON.stringify({ ...packageJson, dependencies }),
    'src/engine/nobody-imports-this.ts': 'export const lonely = 1;\n',
    'src/engine/json.ts': `${await readFile('src/engine/json.ts', 'utf8')}\nexport const unusedExport = 1;\n`,
  });
  const broken = await project.run('dead-code');
  expect(broken.passed).toBe(false);
  // And nothing else.
  const lines = broken.output.trim().split('\n');
  expect(lines.map((line) => line.replaceAll(/ +/g, ' ').replace(/:\d+:\d+$/, ''))).toEqual([
    'Unused files (1)',
    'src/engine/nobody-imports-this.ts',
    'Unused dependencies (1)',
    'left-pad package.json',
    'Unused exports (1)',
    'unusedExport src/engine/json.ts',
  ]);
});
