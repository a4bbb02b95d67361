import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import { ofTenant, pathParameters, roleKey, tenantId, userId } from '../parameters.ts';
import { roleErrors } from '../roles/errors.ts';
import { tenantErrors } from '../tenants/errors.ts';
import { userErrors } from '../users/errors.ts';
import { memberErrors } from './errors.ts';
import { memberSchema, newMemberSchema, rolesSchema } from './mapping.ts';
import {
  addMember,
  addMemberRole,
  listMembers,
  readMember,
  removeMember,
  removeMemberRole,
  setMemberRoles,
} from './service.ts';

const ofMember = pathParameters({ tenant: tenantId, user: userId });
const ofMemberRole = pathParameters({ tenant: tenantId, user: userId, role: roleKey });
const shared = {
  tag: 'Members',
  auth: ['secret'],
  scope: 'members:read',
  transaction: 'read',
  tenant: 'optional',
} as const;
const writing = { ...shared, scope: 'members:write', transaction: 'write' } as const;
const memberNow = { 200: { description: 'The member as it is now.', schema: memberSchema } };
const missing = [tenantErrors.notFound, memberErrors.notFound];

/** Who belongs to a tenant, and with which roles. */
export function memberOperations(): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'members.list',
      method: 'GET',
      path: '/v1/tenants/{tenant}/members',
      summary: 'List the members of a tenant with their roles, by user id',
      params: ofTenant,
      query: pageQuery,
      responses: { 200: { description: 'One page of members.', schema: pageSchema(memberSchema) } },
      errors: [tenantErrors.notFound],
      handle: async ({ session }, { params, query }) => ({
        status: 200,
        body: await listMembers(session, params['tenant'] ?? '', validated<PageRequest>(query)),
      }),
    },
    {
      ...shared,
      id: 'members.get',
      method: 'GET',
      path: '/v1/tenants/{tenant}/members/{user}',
      summary: 'Get one member with their roles',
      params: ofMember,
      responses: { 200: { description: 'The member.', schema: memberSchema } },
      errors: missing,
      handle: async ({ session }, { params: { tenant = '', user = '' } }) => ({
        status: 200,
        body: await readMember(session, tenant, user),
      }),
    },
    {
      ...writing,
      id: 'members.add',
      recordedAs: 'member.added',
      method: 'POST',
      path: '/v1/tenants/{tenant}/members',
      summary: 'Make a user a member of a tenant',
      description: 'Every new member gets the Roles that say `default: true`, and those asked for.',
      params: ofTenant,
      body: newMemberSchema,
      responses: { 201: { description: 'The new member.', schema: memberSchema } },
      errors: [tenantErrors.notFound, userErrors.notFound, memberErrors.exists, ...Object.values(roleErrors)],
      handle: async (context, { params, body }) => {
        const { userId: id, roles = [] } = validated<{ userId: string; roles?: readonly string[] }>(body);
        return { status: 201, body: await addMember(context, params['tenant'] ?? '', id, roles) };
      },
    },
    {
      ...writing,
      id: 'members.remove',
      recordedAs: 'member.removed',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}/members/{user}',
      summary: 'Take a member out of a tenant, with the roles held there',
      params: ofMember,
      responses: { 204: { description: 'The user is no member any more.', schema: {} } },
      errors: [...missing, roleErrors.notAssignable],
      handle: async (context, { params: { tenant = '', user = '' } }) => {
        await removeMember(context, tenant, user);
        return { status: 204, body: undefined };
      },
    },
    {
      ...writing,
      id: 'members.setRoles',
      recordedAs: 'member.roles_changed',
      method: 'PUT',
      path: '/v1/tenants/{tenant}/members/{user}/roles',
      summary: 'Give a member exactly these roles',
      params: ofMember,
      body: rolesSchema,
      responses: memberNow,
      errors: [...missing, ...Object.values(roleErrors)],
      handle: async (context, { params: { tenant = '', user = '' }, body }) => ({
        status: 200,
        body: await setMemberRoles(context, tenant, user, validated<{ roles: readonly string[] }>(body).roles),
      }),
    },
    {
      ...writing,
      id: 'members.addRole',
      recordedAs: 'member.roles_changed',
      method: 'PUT',
      path: '/v1/tenants/{tenant}/members/{user}/roles/{role}',
      summary: 'Give a member one more role',
      params: ofMemberRole,
      responses: memberNow,
      errors: [...missing, ...Object.values(roleErrors)],
      handle: async (context, { params: { tenant = '', user = '', role = '' } }) => ({
        status: 200,
        body: await addMemberRole(context, tenant, user, role),
      }),
    },
    {
      ...writing,
      id: 'members.removeRole',
      recordedAs: 'member.roles_changed',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}/members/{user}/roles/{role}',
      summary: 'Take one role from a member',
      params: ofMemberRole,
      responses: memberNow,
      errors: [...missing, roleErrors.notAssignable],
      handle: async (context, { params: { tenant = '', user = '', role = '' } }) => ({
        status: 200,
        body: await removeMemberRole(context, tenant, user, role),
      }),
    },
  ];
}
