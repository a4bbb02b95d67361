import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('dream generate openapi writes the documents, and with --check exits with 1 when one is stale', async () => {
  const directory = projectFolder({});
  const dream = commands(directory);
  const written = await dream('generate', 'openapi', '--out', 'build');
  expect(written).toMatchObject({ exitCode: 0, stderr: '' });
  expect(written.stdout).toMatch(/^DOCUMENT +OPERATIONS +KINDS +STATE\nopenapi\.yaml +\d+ +\d+ +new\n/u);
  expect(written.stdout).toMatch(
    /\nnotifications\/notifications\.yaml +– +\d+ +new\n[\s\S]*\n\n✓ Wrote \d+ documents into build\.\n$/u,
  );

  const billing = join(directory, 'build/billing/billing.yaml');
  writeFileSync(billing, `${readFileSync(billing, 'utf8')}x-more: true\n`);
  const stale = await dream('generate', 'openapi', '--out', 'build', '--check');
  expect(stale.exitCode).toBe(1);
  expect(stale.stdout).toMatch(/\nbilling\/billing\.yaml +\d+ +\d+ +stale\n/u);
  expect(stale.stdout).toMatch(
    /\n✗ build is stale: 1 document of \d+\.\ndream generate openapi --out build writes what the operation table and the models say\.\n$/u,
  );
});
