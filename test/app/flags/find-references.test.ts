import { execa } from 'execa';
import { expect, test } from 'vitest';
import { findReferences } from '../../../src/app/flags/find-references.ts';
import { loadProject } from '../../../src/app/load-project.ts';
import { createLocalHost } from '../../../src/app/local-host.ts';
import { projectFolder } from '../../support/project-folder.ts';

const host = createLocalHost();

async function searched(files: Record<string, string>, prepare?: (directory: string) => Promise<void>) {
  const directory = projectFolder({
    'dream.yaml': 'project: shop\nenvironments: { production: {} }\n',
    'flags.yaml': [
      'kind: Flag\nkey: checkout\nvariations: { on: true, off: false }',
      'kind: Flag\nkey: dark-mode\nvariations: { on: true, off: false }',
    ].join('\n---\n'),
    ...files,
  });
  await prepare?.(directory);
  const { configuration } = await loadProject(directory, host);
  if (configuration === null) throw new Error('the project has mistakes');
  return findReferences(configuration, directory, host);
}

const code = "variation('checkout');\nvariation('dark-mood');\n";

test('names places, flags without any, and unknown keys with what was meant', async () => {
  const found = await searched({
    'src/a.ts': code,
    'node_modules/x/a.js': code,
    '.cache/a.ts': code,
    'notes.md': code,
  });
  expect(found).toEqual({
    flags: [
      {
        key: 'checkout',
        archived: false,
        references: [{ file: 'src/a.ts', line: 1, column: 11, call: 'variation', text: "variation('checkout');" }],
      },
      { key: 'dark-mode', archived: false, references: [] },
    ],
    unknown: [
      {
        key: 'dark-mood',
        likely: 'dark-mode',
        references: [{ file: 'src/a.ts', line: 2, column: 11, call: 'variation', text: "variation('dark-mood');" }],
      },
    ],
    files: 1,
  });
});

test('leaves to Git what is ignored, and what is deleted or no text alone', async () => {
  const files = {
    '.gitignore': 'made/\n',
    'made/a.py': code,
    'src/b.rb': code,
    'gone.go': code,
    'bytes.js': `\0${code}`,
  };
  const found = await searched(files, async (directory) => {
    await execa('git', ['init', '-q'], { cwd: directory });
    await execa('git', ['add', '.'], { cwd: directory });
    await execa('rm', ['gone.go'], { cwd: directory });
  });
  expect(found.flags[0]?.references.map(({ file }) => file)).toEqual(['src/b.rb']);
});

test('a flag is archived when it is so in every environment', async () => {
  const flag = 'variations: { on: true, off: false }\nstate: archived';
  const found = await searched({
    'dream.yaml': 'project: shop\nenvironments: { staging: {}, production: {} }\n',
    'old.yaml': `kind: Flag\nkey: old\n${flag}\n---\nkind: Flag\nkey: tried\n${flag}\nenvironments: { staging: { state: 'on' } }\n`,
    'a.ts': "variation('old');",
  });
  expect(found.flags.map(({ archived, key, references }) => [key, archived, references.length])).toEqual([
    ['checkout', false, 0],
    ['dark-mode', false, 0],
    ['old', true, 1],
    ['tried', false, 0],
  ]);
});
