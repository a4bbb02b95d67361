import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { acmeProject } from '../support/acme-project.ts';
import { type Outcome, program } from '../support/cli.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });

function expectShape(outcome: Outcome, name: string): void {
  const validate = ajv.compile(JSON.parse(readFileSync(`test/golden/output/${name}.schema.json`, 'utf8')));
  validate(outcome.json());
  expect({ name, errors: validate.errors, stderr: outcome.stderr }).toEqual({ name, errors: null, stderr: '' });
}

const context = JSON.stringify({ user: { key: 'ada', email: 'ada@acme.com' }, tenant: { key: 'acme', plan: 'pro' } });

test('CP-06 flags evaluate answers without a server, and explains itself', async () => {
  const directory = acmeProject();
  writeFileSync(join(directory, 'who.json'), context);
  const dream = await program(directory);
  const asked = ['flags', 'evaluate', 'advanced-analytics', '--env', 'production', '--context', '@who.json'] as const;
  const explained = await dream(...asked, '--explain');
  expect(explained).toMatchObject({ exitCode: 0, stderr: '' });
  expect(explained.stdout.trimEnd().split('\n')).toEqual([
    'advanced-analytics = true',
    '  TARGETING_MATCH, variation on: rule 1 “staff first” fits.',
    '',
    '↓ the flag is on',
    '↓ entitlement advanced-analytics is granted: the tenant’s plan is pro; granted by business,',
    '  enterprise, pro',
    '→ rule 1 “staff first” fits: on',
    '    ✓ belongs to segment staff',
    '      ✓ fits rule 1 “by mail address”',
    '        ✓ user.email ends with "@acme.com", ignoring capitals  saw ada@acme.com',
    '· fallthrough: off (not reached)',
    '    ◦ rollout by user.key: ada falls into bucket 15,854 of off (0 to 89,999)',
  ]);
  expectShape(await dream(...asked, '--explain', '--json'), 'flags-evaluate');

  const unknown = await dream('flags', 'evaluate', 'advanced-analitics', '--default', 'true');
  expect(unknown).toMatchObject({ exitCode: 1, stderr: 'Did you mean `advanced-analytics`?\n' });
  expect(unknown.stdout).toContain('FLAG_NOT_FOUND');
  expectShape(await dream('flags', 'evaluate', 'dark', '--json'), 'flags-evaluate');

  writeFileSync(join(directory, 'batch.ndjson'), `{"flag":"dark-mode","context":${context}}\n{"flag"\n`);
  const batch = await dream('flags', 'evaluate', '--batch', 'batch.ndjson');
  expect(batch).toMatchObject({ exitCode: 0, stderr: '' });
  expect(
    batch.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { key: 'dark-mode', value: true, reason: 'STATIC' },
    { key: null, value: null, reason: 'ERROR', errorCode: 'PARSE_ERROR' },
  ]);
  expectShape(await dream('flags', 'evaluate', '--batch', 'batch.ndjson', '--json'), 'flags-batch');
});

test('flags list, stale and refs have the shape that scripts rely on', async () => {
  const directory = acmeProject();
  writeFileSync(join(directory, 'app.ts'), "variation('dark-mode');\nvariation('drak-mode');\n");
  const dream = await program(directory);
  expectShape(await dream('flags', 'list', '--json'), 'flags-list');
  const stale = await dream('flags', 'stale', '--check', '--json');
  expectShape(stale, 'flags-stale');
  expect(stale.exitCode).toBe(2);
  const references = await dream('flags', 'refs', '--check', '--json');
  expectShape(references, 'flags-refs');
  expect(references.exitCode).toBe(2);
  const wrong = await dream('flags', 'evaluate', '--json');
  expect(wrong.exitCode).toBe(1);
});
