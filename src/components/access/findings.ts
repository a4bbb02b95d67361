import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'access/reserved-resource-type':
    'A resource type that is called as those who are given access has relations or grants.',
  'access/grant-unknown-action': 'A grant names an action that the resource type does not have.',
  'access/grant-unknown-relation':
    'A grant names a relation that the resource type, or the one it is related to, does not have.',
  'access/condition-without-permission': 'A role puts a condition on a permission it does not give.',
  'access/invalid-expression': 'A condition or a scope is an expression that can never be told to hold.',
  'access/undeclared-attribute':
    'A condition or a scope asks for something that is not among the attributes of the resource type.',
  'access/date-compared-with-text':
    'A condition or a scope compares an attribute that is declared as a date with a text.',
  'access/provider-in-clear': 'The keys of an identity provider are fetched without encryption.',
  'access/provider-without-audience': 'An identity provider would let in tokens that were made for other applications.',
  'access/clock-skew-too-large': 'The clocks of an identity provider may differ by more than is safe.',
  'access/tenant-and-mode': 'A tenancy for a single tenant does not name it, or one for many tenants names one.',
  'access/single-tenant-incomplete':
    'A tenancy for a single tenant, which the server makes, leaves open what that tenant must be.',
  'access/default-not-listed': 'What a tenant gets by default is not among the values that it may have.',
} as const;

export type AccessFinding = BodyFinding & { readonly code: keyof typeof findings };
