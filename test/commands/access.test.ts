import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { acmeProject } from '../support/acme-project.ts';
import type { Outcome } from '../support/cli.ts';
import { commands, commandsOnPostgres } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });

function expectShape(outcome: Outcome, name: string): void {
  const validate = ajv.compile(JSON.parse(readFileSync(`test/golden/output/${name}.schema.json`, 'utf8')));
  validate(outcome.json());
  expect({ name, errors: validate.errors, stderr: outcome.stderr }).toEqual({ name, errors: null, stderr: '' });
}

const approval = ['access', 'check', 'ada', 'approve', 'invoice:42', '--role', 'approver', '--attributes'] as const;

test('SD-09 access check says allowed with 0 and denied with 2, and why', async () => {
  const dream = commands(acmeProject());
  const allowed = await dream(...approval, '{"resource": {"amount": 500, "createdBy": "bob"}}', '--explain');
  expect(allowed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(allowed.stdout.trimEnd()).toBe(
    [
      'allowed  ada may approve invoice:42.',
      '  Role approver grants invoice:approve, when resource.amount <= 10000.0 && resource.createdBy !=',
      '  user.key.',
    ].join('\n'),
  );
  const denied = await dream(...approval, '{"resource": {"amount": 50000, "createdBy": "bob"}}', '--explain');
  expect(denied).toMatchObject({ exitCode: 2, stderr: '' });
  expect(denied.stdout.trimEnd()).toBe(
    [
      'denied  ada may not approve invoice:42.',
      '  What ada holds of invoice:approve does not cover it.',
      '  Role approver grants invoice:approve, but the condition resource.amount <= 10000.0 &&',
      '  resource.createdBy != user.key is false.',
      '  Roles that grant it: admin, finance-admin, owner and support-agent.',
    ].join('\n'),
  );
  const json = await dream(...approval, '{}', '--json', '--tenant', 'acme');
  expect(json.exitCode).toBe(2);
  expectShape(json, 'access-check');
});

test('SD-09 access who and can list roles and permissions of one environment', async () => {
  const dream = commands(acmeProject());
  const who = await dream('access', 'who', 'approve', 'invoice', '--env', 'production');
  expect(who).toMatchObject({ exitCode: 0, stderr: '' });
  expect(
    who.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/\s+/)[0]),
  ).toEqual(['ROLE', 'admin', 'approver', 'finance-admin', 'owner']);
  expectShape(await dream('access', 'who', 'read', 'document', '--json'), 'access-who');
  expectShape(await dream('access', 'can', 'ada', 'invoice:1', '--role', 'approver', '--json'), 'access-can');
  const can = await dream('access', 'can', 'ada', '--role', 'viewer');
  expect(
    can.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/\s+/)),
  ).toEqual([
    ['PERMISSION', 'FROM'],
    ['customer:read', 'viewer'],
    ['invoice:read', 'viewer'],
    ['report:read', 'viewer'],
  ]);
});

test('a name that the files do not have is a mistake and no denial', async () => {
  const dream = commands(acmeProject());
  const { exitCode, stderr } = await dream('access', 'check', 'ada', 'raed', 'invoice');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('invoice has no action raed.');
  expect(stderr).toContain('Did you mean `read`?');
});

const product = () =>
  projectFolder({
    'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n',
    'access.yaml': `
kind: ResourceType
key: invoice
actions: [read, approve]
---
kind: Role
key: approver
permissions: ['invoice:approve']
conditions: { 'invoice:approve': resource.amount < 100 }
`,
  });

test('SD-09 with --live the control plane is asked, about the people that it knows', async () => {
  const dream = await commandsOnPostgres(product());
  for (const command of [
    'apply --yes',
    'tenants create acme --name Acme',
    'users create ada',
    'tenants add-member acme ada --role approver',
  ]) {
    expect(await dream(...command.split(' '))).toMatchObject({ exitCode: 0, stderr: '' });
  }
  const live = ['--live', '--tenant', 'acme'] as const;
  const cheap = ['--attributes', '{"resource": {"amount": 5}}'] as const;
  const check = ['access', 'check', 'ada', 'approve', 'invoice:42', ...live] as const;
  const allowed = await dream(...check, ...cheap, '--explain');
  expect(allowed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(allowed.stdout).toBe(
    'allowed  ada may approve invoice:42.\n  Role approver grants invoice:approve, when resource.amount < 100.\n',
  );
  const denied = await dream(...check, '--json');
  expect(denied.exitCode).toBe(2);
  expectShape(denied, 'access-check');
  const who = await dream('access', 'who', 'approve', 'invoice:42', ...live, ...cheap);
  expect(who.stdout.replaceAll(/ +/gu, ' ')).toBe('WHO IS BY\nada member role approver\n');
  expectShape(await dream('access', 'who', 'approve', 'invoice:42', ...live, ...cheap, '--json'), 'access-who');
  const nobody = await dream('access', 'who', 'read', 'invoice', ...live);
  expect(nobody.stdout).toBe('Nobody in this tenant may do it.\n');
  expectShape(await dream('access', 'can', 'ada', 'invoice:42', ...live, '--json'), 'access-can');
  const can = await dream('access', 'can', 'ada', ...live);
  expect(can.stdout).toContain('invoice:approve');

  for (const [wrong, message] of [
    [['access', 'can', 'ada', '--live'], /many tenants[^]*--tenant/],
    [['access', 'check', 'ada', 'approve', 'invoice', '--live'], /many tenants/],
    [['access', 'who', 'approve', 'invoice', '--live'], /many tenants/],
    [['access', 'can', 'ada', ...live, '--role', 'approver'], /--role is for the files alone/],
    [['access', 'can', 'ada', ...live, '--attributes', '{"tenant": {"seats": 1}}'], /tenant is for the files alone/],
    [['access', 'can', 'ada', '--live', '--tenant', 'nowhere'], /nowhere/],
  ] as const) {
    expect(await dream(...wrong)).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(message) });
  }
});

test('SD-09 with --live nobody has to name the only tenant that a product has', async () => {
  const directory = product();
  writeFileSync(join(directory, 'tenancy.yaml'), 'kind: Tenancy\nkey: default\nmode: single\ntenant: acme\n');
  const dream = await commandsOnPostgres(directory);
  for (const command of ['apply --yes', 'users create ada', 'users assign ada approver --tenant acme']) {
    expect(await dream(...command.split(' '))).toMatchObject({ exitCode: 0, stderr: '' });
  }
  const cheap = ['--live', '--attributes', '{"resource": {"amount": 5}}'] as const;
  const allowed = await dream('access', 'check', 'ada', 'approve', 'invoice:42', ...cheap, '--json');
  expect(allowed.exitCode).toBe(0);
  expectShape(allowed, 'access-check');
  expect(allowed.json()).toMatchObject({ allowed: true, tenant: null });
  const named = await dream('access', 'check', 'ada', 'approve', 'invoice:42', ...cheap, '--json', '--tenant', 'acme');
  expect(named.json()).toMatchObject({ allowed: true, tenant: 'acme' });
  const who = await dream('access', 'who', 'approve', 'invoice:42', ...cheap);
  expect(who.stdout.replaceAll(/ +/gu, ' ')).toBe('WHO IS BY\nada member role approver\n');
  const can = await dream('access', 'can', 'ada', 'invoice:42', '--live', '--json');
  expectShape(can, 'access-can');
  expect(can.json()).toMatchObject({ tenant: null, permissions: [{ permission: 'invoice:approve' }] });
});
