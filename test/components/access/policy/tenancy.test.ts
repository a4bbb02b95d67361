import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { asks, policyOf, related } from './support/policies.ts';

const types = `
  document:
    actions: [see, sign, read]
    relations: { reader: tenant, author: user }
    grants: { reader: [read], author: ['*'] }
    scopes: { b: resource.inB, a: resource.inA }
`;
const roles = `
  signed: { permissions: ['document:sign'], conditions: { 'document:sign': tenant.signed < now && user.hired < now } }
  here: { permissions: ['document:see'], conditions: { 'document:see': tenant.key != 'elsewhere' } }
  narrow: { permissions: ['document:see:b', 'document:see:a', 'document:*'] }
`;

const signed: JsonObject = { signed: '2026-02-01' };
const question = asks('document sign', {}, { roles: ['signed'], tenant: signed, properties: { hired: '2026-01-01' } });

it.each([
  ['the type alone', { tenant: { signed: 'date' }, user: { hired: 'date' } }, true],
  [
    'the type among other things',
    { tenant: { signed: { type: 'date', required: true } }, user: { hired: 'date' } },
    true,
  ],
  ['another type', { tenant: { signed: 'string' }, user: { hired: 'date' } }, false],
  ['nothing of users', { tenant: { signed: 'date' } }, false],
] as const)(
  'SD-09 attributes of tenants and users are dates where the Tenancy says so: %s',
  (_, attributes, allowed) => {
    expect(policyOf({ types, roles, tenancy: { attributes } }).check(question).allowed).toBe(allowed);
  },
);

it('SD-09 in no tenant that is known, nothing that depends on the tenant holds', () => {
  const policy = policyOf({ types, roles });
  const here = asks('document see', {}, { roles: ['here'] });
  const nowhere = { id: null, properties: { key: 'acme' } };
  expect(policy.check(here).allowed).toBe(true);
  expect(policy.check({ ...here, tenant: nowhere }).refusal?.nearMisses[0]?.because).toContain('asks for `key`');
  const reading = asks('document#1 read');
  const relations = related('document#1 reader tenant#acme');
  expect(policy.check(reading, relations).allowed).toBe(true);
  expect(policy.check({ ...reading, tenant: nowhere }, relations).allowed).toBe(false);
});

it('SD-09 neither actions nor the grounds of an answer follow the order in which they are written', () => {
  const policy = policyOf({ types, roles });
  expect(policy.actions.get('document')).toEqual(['read', 'see', 'sign']);
  expect(policy.check(asks('document#1 see', {}, { roles: ['narrow'] })).grant).toMatchObject({
    permission: 'document:*',
  });
  expect(policy.relationsGranting('document', 'read')).toEqual(['author', 'reader']);
});
