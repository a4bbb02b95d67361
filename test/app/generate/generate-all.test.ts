import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type GeneratedAll, generateAll } from '../../../src/app/generate/generate-all.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { load, projectFolder } from '../../support/project-folder.ts';

const host = createHost();

function states({ docs, openapi, sdks }: GeneratedAll): ReadonlySet<string> {
  const files = [...openapi.documents, ...sdks.sdks.flatMap((sdk) => sdk.files), ...docs.files];
  return new Set(files.map(({ state }) => state));
}

test.each([
  ['sdks/python', 'pyproject.toml'],
  ['docs/api', 'billing.md'],
])('where a file in %s is somebody else’s, nothing is written anywhere', async (folder, name) => {
  const path = `${folder}/${name}`;
  const directory = projectFolder({ [path]: 'Mine.\n' });
  await expect(generateAll({ host, directory, check: false })).rejects.toMatchObject({ code: 'cli/foreign-file' });
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name: found }) => found).toSorted()).toStrictEqual(['dream.yaml', name].toSorted());
  expect(readFileSync(join(directory, path), 'utf8')).toBe('Mine.\n');
});

test('CP-05 all that is written into a project leaves it the configuration that it was', async () => {
  const directory = projectFolder({ 'plans.yaml': 'kind: Plan\nkey: pro\n' });
  const before = await load(directory);
  const written = await generateAll({ host, directory, check: false });
  expect(states(written)).toStrictEqual(new Set(['new']));
  expect([written, written.openapi, written.sdks, written.docs].map(({ checked }) => checked)).toStrictEqual([
    false,
    false,
    false,
    false,
  ]);
  const after = await load(directory);
  expect(after.diagnostics).toStrictEqual([]);
  expect(after.fileCount).toBe(before.fileCount);
  const [then, now] = [before, after].map(({ configuration }) => configuration?.desiredState('production'));
  expect(then?.resources).toHaveLength(1);
  expect(now).toStrictEqual(then);
});

test('ends of lines that Git gave to all of it are no difference', async () => {
  const directory = projectFolder({});
  const { openapi } = await generateAll({ host, directory, check: false });
  for (const folder of ['openapi', 'docs', 'sdks']) {
    const entries = readdirSync(join(directory, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
  }
  const fresh = await generateAll({ host, directory, check: true });
  expect(states(fresh)).toStrictEqual(new Set(['unchanged']));
  expect(fresh.openapi.documents).toHaveLength(openapi.documents.length);
  expect(await load(directory)).toMatchObject({ diagnostics: [], fileCount: 1 });
});
