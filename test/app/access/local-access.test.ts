import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canLocally } from '../../../src/app/access/can-locally.ts';
import { checkLocally } from '../../../src/app/access/check-locally.ts';
import { type LocalPolicy, localPolicy } from '../../../src/app/access/local-policy.ts';
import { whoLocally } from '../../../src/app/access/who-locally.ts';
import { createLocalHost } from '../../../src/app/local-host.ts';
import { loadFiles, projectFolder } from '../../support/project-folder.ts';
import { refusal } from '../../support/refusal.ts';

const files = `
kind: ResourceType
key: invoice
actions: [read, approve]
scopes: { own: resource.createdBy == user.key }
---
kind: ResourceType
key: document
actions: [read]
relations: { owner: user, reader: tenant }
grants: { owner: [read], reader: [read] }
---
kind: Role
key: viewer
permissions: ['invoice:read']
environments:
  production: { permissions: ['invoice:read:own'] }
---
kind: Role
key: approver
inherits: [viewer]
permissions: ['invoice:approve']
conditions: { invoice:approve: resource.amount <= tenant.limit && now.getHours() >= 9 }
`;

const host = createLocalHost();

async function policyIn(environment: string, tenancy = ''): Promise<LocalPolicy> {
  const { configuration, diagnostics } = await loadFiles({ 'access.yaml': `${files}${tenancy}` });
  if (configuration === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return localPolicy(configuration, environment);
}

const asked = { user: 'ada', roles: ['approver'], tenant: 'acme', action: 'approve', resource: 'invoice:42' };

function tupleOf(type: string, relation: string, subject: string): string {
  return JSON.stringify([{ resource: { type, id: '7' }, relation, subject: { type: subject, id: 'ada' } }]);
}

describe('SD-09 a check from the files', () => {
  it('takes what the options say of everything concerned', async () => {
    const local = await policyIn('development');
    const attributes = JSON.stringify({ resource: { amount: 5 }, tenant: { limit: 10 } });
    const at = (time: string) => checkLocally(local, { ...asked, attributes, at: `2026-03-02T${time}Z` }, host);
    expect((await at('09:00:00')).decision.allowed).toBe(true);
    expect((await at('08:59:59')).decision.allowed).toBe(false);
    expect((await at('09:00:00')).question).toEqual({
      subject: { type: 'user', id: 'ada', roles: ['approver'], properties: {} },
      action: 'approve',
      actionProperties: {},
      resource: { type: 'invoice', id: '42', properties: { amount: 5 } },
      tenant: { id: 'acme', properties: { limit: 10 } },
      context: {},
      now: new Date('2026-03-02T09:00:00Z'),
    });
  });

  it('is about one environment', async () => {
    const reading = { ...asked, action: 'read', attributes: '{"resource": {"createdBy": "bob"}}' };
    expect((await checkLocally(await policyIn('development'), reading, host)).decision.allowed).toBe(true);
    expect((await checkLocally(await policyIn('production'), reading, host)).decision.allowed).toBe(false);
  });

  it('reads attributes and relationships from files', async () => {
    const directory = projectFolder({});
    const [attributes, relationships] = [join(directory, 'a.json'), join(directory, 'r.json')];
    writeFileSync(attributes, '{"resource": {}}');
    const tuple = { resource: { type: 'document', id: '7' }, relation: 'owner', subject: { type: 'user', id: 'ada' } };
    writeFileSync(relationships, JSON.stringify([tuple]));
    const question = { user: 'ada', roles: [], tenant: 'acme', action: 'read', resource: 'document:7' };
    const from = { attributes: `@${attributes}`, relationships: `@${relationships}` };
    const { decision } = await checkLocally(await policyIn('development'), { ...question, ...from }, host);
    expect(decision.grant).toEqual({ by: 'relation', relation: 'owner' });
  });

  it('takes relationships that name the tenant itself', async () => {
    const relationships = tupleOf('document', 'reader', 'tenant').replaceAll('"ada"', '"acme"');
    const question = { user: 'ada', roles: [], tenant: 'acme', action: 'read', resource: 'document:7', relationships };
    const { decision } = await checkLocally(await policyIn('development'), question, host);
    expect(decision.grant).toEqual({ by: 'relation', relation: 'reader' });
  });

  it('is about the only tenant that the files name, unless another is given', async () => {
    const single = await policyIn('development', '---\nkind: Tenancy\nkey: default\nmode: single\ntenant: solo\n');
    const question = { user: 'ada', roles: [], action: 'read', resource: 'document:7' };
    const relationships = tupleOf('document', 'reader', 'tenant').replaceAll('"ada"', '"solo"');
    const { decision, question: asking } = await checkLocally(single, { ...question, relationships }, host);
    expect(decision.grant).toEqual({ by: 'relation', relation: 'reader' });
    expect(asking.tenant).toEqual({ id: 'solo', properties: {} });
    const other = await canLocally(single, { ...question, tenant: 'acme' }, host);
    expect(other.tenant.id).toBe('acme');
  });

  it('is about no tenant where there may be many and none is given', async () => {
    const local = await policyIn('development');
    const question = { user: 'ada', roles: ['approver'], action: 'approve', resource: 'invoice:42' };
    const attributes = '{"resource": {"amount": 5}, "tenant": {"limit": 10, "key": "acme"}}';
    const at = '2026-03-02T09:00:00Z';
    const answer = await checkLocally(local, { ...question, attributes, at }, host);
    expect(answer.question.tenant.id).toBeNull();
    expect(answer.decision.allowed).toBe(true);
    const relationships = tupleOf('document', 'reader', 'tenant');
    const error = await refusal(checkLocally(local, { ...question, relationships }, host));
    expect(error.message).toBe('--relationships: entry 1 names tenant "ada", and the question is about none.');
  });

  it.each([
    ['ada', { type: 'user', id: 'ada' }],
    ['user:ada', { type: 'user', id: 'ada' }],
    ['auth0|5f:7', { type: 'user', id: 'auth0|5f:7' }],
    ['service-account:bot', { type: 'service-account', id: 'bot' }],
  ])('%s is %j', async (user, expected) => {
    const { question } = await checkLocally(await policyIn('development'), { ...asked, user }, host);
    expect(question.subject).toMatchObject(expected);
  });

  it.each([
    [{ roles: ['viewr'] }, 'There is no role viewr in the files.', 'Did you mean `viewer`?'],
    [{ resource: 'invoce:42' }, 'There is no resource type invoce in the files.', 'Did you mean `invoice`?'],
    [{ action: 'aprove' }, 'invoice has no action aprove.', 'Did you mean `approve`?'],
    [{ action: 'pay' }, 'invoice has no action pay.', 'There are read, approve.'],
    [{ action: 'read:owm' }, 'invoice has no scope owm.', 'Did you mean `own`?'],
    [
      { resource: 'invoice:' },
      'invoice: names no resource.',
      'Write a type such as invoice, or one of them: invoice:42.',
    ],
    [{ user: 'a b' }, '"a b" names nobody.', 'Write an id such as ada, user:ada or service-account:bot.'],
    [{ at: 'soon' }, 'soon is not an instant.', 'Write 2026-03-01 or 2026-03-01T09:30:00Z.'],
    [{ attributes: '{' }, '--attributes is not JSON.', 'Write JSON, or @ and the name of a file with JSON.'],
    [
      { attributes: '[]' },
      '--attributes is not a JSON object.',
      'Write \'{"resource": {"amount": 5}}\', or @ and a file that holds it.',
    ],
    [{ attributes: '{"usr": {}}' }, '--attributes has none for usr.', 'Did you mean `user`?'],
    [
      { attributes: '{"user": 5}' },
      '--attributes: user is not a JSON object.',
      'Write \'{"resource": {"amount": 5}}\', or @ and a file that holds it.',
    ],
    [
      { relationships: '[{}]' },
      '--relationships: entry 1 is no relationship.',
      'Write [{"resource": {"type": "document", "id": "42"}, "relation": "owner", "subject": {"type": "user", "id": "ada"}}].',
    ],
    [
      { relationships: tupleOf('document', 'onwer', 'user') },
      'document has no relation onwer.',
      'Did you mean `owner`?',
    ],
    [{ relationships: tupleOf('document', 'owner', 'team') }, 'team cannot be owner of document.', 'There is user.'],
    [
      { relationships: tupleOf('document', 'reader', 'tenant') },
      '--relationships: entry 1 names tenant "ada", and the question is about another.',
      'Relationships belong to one tenant and can name no other: say with --tenant which one it is.',
    ],
    [
      { relationships: tupleOf('documents', 'owner', 'user') },
      'There is no resource type documents in the files.',
      'Did you mean `document`?',
    ],
    [{ relationships: tupleOf('invoice', 'owner', 'user') }, 'invoice has no relation owner.', 'There are none.'],
  ])('%j is not understood', async (options, message, hint) => {
    const local = await policyIn('development');
    const error = await refusal(checkLocally(local, { ...asked, ...options }, host));
    expect({ code: error.code, message: error.message, details: error.details }).toEqual({
      code: 'cli/usage',
      message,
      details: { hint },
    });
  });
});

describe('SD-09 who can, and what somebody can, from the files', () => {
  it('names every way by which a role comes to it', async () => {
    expect(whoLocally(await policyIn('production'), { action: 'read', resource: 'invoice' })).toEqual({
      permission: 'invoice:read',
      roles: [
        {
          role: 'approver',
          ways: [{ by: 'role', role: 'approver', declaredBy: 'viewer', permission: 'invoice:read:own', scope: 'own' }],
        },
        {
          role: 'viewer',
          ways: [{ by: 'role', role: 'viewer', declaredBy: 'viewer', permission: 'invoice:read:own', scope: 'own' }],
        },
      ],
      relations: [],
    });
  });

  it('names relations that suffice', async () => {
    expect(whoLocally(await policyIn('development'), { action: 'read', resource: 'document' })).toEqual({
      permission: 'document:read',
      roles: [],
      relations: ['owner', 'reader'],
    });
  });

  it('lists what roles grant, and decides the actions of a resource', async () => {
    const local = await policyIn('development');
    const whole = await canLocally(local, { user: 'ada', roles: ['approver'], tenant: 'acme' }, host);
    expect(whole).toEqual({
      subject: { type: 'user', id: 'ada', roles: ['approver'], properties: {} },
      permissions: [
        {
          permission: 'invoice:approve',
          declaredBy: 'approver',
          condition: 'resource.amount <= tenant.limit && now.getHours() >= 9',
        },
        { permission: 'invoice:read', declaredBy: 'viewer' },
      ],
      resource: null,
      tenant: { id: 'acme', properties: {} },
      actions: null,
    });
    const { actions } = await canLocally(
      local,
      { user: 'ada', roles: ['approver'], tenant: 'acme', resource: 'invoice:1' },
      host,
    );
    expect(actions?.map(({ action, decision }) => [action, decision.allowed])).toEqual([
      ['approve', false],
      ['read', true],
    ]);
  });
});
