import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Outcome } from '../support/cli.ts';
import { commandsOnPostgres } from '../support/commands.ts';
import { itInLongRuns } from '../support/it-in-long-runs.ts';
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
    'plans.yaml': 'kind: Plan\nkey: pro\nname: Pro\n',
    'roles.yaml': `
kind: Role
key: viewer
default: true
---
kind: Role
key: support-agent
assignable: false
---
kind: ResourceType
key: document
actions: [read]
relations: { owner: [user, service-account] }
---
kind: Tenancy
key: default
currencies: [USD, INR]
attributes: { tenant: { seats: number, industry: string, tags: list } }
`,
  });

test('tenants and users are kept from the command line, on a server of this very process and beside it', async () => {
  const dream = await commandsOnPostgres(project());
  const ok = async (...args: readonly string[]): Promise<string> => {
    const { exitCode, stderr, stdout } = await dream(...args);
    expect({ args, exitCode, stderr }).toEqual({ args, exitCode: 0, stderr: '' });
    return stdout.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, 'NOW');
  };
  await ok('apply', '--yes');
  expect(await ok('tenants', 'list')).toBe(
    'There are no tenants yet. Create one with: dream tenants create --name NAME\n',
  );
  const server = await dream.serve();
  expect(await ok('tenants', 'create', 'acme', '--name', 'Acme', '--currency', 'INR', '--region', 'in')).toBe(
    'acme  Acme\n  currency  INR\n  region    in\n  data      –\n  created   NOW\n',
  );
  await ok('tenants', 'update', 'acme', '--name', 'Acme Ltd', '-a', 'seats=5', '--attribute', 'industry=steel');
  expect(await ok('tenants', 'set-plan', 'acme', 'pro')).toBe('✓ acme is on plan pro.\n');
  expect(await ok('tenants', 'get', 'acme')).toBe(
    'acme  Acme Ltd\n  plan      pro\n  currency  INR\n  region    in\n  data      –\n  created   NOW\n  seats     5\n  industry  steel\n',
  );
  expect(await ok('tenants', 'list', '--plan', 'pro')).toBe(
    'ID    NAME      CURRENCY  REGION  DATA  CREATED\nacme  Acme Ltd  INR       in      –     NOW\n',
  );
  expect(await ok('tenants', 'list', '--page', '9')).toBe('There is no page 9: 1 tenant on 1 page.\n');
  await ok('users', 'create', 'auth0|ada', '--email', 'ada@acme.com', '--name', 'Ada', '-a', 'department=finance');
  expect(await ok('users', 'assign', 'auth0|ada', 'support-agent', '--tenant', 'acme')).toBe(
    '✓ auth0|ada is a member of acme, as support-agent and viewer.\n',
  );
  expect(await ok('users', 'assign', 'auth0|ada', 'viewer', '--tenant', 'acme')).toContain('support-agent and viewer');
  expect(await ok('tenants', 'members', 'acme')).toBe(
    'USER       EMAIL         NAME  ROLES                  SINCE\nauth0|ada  ada@acme.com  Ada   support-agent, viewer  NOW\n',
  );
  expect(await ok('users', 'unassign', 'auth0|ada', 'support-agent', '-t', 'acme')).toContain('as viewer.');
  expect(await ok('users', 'get', 'auth0|ada')).toBe(
    'auth0|ada  Ada\n  email       ada@acme.com\n  created     NOW\n  department  finance\n\nTENANT  ROLES\nacme    viewer\n',
  );
  expect(await ok('users', 'get', 'auth0|ada', '--page', '9')).toContain(
    '\n\nThere is no page 9: 1 membership on 1 page.\n',
  );
  await ok('users', 'create', 'sue');
  expect(await ok('tenants', 'grant', 'acme', 'sue', '--role', 'support-agent', '--reason', 'Ticket 4711')).toBe(
    '✓ sue may act within acme as support-agent, until that is withdrawn.\n',
  );
  expect(await ok('tenants', 'grants', 'acme')).toBe(
    'USER  ROLES          UNTIL  BY     REASON\nsue   support-agent  –      local  Ticket 4711\n',
  );
  expect(await ok('tenants', 'withdraw', 'acme', 'sue')).toBe('✓ sue may not act within acme any more.\n');
  expect(await ok('tenants', 'add-member', 'acme', 'sue')).toBe('✓ sue is a member of acme, as viewer.\n');
  expect(await ok('tenants', 'remove-member', 'acme', 'sue')).toBe('✓ sue is no member of acme any more.\n');
  expect(await ok('users', 'list', '--email', 'ADA@acme.com')).toContain('auth0|ada  ada@acme.com');
  expect(await ok('users', 'list', '--page-size', '1')).toContain('\n2 users, page 1 of 2: --page, --page-size\n');
  expect(await ok('tenants', 'set-plan', 'acme', '--none')).toBe('✓ acme is on no plan.\n');
  const { key } = (await dream('keys', 'create', '--name', 'ci', '--json')).json<{ key: string }>();
  const remote = dream.with({ env: { DREAM_API_KEY: key, DREAM_SERVER: server.url } });
  const renamed = await remote('tenants', 'update', 'acme', '--name', 'Acme & Sons', '--remove-attribute', 'seats');
  expect(renamed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('acme  Acme & Sons\n') });
  expect(renamed.stdout).not.toContain('seats');
  expect(await ok('users', 'delete', 'sue', '--yes')).toBe('✓ Deleted sue.\n');
  expect(await ok('tenants', 'delete', 'acme')).toBe('✓ Deleted acme.\n');
});

test('service accounts and relationships are kept from the command line, with the JSON that scripts rely on', async () => {
  const dream = await commandsOnPostgres(project());
  const shaped = async <T>(name: string, ...args: readonly string[]): Promise<T> => {
    const outcome = await dream(...args, '--tenant', 'acme', '--json');
    expectShape(outcome, name);
    return outcome.json<T>();
  };
  await dream('apply', '--yes');
  await dream.serve();
  await dream('tenants', 'create', 'acme', '--name', 'Acme', '--currency', 'USD');
  const { id } = await shaped<{ id: string }>('service-account', 'service-accounts', 'create', 'Import');
  await shaped('service-account', 'service-accounts', 'assign', id, 'viewer');
  expect(await shaped('service-account', 'service-accounts', 'get', id)).toMatchObject({ roles: ['viewer'] });
  await shaped('service-accounts-list', 'service-accounts', 'list');
  const owner = ['document:42', 'owner', `service-account:${id}`];
  expect(await shaped('relationships-written', 'relationships', 'add', ...owner)).toMatchObject({ added: 1 });
  expect((await dream('relationships', 'list', '-t', 'acme', '--subject', 'service-account')).stdout).toBe(
    `RESOURCE     RELATION  SUBJECT\ndocument:42  owner     service-account:${id}\n`,
  );
  const none = await shaped('relationships-list', 'relationships', 'list', '--resource', 'document:43');
  expect(none).toMatchObject({ relationships: [] });
  expect(await shaped('relationships-written', 'relationships', 'remove', ...owner)).toMatchObject({ removed: 1 });
  const unassigned = await dream('service-accounts', 'unassign', id, 'viewer', '-t', 'acme');
  expect(unassigned.stdout).toBe(`✓ Import acts within acme, without a role.  ${id}\n`);
  await shaped('deleted', 'service-accounts', 'delete', id);
});

test('what a server refuses is one sentence and exit code 1, with the name that was meant', async () => {
  const dream = await commandsOnPostgres(project());
  await dream('apply', '--yes');
  await dream.serve();
  await dream('tenants', 'create', 'acme', '--name', 'Acme', '--currency', 'USD');
  for (const [args, sentence, hint] of [
    [['tenants', 'get', 'nowhere'], 'The environment has no tenant nowhere.', ''],
    [
      ['tenants', 'create', '--name', 'X', '--currency', 'EUR'],
      'EUR is not a currency that the Tenancy allows.',
      'INR',
    ],
    [['tenants', 'update', 'acme', '-a', 'seat=5'], '/attributes/seat is not an attribute', 'Did you mean `seats`?'],
    [['tenants', 'update', 'acme', '-a', 'industry=5'], '/attributes/industry is not a text.', `'industry="5"'`],
    [['tenants', 'update', 'acme', '-a', 'tags=a,b'], '/attributes/tags is not a list', `'tags=["one","two"]'`],
    [['tenants', 'update', 'acme'], 'There is nothing to change.', '--name, --attribute or --remove-attribute'],
    [['users', 'update', 'ada'], 'There is nothing to change.', '--name, --email, --attribute or --remove-attribute'],
    [['tenants', 'update', 'acme', '-a', 'seats'], 'seats is not an attribute.', 'Write NAME=VALUE'],
    [['tenants', 'set-plan', 'acme', 'prr'], 'The environment has no plan prr.', 'Did you mean `pro`?'],
    [['tenants', 'set-plan', 'acme'], 'Name a plan, or say --none.', 'dream tenants set-plan acme PLAN'],
    [['users', 'assign', 'nobody', 'viewer', '-t', 'acme'], 'The environment has no user nobody.', ''],
    [['tenants', 'member'], 'There is no command tenants member.', 'Did you mean `tenants members`?'],
  ] as const) {
    const { exitCode, stdout, stderr } = await dream(...args);
    expect({ args, exitCode, stdout }).toEqual({ args, exitCode: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain(hint);
  }
});

itInLongRuns('the JSON of the commands about tenants and users has the shape that scripts rely on', async () => {
  const dream = await commandsOnPostgres(project());
  await dream('apply', '--yes');
  await dream.serve();
  const json = async (...args: readonly string[]): Promise<Outcome> => dream(...args, '--json');
  expectShape(await json('tenants', 'create', 'acme', '--name', 'Acme', '--currency', 'INR'), 'tenant');
  expectShape(await json('tenants', 'update', 'acme', '-a', 'seats=5'), 'tenant');
  expectShape(await json('tenants', 'get', 'acme'), 'tenant-with-plan');
  expectShape(await json('tenants', 'list'), 'tenants-list');
  expectShape(await json('tenants', 'set-plan', 'acme', 'pro'), 'tenant-plan');
  expectShape(await json('tenants', 'set-plan', 'acme', '--none'), 'tenant-plan');
  expectShape(await json('users', 'create', 'ada', '-a', 'x=[1,"a"]'), 'user');
  expectShape(await json('users', 'update', 'ada', '--email', 'ada@acme.com'), 'user');
  expectShape(await json('tenants', 'add-member', 'acme', 'ada'), 'member');
  expectShape(await json('users', 'assign', 'ada', 'viewer', '--tenant', 'acme'), 'member');
  expectShape(await json('users', 'unassign', 'ada', 'viewer', '--tenant', 'acme'), 'member');
  expectShape(await json('tenants', 'members', 'acme'), 'members-list');
  expectShape(await json('users', 'get', 'ada'), 'user-with-memberships');
  const onNext = await json('users', 'get', 'ada', '--page', '2', '--page-size', '1');
  expect(onNext.json()).toMatchObject({ memberships: [], pagination: { page: 2, pageSize: 1, totalItems: 1 } });
  expectShape(await json('users', 'list'), 'users-list');
  const grant = ['tenants', 'grant', 'acme', 'ada', '--role', 'viewer', '--reason', 'why', '--expires-in', '4h'];
  expectShape(await json(...grant), 'grant');
  expectShape(await json('tenants', 'grants', 'acme'), 'grants-list');
  expectShape(await json('users', 'grants', 'ada'), 'grants-list');
  expectShape(await json('tenants', 'withdraw', 'acme', 'ada'), 'withdrawn-grant');
  expectShape(await json('tenants', 'remove-member', 'acme', 'ada'), 'removed-member');
  expectShape(await json('users', 'delete', 'ada'), 'deleted');
  expectShape(await json('tenants', 'delete', 'acme'), 'deleted');
});
