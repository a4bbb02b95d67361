import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedProject } from '../support/planted-project.ts';

const types = 'src/components/billing/generated/types.gen.ts';
const orphan = 'src/components/billing/generated/coupons.gen.ts';

let project: PlantedProject;

beforeAll(async () => {
  // The generator and what it writes: to make each file that there is takes longer than to look at these.
  const generator = ['src/engine', 'src/generate', 'scripts', 'models'];
  const written = [...globSync('src/components/*/generated'), 'docs/reference'];
  project = await PlantedProject.copy(['package.json', 'tsconfig.json', ...generator, ...written]);
});

afterAll(() => project.dispose());

test('generated files are fresh; an edited one, an orphan and a changed model are named', async () => {
  expect(await project.run('generated')).toMatchObject({ passed: true });

  await project.plant({
    [types]: `${await readFile(types, 'utf8')}// edited by hand\n`,
    [orphan]: 'export {};\n',
    'models/access/role.yaml': await edited('models/access/role.yaml', /^summary: .*$/m, 'summary: Something else.'),
  });
  const broken = await project.run('generated');
  expect(broken.passed).toBe(false);
  expect(named(broken.output)).toEqual(expect.arrayContaining([types, orphan, 'docs/reference/role.md']));
  expect(named(broken.output).filter((file) => !/billing|access|role|README/.test(file))).toEqual([]);
});

function named(output: string): readonly string[] {
  return [...output.matchAll(/^(\S+) is not what models\/ says/gm)].map(([, file = '']) => file);
}

async function edited(path: string, pattern: RegExp, replacement: string): Promise<string> {
  const text = await readFile(join(project.directory, path), 'utf8');
  expect(text).toMatch(pattern);
  return text.replace(pattern, replacement);
}
