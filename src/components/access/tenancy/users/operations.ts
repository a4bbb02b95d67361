import type { Operation } from '../../../../server/contract.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import { attributeErrors } from '../attributes/errors.ts';
import { pathParameters, userId } from '../parameters.ts';
import { userErrors } from './errors.ts';
import { membershipSchema, newUserSchema, userChangesSchema, userProfileSchema, userSchema } from './mapping.ts';
import {
  changeUser,
  createUser,
  listMemberships,
  listUsers,
  putUser,
  readUser,
  removeUser,
  type UserProfile,
} from './service.ts';

const ofUser = pathParameters({ user: userId });
const shared = { tag: 'Users', auth: ['secret'], scope: 'users:read', transaction: 'read' } as const;
const writing = { ...shared, scope: 'users:write', transaction: 'write' } as const;

/** People who use the product, known by the identity provider's id, in whatever tenants they are. */
export function userOperations(): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'users.list',
      method: 'GET',
      path: '/v1/users',
      summary: 'List users, newest first',
      description: 'Where the request is about a tenant, its members only.',
      tenant: 'optional',
      query: {
        ...pageQuery,
        properties: {
          ...pageQuery.properties,
          email: { type: 'string', minLength: 1, maxLength: 320, description: 'Only those of this address.' },
        },
      },
      responses: { 200: { description: 'One page of users.', schema: pageSchema(userSchema) } },
      errors: [],
      handle: async ({ session }, { query }) => ({
        status: 200,
        body: await listUsers(session, validated<PageRequest & { email?: string }>(query)),
      }),
    },
    {
      ...shared,
      id: 'users.get',
      method: 'GET',
      path: '/v1/users/{user}',
      summary: 'Get one user',
      tenant: 'optional',
      params: ofUser,
      responses: { 200: { description: 'The user.', schema: userSchema } },
      errors: [userErrors.notFound],
      handle: async ({ session }, { params }) => ({
        status: 200,
        body: await readUser(session, params['user'] ?? ''),
      }),
    },
    {
      ...writing,
      id: 'users.create',
      method: 'POST',
      path: '/v1/users',
      summary: 'Create a user',
      body: newUserSchema,
      responses: { 201: { description: 'The new user.', schema: userSchema } },
      errors: [userErrors.exists, ...Object.values(attributeErrors)],
      handle: async ({ session, now }, { body }) => {
        const { id, ...profile } = validated<UserProfile & { readonly id: string }>(body);
        return { status: 201, body: await createUser(session, id, profile, now) };
      },
    },
    {
      ...writing,
      id: 'users.put',
      method: 'PUT',
      path: '/v1/users/{user}',
      summary: 'Create or replace a user',
      description:
        'For whoever keeps the directory in step with an identity provider: the same call for new and known.',
      params: ofUser,
      body: userProfileSchema,
      responses: {
        200: { description: 'The user as it is now.', schema: userSchema },
        201: { description: 'The new user.', schema: userSchema },
      },
      errors: [userErrors.notFound, ...Object.values(attributeErrors)],
      handle: async ({ session, now }, { params, body }) => {
        const { user, created } = await putUser(session, params['user'] ?? '', validated<UserProfile>(body), now);
        return { status: created ? 201 : 200, body: user };
      },
    },
    {
      ...writing,
      id: 'users.update',
      method: 'PATCH',
      path: '/v1/users/{user}',
      summary: 'Change some of what is known of a user',
      params: ofUser,
      body: userChangesSchema,
      responses: { 200: { description: 'The user as it is now.', schema: userSchema } },
      errors: [userErrors.notFound, ...Object.values(attributeErrors)],
      handle: async ({ session, now }, { params, body }) => ({
        status: 200,
        body: await changeUser(session, params['user'] ?? '', validated<UserProfile>(body), now),
      }),
    },
    {
      ...writing,
      id: 'users.delete',
      method: 'DELETE',
      path: '/v1/users/{user}',
      summary: 'Delete a user from the environment',
      description: 'Memberships, roles, cross-tenant grants and relationships go with it, in every tenant.',
      params: ofUser,
      responses: { 204: { description: 'The user is gone.', schema: {} } },
      errors: [userErrors.notFound],
      handle: async ({ session }, { params }) => {
        await removeUser(session, params['user'] ?? '');
        return { status: 204, body: undefined };
      },
    },
    {
      ...shared,
      id: 'users.memberships',
      method: 'GET',
      path: '/v1/users/{user}/memberships',
      summary: 'List the tenants a user is a member of, with the roles held there',
      tenant: 'optional',
      params: ofUser,
      query: pageQuery,
      responses: { 200: { description: 'One page of memberships.', schema: pageSchema(membershipSchema) } },
      errors: [userErrors.notFound],
      handle: async ({ session }, { params, query }) => ({
        status: 200,
        body: await listMemberships(session, params['user'] ?? '', validated<PageRequest>(query)),
      }),
    },
  ];
}
