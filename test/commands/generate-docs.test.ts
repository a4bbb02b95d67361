import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('dream generate docs writes the pages, keeps what is not its own, and with --check says what is stale', async () => {
  const directory = projectFolder({ 'site/notes.md': 'Mine.\n' });
  const dream = commands(directory);
  const written = await dream('generate', 'docs', '--out', 'site');
  expect(written).toMatchObject({ exitCode: 0, stderr: '' });
  expect(written.stdout).toMatch(/^✓ Wrote \d+ files about \d+ operations into site\.\n$/u);
  expect(readFileSync(join(directory, 'site/notes.md'), 'utf8')).toBe('Mine.\n');
  expect((await dream('generate', 'docs', '--out', 'site', '--check')).stdout).toBe(
    '✓ site is fresh: nothing to write.\n',
  );

  writeFileSync(join(directory, 'site/billing.md'), 'Edited.\n');
  const refused = await dream('generate', 'docs', '--out', 'site');
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('site/billing.md was edited since this command wrote it; nothing was written.');
  expect(readFileSync(join(directory, 'site/billing.md'), 'utf8')).toBe('Edited.\n');

  const checked = await dream('generate', 'docs', '--out', 'new', '--check');
  expect(checked.exitCode).toBe(1);
  expect(checked.stdout).toContain('  new/billing.md  missing\n');
  expect(checked.stdout).toMatch(
    /\n✗ new is stale: \d+ files of \d+\.\ndream generate docs --out new writes what the operation table says\.\n$/u,
  );
  expect(existsSync(join(directory, 'new'))).toBe(false);
});
