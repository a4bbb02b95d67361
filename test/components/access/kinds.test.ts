import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/access/kinds.ts';
import { checked, checkedAgainst, referred } from '../../support/policy-findings.ts';

describe('Role', () => {
  it.each([
    ["permissions: ['invoice:approve']", ['/permissions/0 → ResourceType/invoice actions:approve']],
    ["permissions: ['invoice:*']", ['/permissions/0 → ResourceType/invoice']],
    ["permissions: ['*']", []],
    [
      "permissions: ['report:read', 'employee:read:self']",
      [
        '/permissions/0 → ResourceType/report actions:read',
        '/permissions/1 → ResourceType/employee actions:read',
        '/permissions/1 → ResourceType/employee scopes:self',
      ],
    ],
    ["permissions: ['employee:*:*']", ['/permissions/0 → ResourceType/employee']],
    ['permissions: 7', []],
  ])('%s refers to what its permissions name', (yaml, expected) => {
    expect(referred(policies['Role'], yaml)).toEqual(expected);
  });

  it('takes any scope of a resource type that declares none', () => {
    const [, scope] = policies['Role']?.references?.({ permissions: ['employee:read:self'] }) ?? [];
    expect(scope?.member).toEqual({ path: 'scopes', name: 'self', open: true });
  });

  it.each([
    ["{ permissions: ['invoice:approve'], conditions: { invoice:approve: 'true' } }", []],
    ['{}', []],
    [
      "{ permissions: ['invoice:*'], conditions: { invoice:approve: 'true' } }",
      ['access/condition-without-permission /conditions/invoice:approve key'],
    ],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['Role'], yaml)).toEqual(expected);
  });
});

describe('Role beside ResourceTypes', () => {
  const conditioned = (permission: string) =>
    `{ permissions: ['${permission}'], conditions: { '${permission}': resource.ammount <= user.limit } }`;
  const others = {
    'ResourceType/invoice': '{ actions: [approve], attributes: { amount: number } }',
    'ResourceType/report': '{ actions: [approve] }',
  };

  it.each([
    ['invoice:approve', ['access/undeclared-attribute /conditions/invoice:approve']],
    ['invoice:*', ['access/undeclared-attribute /conditions/invoice:*']],
    ['invoice:approve:own', ['access/undeclared-attribute /conditions/invoice:approve:own']],
    ['report:approve', []],
    ['nowhere:approve', []],
    ['*', []],
  ])('a condition on %s asks for attributes that the type declares', (permission, expected) => {
    expect(checkedAgainst(policies['Role'], conditioned(permission), others)).toEqual(expected);
  });
});

describe('ResourceType', () => {
  it.each([
    ['amount: number', ['access/undeclared-attribute /scopes/own']],
    ['createdBy: string', []],
    ['', []],
  ])('its scopes ask for attributes that it declares: { %s }', (attributes, expected) => {
    const yaml = `{ actions: [read], attributes: { ${attributes} }, scopes: { own: resource.createdBy == user.key } }`;
    expect(checked(policies['ResourceType'], yaml)).toEqual(expected);
  });

  it.each([
    ["{ actions: [read], relations: { owner: user }, grants: { owner: ['*'] } }", []],
    [
      '{ actions: [read], relations: { owner: user }, grants: { owner: [raed] } }',
      ['access/grant-unknown-action /grants/owner/0'],
    ],
    [
      '{ actions: [read], relations: { owner: user }, grants: { editor: [read] } }',
      ['access/grant-unknown-relation /grants/editor key'],
    ],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['ResourceType'], yaml)).toEqual(expected);
  });

  it('refers to resource types in relations, and not to users, tenants and service accounts', () => {
    const yaml = '{ relations: { owner: user, viewer: [team, service-account], home: tenant, parent: folder } }';
    expect(referred(policies['ResourceType'], yaml)).toEqual([
      '/relations/viewer/0 → ResourceType/team',
      '/relations/parent → ResourceType/folder',
    ]);
  });

  it.each([
    ['{ relations: { parent: folder }, grants: { parent.owner: [read] } }', []],
    [
      '{ relations: { parent: folder }, grants: { parent.reader: [read] } }',
      ['access/grant-unknown-relation /grants/parent.reader key'],
    ],
    ['{ relations: { parent: [drawer, folder] }, grants: { parent.owner: [read] } }', []],
    [
      '{ relations: { owner: user }, grants: { owner.manager: [read] } }',
      ['access/grant-unknown-relation /grants/owner.manager key'],
    ],
    ['{ relations: { owner: [user, folder] }, grants: { owner.owner: [read] } }', []],
    [
      '{ relations: { owner: [user, folder] }, grants: { owner.reader: [read] } }',
      ['access/grant-unknown-relation /grants/owner.reader key'],
    ],
  ])('%s asks for relations of what it is related to', (yaml, expected) => {
    const others = { 'ResourceType/folder': 'relations: { owner: user }', 'ResourceType/drawer': 'actions: [read]' };
    expect(checkedAgainst(policies['ResourceType'], yaml, others)).toEqual(expected);
  });
});

describe('A ResourceType called as those who are given access', () => {
  it.each([
    ['user', ['access/reserved-resource-type /relations key', 'access/reserved-resource-type /grants key']],
    ['tenant', ['access/reserved-resource-type /relations key', 'access/reserved-resource-type /grants key']],
    ['service-account', ['access/reserved-resource-type /relations key', 'access/reserved-resource-type /grants key']],
    ['users', []],
    ['account', []],
  ])('%s', (key, expected) => {
    const related = '{ actions: [read], relations: { owner: user }, grants: { owner: [read] } }';
    expect(checkedAgainst(policies['ResourceType'], related, {}, { key })).toEqual(expected);
    expect(checkedAgainst(policies['ResourceType'], 'actions: [read]', {}, { key })).toEqual([]);
  });
});

describe('IdentityProvider', () => {
  it.each([
    ['{ issuer: https://login.acme.com, audience: [a] }', []],
    ['{ issuer: http://localhost:4000, jwks: http://127.0.0.1/keys, authorizedParties: [a] }', []],
    ["{ issuer: 'http://[::1]:4000', audience: [a], clockSkew: 5m }", []],
    ['{ issuer: http://login.acme.com, audience: [a] }', ['access/provider-in-clear /issuer']],
    ['{ issuer: http://localhost.acme.com, audience: [a] }', ['access/provider-in-clear /issuer']],
    [
      '{ issuer: https://login.acme.com, jwks: http://login.acme.com/keys, audience: [a] }',
      ['access/provider-in-clear /jwks'],
    ],
    ['{ issuer: https://login.acme.com }', ['access/provider-without-audience /issuer']],
    ['{ issuer: https://login.acme.com, audience: [a], clockSkew: 301s }', ['access/clock-skew-too-large /clockSkew']],
  ])('DA-02 %s', (yaml, expected) => {
    expect(checked(policies['IdentityProvider'], yaml)).toEqual(expected);
  });
});
