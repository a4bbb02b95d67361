import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/app/package-root.ts';
import { readTemplates } from '../../src/app/read-templates.ts';

test('templates are read byte for byte, by path', () => {
  const root = join(packageRoot(), 'templates/init');
  const templates = readTemplates('init');
  const paths = globSync('**/*.yaml', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  expect(templates.map(({ path }) => path)).toStrictEqual(paths.toSorted());
  for (const { path, text } of templates) {
    expect(Buffer.from(text).equals(readFileSync(join(root, path)))).toBe(true);
  }
});
