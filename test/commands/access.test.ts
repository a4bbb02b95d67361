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
  const nowhere = await dream('access', 'check', 'ada', 'approve', 'invoice:1', '--role', 'approver', '--json');
  expect(nowhere.json()).toMatchObject({ id: null, tenant: null, subject: { standing: null }, policyRevision: null });
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

test('SD-09 whoever does not belong to the tenant is told so, with all that the control plane knows', async () => {
  const dream = await commandsOnPostgres(product());
  for (const command of ['apply --yes', 'tenants create acme --name Acme', 'users create eve']) {
    expect(await dream(...command.split(' '))).toMatchObject({ exitCode: 0, stderr: '' });
  }
  const live = ['invoice:42', '--live', '--tenant', 'acme'] as const;
  const said = 'eve is neither a member nor a guest of this tenant, so no role and no relationship counts.';
  const check = await dream('access', 'check', 'eve', 'approve', ...live, '--explain');
  expect(check.stdout.replaceAll(/\s+/gu, ' ')).toBe(
    `denied eve may not approve invoice:42. It takes invoice:approve. ${said} `,
  );
  const json = await dream('access', 'check', 'eve', 'approve', ...live, '--json');
  expectShape(json, 'access-check');
  expect(json.json()).toMatchObject({
    id: expect.stringMatching(/^dec_[0-9A-Z]{26}$/u),
    subject: { id: 'eve', standing: 'none' },
    policyRevision: 1,
  });
  const can = await dream('access', 'can', 'eve', ...live);
  expect(can.stdout.trimEnd().split('\n').at(-1)).toBe(said);
  const ability = await dream('access', 'can', 'eve', ...live, '--json');
  expectShape(ability, 'access-can');
  expect(ability.json()).toMatchObject({ subject: { id: 'eve', standing: 'none' }, policyRevision: 1 });
});

test('SD-09 the files answer as the control plane does that they are applied to', async () => {
  const dream = await commandsOnPostgres(
    projectFolder({
      'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n',
      'access.yaml': `
kind: Tenancy
key: default
mode: single
tenant: solo
attributes: { tenant: { signed: date }, user: { hired: { type: date, required: true } } }
---
kind: ResourceType
key: document
actions: [see, file, enter]
---
kind: Role
key: reader
permissions: ['document:see', 'document:enter', 'document:file']
conditions:
  'document:see': tenant.key == 'solo'
  'document:enter': tenant.signed < now && user.hired < tenant.signed
  'document:file': tenant.signed > now
`,
    }),
  );
  for (const command of [
    'apply --yes',
    'tenants update solo --attribute signed=2026-01-02',
    'users create ada --attribute hired=2026-01-01',
    'users assign ada reader --tenant solo',
  ]) {
    expect(await dream(...command.split(' '))).toMatchObject({ exitCode: 0, stderr: '' });
  }
  const known = '{"tenant": {"signed": "2026-01-02"}, "user": {"hired": "2026-01-01"}}';
  const decided = async (...options: readonly string[]): Promise<unknown> => {
    const { stdout, stderr } = await dream('access', 'can', 'ada', 'document:42', ...options);
    return { stdout, stderr };
  };
  const files = await decided('--role', 'reader', '--attributes', known);
  expect(files).toStrictEqual(await decided('--live'));
  expect(files).toStrictEqual({
    stderr: '',
    stdout: [
      'ACTION  ANSWER   BY',
      'enter   allowed  role reader',
      'file    denied   the condition tenant.signed > now is false',
      'see     allowed  role reader',
      '',
    ].join('\n'),
  });
  const json = await dream('access', 'can', 'ada', 'document:42', '--role', 'reader', '--json');
  expect(json.json()).toMatchObject({ tenant: 'solo', subject: { standing: null }, policyRevision: null });
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
