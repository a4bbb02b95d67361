import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedProject } from '../support/planted-project.ts';

// Words that the gate looks for are put together here, so that this file does not carry them itself.
const unfinished = ['TO', 'DO'].join('');
const suppressed = ['@ts', 'ignore'].join('-');
const only = ['test', 'only'].join('.');
const host = ['registry', 'npmjs', 'org'].join('.');
const home = ['', 'home', 'somebody', 'project'].join('/');
const now = ['Date', 'now()'].join('.');

const line = 'export const x = 1;\n';

/** By rule: a file that breaks it. */
const plants: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['root-entry', 'SCRATCH.md', 'notes\n'],
  ['file-name', 'src/engine/utils.ts', line],
  ['file-name', 'src/helpers/text.ts', line],
  ['file-name', 'src/engine/plan-manager.ts', line],
  ['file-name', 'templates/sdk/typescript/src/utils.ts', line],
  ['kebab-case', 'src/engine/PlanView.ts', line],
  ['kebab-case', 'templates/sdk/typescript/src/PlanView.ts', line],
  ['file-length', 'src/engine/long.ts', line.repeat(301)],
  ['file-length', 'templates/sdk/typescript/src/long.ts', line.repeat(301)],
  ['command-length', 'src/commands/long.ts', line.repeat(81)],
  ['room-index', 'src/engine/index.ts', line],
  ['unfinished', 'src/engine/later.ts', `// ${unfinished}: the rest\n`],
  ['test-left-out', 'test/engine/one.test.ts', `${only}('one', () => {});\n`],
  ['suppressed-types', 'src/engine/hushed.ts', `// ${suppressed}\n`],
  ['default-export', 'src/engine/nameless.ts', 'export default 1;\n'],
  ['through-host', 'src/engine/clock.ts', `export const at = ${now};\n`],
  ['registry-host', 'docs/install.md', `npm install --registry https://${host}\n`],
  ['registry-host', 'package-lock.json', '{\n  "resolved": "https://mirror.example/a.tgz"\n}\n'],
  ['machine-path', 'docs/run.md', `cd ${home}\n`],
];

let project: PlantedProject;
let report: string;

beforeAll(async () => {
  project = await PlantedProject.lawful();
  const clean = await project.run('house');
  expect(clean.output).toMatch(/^\d\d files, \d+ rules, 0 problems\n$/);
  expect(clean.passed).toBe(true);

  await project.plant(Object.fromEntries(plants.map(([, file, text]) => [file, text])));
  const broken = await project.run('house');
  expect(broken.passed).toBe(false);
  report = broken.output;
});

afterAll(() => project.dispose());

test.each(plants)('the house rule %s refuses %s', (rule, file) => {
  const problems = report.split('\n').filter((problem) => problem.startsWith(`${file}: `));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${file}: ${rule}: .`));
});

test('every house rule has a planted violation', () => {
  const rules = Number(/(\d+) rules/.exec(report)?.[1]);
  expect(new Set(plants.map(([rule]) => rule)).size).toBe(rules);
});
