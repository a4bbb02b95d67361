import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

const flag = { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'on' };

test('FR-F003 import flags exits with 1 when nothing was imported, and says why', async () => {
  const directory = projectFolder({
    'empty.json': JSON.stringify({ flags: {} }),
    'other.json': JSON.stringify({ version: 1, features: [] }),
    'odd.json': JSON.stringify({ flags: { a: { ...flag, variants: 'none' } } }),
    'good.json': JSON.stringify({ flags: { a: flag, b: { ...flag, variants: 'none' } } }),
  });
  const dream = commands(directory);
  const run = async (file: string, ...more: readonly string[]) =>
    dream('import', 'flags', '--from', 'flagd', file, '--out', 'features', ...more);

  expect(await run('empty.json')).toMatchObject({
    exitCode: 1,
    stdout: 'Nothing was imported: the export holds no flags.\n',
    stderr: '',
  });
  const other = await run('other.json');
  expect([other.exitCode, other.stdout]).toEqual([1, 'Nothing was imported.\n']);
  expect(other.stderr).toContain('import/not-an-export');
  const odd = await run('odd.json', '--json');
  expect([odd.exitCode, odd.json()]).toMatchObject([1, { flags: 0, written: [], findings: [{ of: 'flag a' }] }]);
  expect(existsSync(join(directory, 'features'))).toBe(false);

  // What needs a look is no failure: the rest is there.
  const good = await run('good.json', '--json');
  expect([good.exitCode, good.json()]).toMatchObject([
    0,
    { flags: 1, findings: [{ of: 'flag b', effect: 'changed' }] },
  ]);
  expect(existsSync(join(directory, 'features/flags/a.yaml'))).toBe(true);
});
