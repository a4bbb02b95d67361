import { expect, test } from 'vitest';
import { formatGrant, formatGrants, formatGrantsOfUser, formatMember, formatMembers } from '../../src/views/members.ts';
import { formatAdded, formatRelationships, formatRemoved } from '../../src/views/relationships.ts';
import {
  formatServiceAccount,
  formatServiceAccountNow,
  formatServiceAccounts,
} from '../../src/views/service-accounts.ts';
import { plainStyle } from '../../src/views/style.ts';
import { formatTenant, formatTenantPlan, formatTenants } from '../../src/views/tenants.ts';
import { formatUser, formatUsers } from '../../src/views/users.ts';

const createdAt = '2026-11-20T21:04:00.000Z';
const acme = {
  id: 'acme',
  name: 'Acme',
  currency: 'INR',
  region: null,
  dataResidency: 'in-mumbai',
  attributes: { seats: 5, tags: ['a', 'b'] },
  createdAt,
};
const hostile = { ...acme, id: 'evil', name: '\u001b[31mred\n', attributes: { 'x\u0007': '\u202eabc' } };
const one = { page: 1, totalItems: 1, totalPages: 1 };
const none = { page: 1, totalItems: 0, totalPages: 0 };

test('tenants are a table, with what there is beyond the page', () => {
  expect(`\n${formatTenants([acme, hostile], { page: 2, totalItems: 1_204, totalPages: 61 }, plainStyle)}\n`).toBe(`
ID    NAME             CURRENCY  REGION  DATA       CREATED
acme  Acme             INR       –       in-mumbai  2026-11-20 21:04 UTC
evil  \\u{1b}[31mred\\n  INR       –       in-mumbai  2026-11-20 21:04 UTC

1,204 tenants, page 2 of 61: --page, --page-size
`);
  expect(formatTenants([], none, plainStyle)).toContain('dream tenants create --name NAME');
  expect(formatTenants([], none, plainStyle, 'pro')).toBe('No tenant is on plan pro.');
  expect(formatTenants([], { page: 9, totalItems: 1, totalPages: 1 }, plainStyle)).toBe(
    'There is no page 9: 1 tenant on 1 page.',
  );
});

test('a tenant shows its plan and its attributes, and nothing of what could move the cursor', () => {
  expect(`\n${formatTenant(acme, 'pro', plainStyle)}\n`).toBe(`
acme  Acme
  plan      pro
  currency  INR
  region    –
  data      in-mumbai
  created   2026-11-20 21:04 UTC
  seats     5
  tags      [a, b]
`);
  expect(formatTenant(acme, null, plainStyle)).toContain('  plan      none\n');
  expect(formatTenant(hostile, undefined, plainStyle)).not.toMatch(/[\u001b\u0007\u202e]/u);
  expect(formatTenantPlan({ tenantId: 'acme', plan: null }, plainStyle)).toBe('✓ acme is on no plan.');
});

test('members and grants say who has which roles', () => {
  const ada = { userId: 'ada', email: null, name: 'Ada', roles: ['editor', 'viewer'], since: createdAt };
  expect(`\n${formatMembers('acme', [ada, { ...ada, userId: 'ben', roles: [] }], one, plainStyle)}\n`).toBe(`
USER  EMAIL  NAME  ROLES           SINCE
ada   –      Ada   editor, viewer  2026-11-20 21:04 UTC
ben   –      Ada   –               2026-11-20 21:04 UTC
`);
  expect(formatMember('acme', ada, plainStyle)).toBe('✓ ada is a member of acme, as editor and viewer.');
  expect(formatMember('acme', { ...ada, roles: [] }, plainStyle)).toBe('✓ ada is a member of acme, without a role.');
  expect(formatMembers('acme', [], none, plainStyle)).toContain('dream tenants add-member acme USER');
  const grant = {
    tenantId: 'acme',
    userId: 'sue',
    roles: ['support'],
    reason: 'Ticket\t4711',
    grantedBy: 'local',
    expiresAt: createdAt,
  };
  expect(`\n${formatGrants('acme', [grant], one, plainStyle)}\n`).toBe(`
USER  ROLES    UNTIL                 BY     REASON
sue   support  2026-11-20 21:04 UTC  local  Ticket\\t4711
`);
  expect(formatGrant(grant, plainStyle)).toBe('✓ sue may act within acme as support, until 2026-11-20 21:04 UTC.');
  expect(formatGrants('acme', [], none, plainStyle)).toBe('Nobody but its members may act within acme.');
  expect(`\n${formatGrantsOfUser('sue', [grant, { ...grant, expiresAt: null }], one, plainStyle)}\n`).toBe(`
TENANT  ROLES    UNTIL                 BY     REASON
acme    support  2026-11-20 21:04 UTC  local  Ticket\\t4711
acme    support  –                     local  Ticket\\t4711
`);
  expect(formatGrantsOfUser('sue', [], none, plainStyle)).toBe('sue may act only within tenants they are a member of.');
});

test('service accounts say what they are for and which roles they have', () => {
  const account = { id: 'svc_1', name: 'Import', roles: ['editor', 'viewer'], createdAt };
  expect(`\n${formatServiceAccounts('acme', [account, { ...account, roles: [] }], one, plainStyle)}\n`).toBe(`
ID     NAME    ROLES           CREATED
svc_1  Import  editor, viewer  2026-11-20 21:04 UTC
svc_1  Import  –               2026-11-20 21:04 UTC
`);
  expect(formatServiceAccounts('acme', [], none, plainStyle)).toContain('create NAME --tenant acme');
  expect(`\n${formatServiceAccount('acme', account, plainStyle)}\n`).toBe(`
svc_1  Import
  tenant   acme
  roles    editor, viewer
  created  2026-11-20 21:04 UTC
`);
  expect(formatServiceAccountNow('acme', account, plainStyle)).toBe(
    '✓ Import acts within acme, as editor and viewer.  svc_1',
  );
  expect(formatServiceAccountNow('acme', { ...account, name: '\u001b[31m' }, plainStyle)).not.toContain('\u001b');
});

test('relationships say who is what to which resource, and whether that is new', () => {
  const owner = {
    resource: { type: 'document', id: '42' },
    relation: 'owner',
    subject: { type: 'user', id: 'ada\u0007' },
  };
  expect(`\n${formatRelationships('acme', [owner], { ...one, page: 2, totalPages: 2 }, plainStyle, true)}\n`).toBe(`
RESOURCE     RELATION  SUBJECT
document:42  owner     user:ada\\u{7}

1 relationship, page 2 of 2: --page, --page-size
`);
  expect(formatRelationships('acme', [], none, plainStyle, true)).toBe('acme has no such relationships.');
  expect(formatRelationships('acme', [], none, plainStyle, false)).toContain('dream relationships add');
  expect(formatAdded(owner, true, plainStyle)).toBe('✓ user:ada\\u{7} is owner of document:42.');
  expect(formatAdded(owner, false, plainStyle)).toBe('✓ user:ada\\u{7} is owner of document:42, as before.');
  expect(formatRemoved(owner, true, plainStyle)).toBe('✓ user:ada\\u{7} is not owner of document:42 any more.');
  expect(formatRemoved(owner, false, plainStyle)).toBe('✓ user:ada\\u{7} is not owner of document:42, as before.');
});

test('users show where they belong', () => {
  const ada = { id: 'ada', email: 'ada@acme.com', name: null, attributes: {}, createdAt };
  const memberships = { data: [{ tenantId: 'acme', roles: ['viewer'] }], pagination: one };
  const expected = `
ada
  email    ada@acme.com
  created  2026-11-20 21:04 UTC

TENANT  ROLES
acme    viewer
`;
  expect(`\n${formatUser(ada, memberships, plainStyle)}\n`).toBe(expected);
  const pagination = { page: 2, totalItems: 201, totalPages: 2 };
  expect(`\n${formatUser(ada, { ...memberships, pagination }, plainStyle)}\n`).toBe(
    `${expected}\n201 memberships, page 2 of 2: --page, --page-size\n`,
  );
  expect(formatUser(ada, { data: [], pagination: { ...pagination, page: 3 } }, plainStyle)).toContain(
    '\n\nThere is no page 3: 201 memberships on 2 pages.',
  );
  expect(formatUser(ada, { data: [], pagination: none }, plainStyle)).toContain('No member of any tenant.');
  expect(`\n${formatUsers([ada], one, plainStyle)}\n`).toBe(`
ID   EMAIL         NAME  CREATED
ada  ada@acme.com  –     2026-11-20 21:04 UTC
`);
  expect(formatUsers([], none, plainStyle)).toContain('dream users create ID');
  expect(formatUsers([], none, plainStyle, 'a@b.c')).toBe('Nobody has the address a@b.c.');
});
