import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'Who may do what in which tenant: tenants, users, roles, relationships and the decisions made of them.',
  events: {
    'cross_tenant_grant.set': 'Somebody may act within a tenant they do not belong to.',
    'cross_tenant_grant.withdrawn': 'Somebody may not act within another tenant any more.',
    'member.added': 'A user belongs to a tenant now.',
    'member.removed': 'A user does not belong to a tenant any more.',
    'member.roles_changed': 'A member holds other roles.',
    'relationship.created': 'Something stands in a relation to something else now.',
    'relationship.deleted': 'Something stands in a relation to something else no more.',
    'service_account.created': 'A service account was created.',
    'service_account.deleted': 'A service account was deleted.',
    'service_account.roles_changed': 'A service account holds other roles.',
    'tenant.created': 'A tenant was created.',
    'tenant.deleted': 'A tenant was deleted, with all that was kept of it.',
    'tenant.updated': 'A tenant was changed.',
    'user.created': 'A user was created.',
    'user.deleted': 'A user was deleted.',
    'user.updated': 'A user was changed.',
  },
  tags: {
    Access: 'Asks whether somebody may do something, who may, and what somebody can do, and why.',
    AuthZEN: 'The same questions in the words of the AuthZEN Authorization API, for gateways and others that speak it.',
    'Cross-tenant grants':
      'Lets people of one tenant, such as support staff, act in others, for a time or until it is withdrawn.',
    Members: 'Who belongs to a tenant, and with which roles.',
    Relationships: 'Who is what to which resource of a tenant: the owner of an invoice, the parent of a folder.',
    'Service accounts': 'The programs of a tenant that act in its name, and the roles they hold.',
    Tenants: 'The customer organisations of the product, and what is kept about each.',
    Tokens: 'What the token of a user is to hold, who it belongs to, and what the roles in it grant.',
    Users: 'The people who use the product, known by their id at the identity provider, and the roles they hold.',
  },
};
