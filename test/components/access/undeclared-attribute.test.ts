import { expect, it } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import { loadFiles } from '../../support/project-folder.ts';
import { seedsOn } from '../../support/tenancy.ts';
import { startServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

const databases = useDatabases('embedded');
const condition = 'resource.ammount <= user.limit';
const files = {
  'types.yaml': `kind: ResourceType
key: invoice
actions: [approve]
attributes: { amount: number }
environments:
  development: { attributes: { ammount: number } }
`,
  'roles.yaml': `kind: Role
key: approver
permissions: ['invoice:approve']
conditions:
  invoice:approve: ${condition}
`,
};

it('a condition that asks for what is not declared is warned of once, at its place, and the files are valid', async () => {
  const everywhere = {
    'dream.yaml': 'project: acme\nenvironments: { development: {}, staging: {}, production: {} }\n',
  };
  const { configuration, diagnostics } = await loadFiles({ ...files, ...everywhere });
  expect(diagnostics).toEqual([
    {
      code: 'access/undeclared-attribute',
      severity: 'warning',
      message: '`ammount` is not among the `attributes` of ResourceType `invoice` (character 10).',
      hint: 'Did you mean `amount`?',
      at: { file: 'roles.yaml', start: { line: 5, column: 20 }, end: { line: 5, column: 50 } },
    },
  ]);
  expect(configuration).not.toBeNull();
  // Where it is declared, all is well.
  const development = { 'dream.yaml': 'project: acme\nenvironments: { development: {} }\n' };
  expect((await loadFiles({ ...files, ...development })).diagnostics).toEqual([]);
});

it('what is wrong with the condition or with its resource type anyway is said alone', async () => {
  const said = async (changed: Readonly<Record<string, string>>) =>
    (await loadFiles({ ...files, ...changed })).diagnostics.map(({ code }) => code);
  expect(await said({ 'roles.yaml': files['roles.yaml'].replace('<=', '=<') })).toEqual(['access/invalid-expression']);
  expect(await said({ 'types.yaml': files['types.yaml'].replace('number }\ne', 'nmber }\ne') })).toEqual([
    'value/not-allowed',
  ]);
});

it('a server takes it, and grants where the asker sends it all the same', async () => {
  const { call, admin } = await startServer(await databases.shared(), { operations: wholeTable });
  const headers = { ...admin(), 'x-tenant-id': 'acme' };
  const seed = seedsOn({ call, headers: admin() });
  await seed.resources({
    'ResourceType/invoice': { actions: ['approve'], attributes: { amount: 'number' } },
    'Role/approver': { permissions: ['invoice:approve'], conditions: { 'invoice:approve': condition } },
  });
  await seed.tenant('acme');
  await seed.user('ada', { attributes: { limit: 500 } });
  await seed.member('acme', 'ada', ['approver']);
  const ask = async (properties: { readonly [name: string]: number }) => {
    const body = { subject: { id: 'ada' }, action: 'approve', resource: { type: 'invoice', id: '42', properties } };
    return (await call('POST', '/v1/access/check', { headers, body })).json['allowed'];
  };
  expect([await ask({ ammount: 300 }), await ask({ amount: 300 })]).toEqual([true, false]);
});
