import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Outcome } from '../support/cli.ts';
import { commandsOnPostgres } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });

/** Fields may be added, in the schema first; none may be renamed or go. */
function expectShape(outcome: Outcome, name: string): void {
  const validate = ajv.compile(JSON.parse(readFileSync(`test/golden/output/${name}.schema.json`, 'utf8')));
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  validate(outcome.json());
  expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
}

const project = () =>
  projectFolder({
    'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n',
    'plans.yaml': `
kind: Plan
key: pro
---
kind: Plan
key: enterprise
---
kind: Entitlement
key: seats
type: range
resets: never
plans: { pro: { min: 1, max: 50 } }
---
kind: Entitlement
key: sso
type: switch
plans: { enterprise: true }
`,
  });

test('P12 what a tenant has is listed, and something else agreed with it, from the command line', async () => {
  const dream = await commandsOnPostgres(project());
  const ok = async (...args: readonly string[]): Promise<string> => {
    const { exitCode, stderr, stdout } = await dream(...args);
    expect({ args, exitCode, stderr }).toEqual({ args, exitCode: 0, stderr: '' });
    return stdout;
  };
  await ok('apply', '--yes');
  await ok('tenants', 'create', 'acme', '--name', 'Acme');
  await ok('tenants', 'set-plan', 'acme', 'pro');
  expect(`\n${await ok('entitlements', 'list', 'acme')}`).toBe(`
ENTITLEMENT  HAS                   USED  COUNTS ANEW  BY
seats        1 to 50               0     never        plan
sso          no: needs enterprise  –     –            plan
`);
  const trial = ['entitlements', 'set', 'acme', 'sso', 'true', '--reason', 'Trial', '--until', '2999-12-24'];
  expect(await ok(...trial)).toBe('✓ acme has sso: on, whatever its plan grants, until 2999-12-24 00:00 UTC.\n');
  const contract = ['entitlements', 'set', 'acme', 'seats', '{"min":5}', '--reason', 'Contract 4711'];
  expect(await ok(...contract)).toBe(
    '✓ acme has seats: 5 to unlimited, whatever its plan grants, until that is removed.\n',
  );
  expect(`\n${await ok('entitlements', 'list', 'acme')}`).toBe(`
ENTITLEMENT  HAS        USED  COUNTS ANEW  BY
seats        5 or more  0     never        override
sso          yes        –     –            override until 2999-12-24 00:00 UTC
`);
  expectShape(await dream('entitlements', 'list', 'acme', '--json'), 'entitlements-list');
  expectShape(await dream(...trial, '--json'), 'entitlement-override');
  expect(await ok('entitlements', 'remove', 'acme', 'sso')).toBe('✓ acme has of sso what its plan grants.\n');
  expectShape(await dream('entitlements', 'remove', 'acme', 'seats', '--json'), 'removed-override');
  const misspelt = await dream('entitlements', 'set', 'acme', 'sso', 'on', '--reason', 'Trial');
  expect(misspelt.exitCode).toBe(1);
  expect(misspelt.stderr).toContain('The value is a text; a switch takes `true` or `false`.');
  const never = await dream('entitlements', 'set', 'acme', 'sso', 'true', '--reason', 'Trial', '--until', 'soon');
  expect(never.stderr).toContain('soon is not an instant.');
});
