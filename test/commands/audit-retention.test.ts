import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodiesOf, exportOf } from '../components/audit/proof/support/exports.ts';
import { commandsOnPostgres } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('FR-A004 what is personal is erased, and only what was archived is restored', async () => {
  const folder = projectFolder({});
  const dream = await commandsOnPostgres(folder);
  expect(await dream('apply')).toMatchObject({ exitCode: 0 });
  expect((await dream('audit', 'erase', 'ada', '--yes')).stdout).toBe('No entry holds anything personal of ada.\n');
  expect((await dream('audit', 'erase', 'ada', '--json')).json()).toEqual({ subject: 'ada', erased: 0 });

  const archive = exportOf(bodiesOf(3), {});
  writeFileSync(join(folder, 'other.ndjson.gz'), gzipSync(archive));
  expect(await dream('audit', 'restore', 'other.ndjson.gz')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('Line 1 is no entry that was taken out of this chain.'),
  });
  writeFileSync(join(folder, 'changed.ndjson'), archive.toString().replace('"aud_000002"', '"aud_000009"'));
  const changed = await dream('audit', 'restore', 'changed.ndjson', '--for', '7d', '--json');
  expect(changed.exitCode).toBe(1);
  expect(changed.json()).toEqual({ valid: false, restored: 0, present: 0, until: null });
});
