import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Outcome } from '../support/cli.ts';
import { commands, commandsOnPostgres } from '../support/commands.ts';
import { itInLongRuns } from '../support/it-in-long-runs.ts';
import { projectFolder } from '../support/project-folder.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
const project = {
  'dream.yaml': 'project: acme\nenvironments:\n  development: {}\nguardrails:\n  development: { maxDeletes: 0 }\n',
  'plans.yaml': 'kind: Plan\nkey: pro\nname: Pro\nprices:\n  USD: { monthly: 49.00 }\n',
};

/** Fields may be added, in the schema first; none may be renamed or go. */
function expectShape(outcome: Outcome, name: string): void {
  const validate = ajv.compile(JSON.parse(readFileSync(`test/golden/output/${name}.schema.json`, 'utf8')));
  expect(outcome.stderr).toBe('');
  validate(outcome.json());
  expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
}

test('the JSON of every command has the shape that scripts rely on', async () => {
  const directory = projectFolder(project);
  const dream = await commandsOnPostgres(directory);
  expectShape(await dream('validate', '--json'), 'validate');
  expectShape(await dream('plan', '--json'), 'plan');
  expectShape(await dream('status', '--json'), 'status');
  expectShape(await dream('apply', '--json'), 'apply');
  expectShape(await dream('status', '--json'), 'status');
  writeFileSync(join(directory, 'plans.yaml'), project['plans.yaml'].replace('49', '59').replace('pro', 'plus'));
  expectShape(await dream('plan', '--json'), 'plan');
  expectShape(await dream('apply', '--json'), 'error');
  expectShape(await dream('rollback', '1', '--json'), 'apply');
  expectShape(await dream('history', '--json'), 'history');
  expectShape(await dream('history', '1', '--json'), 'revision');
  expectShape(await dream('diff', '0', '1', '--json'), 'plan');
  expectShape(await dream('pull', '--dry-run', '--json'), 'pull');
  const created = await dream('keys', 'create', '--name', 'ci', '--json');
  expectShape(created, 'new-key');
  expectShape(await dream('keys', 'list', '--json'), 'keys-list');
  expectShape(await dream('keys', 'revoke', created.json<{ id: string }>().id, '--json'), 'key');
  expectShape(await dream.with({ input: 'value' })('secrets', 'set', 'TOKEN', '--json'), 'secret');
  expectShape(await dream('secrets', 'list', '--json'), 'secrets-list');
  expectShape(await dream('secrets', 'remove', 'TOKEN', '--json'), 'removed-secret');
  expectShape(await dream('secrets', 'remove', 'TOKEN', '--json'), 'error');
  expectShape(await dream('init', join(directory, 'other'), '--json'), 'init');
  writeFileSync(
    join(directory, 'plans.yaml'),
    'kind: Plan\nkey: pro\nprices:\n  USD: { montly: 1 }\n---\nkind: Plan\nkey: pro\nname: Two\n',
  );
  expectShape(await dream('validate', '--json'), 'validate');
  expectShape(await dream('plan', '--json'), 'error');
  expectShape(await dream('plan', '--jsn', '--json'), 'error');
});

itInLongRuns('the JSON of the commands that generate has the shape that scripts rely on', async () => {
  const directory = projectFolder(project);
  const dream = commands(directory);
  for (const what of ['openapi', 'sdk']) {
    const out = join(directory, `.${what}`);
    expectShape(await dream('generate', what, '--out', out, '--check', '--json'), `generate-${what}`);
  }
});

test('the error of a plan with mistakes carries the diagnostics as validate prints them', async () => {
  const dream = commands(projectFolder({ ...project, 'more.yaml': 'kind: Plann\nkey: x\n' }));
  const { diagnostics } = (await dream('validate', '--json')).json<{ diagnostics: readonly unknown[] }>();
  const { error } = (await dream('plan', '--json')).json<{ error: { details: { diagnostics: readonly unknown[] } } }>();
  expect(error.details.diagnostics).toEqual(diagnostics);
  expect(diagnostics).toHaveLength(1);
});
