import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
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

test.each([['openapi'], ['docs'], ['sdk'], ['all'], ['types', '--lang', 'python']])(
  'dream generate %s writes nowhere where the place to write to is empty',
  async (...parts) => {
    const refused = await commands(projectFolder({}))('generate', ...parts, '--out', '');
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('--out names no place.');
  },
);

test('dream generate openapi --diff exits with 1 when something breaks, and says what', async () => {
  const directory = projectFolder({});
  const dream = commands(directory);
  await dream('generate', 'openapi', '--out', 'old');
  const same = await dream('generate', 'openapi', '--diff', 'old');
  expect(same).toMatchObject({ exitCode: 0, stderr: '' });
  expect(same.stdout).toMatch(/^✓ Nothing is otherwise than in Dream \S+ in old\/openapi\.yaml\.\n$/u);

  const billing = join(directory, 'old/billing/billing.yaml');
  writeFileSync(
    billing,
    readFileSync(billing, 'utf8').replace('operationId: tenantPlans.get', 'operationId: plans.of'),
  );
  const broken = await dream('generate', 'openapi', '--diff', 'old/billing/billing.yaml');
  expect(broken.exitCode).toBe(1);
  expect(broken.stdout).toContain('✗ breaking    GET /v1/tenants/{tenant}/plan  operation-renamed\n');
  const json = await dream('generate', 'openapi', '--diff', 'old/billing/billing.yaml', '--json');
  expect(json.exitCode).toBe(1);
  const shape: object = JSON.parse(readFileSync('test/golden/output/generate-openapi-diff.schema.json', 'utf8'));
  expect(new Ajv2020({ strict: false }).validate(shape, json.json())).toBe(true);
  const markdown = await dream('generate', 'openapi', '--diff', 'old/billing/billing.yaml', '--markdown');
  expect(markdown.stdout).toMatch(/^### API: 1 breaking change, 0 compatible ones\n/u);
  const foreign = await dream('generate', 'openapi', '--diff', 'dream.yaml');
  expect(foreign).toMatchObject({ exitCode: 1, stdout: '' });
});
