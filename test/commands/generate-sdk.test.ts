import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('dream generate sdk writes the SDKs, and with --check exits with 1 when one is stale', async () => {
  const directory = projectFolder({});
  const dream = commands(directory);
  const written = await dream('generate', 'sdk', '--lang', 'typescript', '--out', 'build');
  expect(written).toMatchObject({ exitCode: 0, stderr: '' });
  expect(written.stdout).toMatch(
    /^SDK +OPERATIONS +TYPES +FILES +STATE\nbuild\/typescript +\d+ +\d+ +\d+ +\d+ new\n\n✓ Wrote \d+ files into build\.\n$/u,
  );

  const list = join(directory, 'build/typescript/.dream-files.json');
  const text = readFileSync(list, 'utf8');
  writeFileSync(list, text.replace('{', '{\n  "gone.ts": "0",'));
  const stale = await dream('generate', 'sdk', '--lang', 'typescript', '--out', 'build', '--check');
  expect(stale.exitCode).toBe(1);
  expect(stale.stdout).toMatch(
    /\n {2}build\/typescript\/\.dream-files\.json {2}stale\n✗ build is stale: 1 file of \d+\.\ndream generate sdk --out build writes what the operation table says\.\n$/u,
  );
});

test('a language that there is no SDK for is refused', async () => {
  const refused = await commands(projectFolder({}))('generate', 'sdk', '--lang', 'perl');
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toMatch(/Expected --lang=perl to be one of: typescript, .*all/u);
});
