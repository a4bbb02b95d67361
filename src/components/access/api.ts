import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'Who may do what in which tenant: tenants, users, roles, relationships and the decisions made of them.',
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
