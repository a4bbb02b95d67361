import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import { attributeErrors } from '../attributes/errors.ts';
import { pathParameters, userId } from '../parameters.ts';
import { tellUser } from '../tell.ts';
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
      recordedAs: 'user.created',
      method: 'POST',
      path: '/v1/users',
      summary: 'Create a user',
      body: newUserSchema,
      responses: { 201: { description: 'The new user.', schema: userSchema } },
      errors: [userErrors.exists, ...Object.values(attributeErrors)],
      handle: async ({ session, now, changed }, { body }) => {
        const { id, ...profile } = validated<UserProfile & { readonly id: string }>(body);
        const after = await createUser(session, id, profile, now);
        changed(tellUser(id, { before: null, after }));
        return { status: 201, body: after };
      },
    },
    {
      ...writing,
      id: 'users.put',
      recordedAs: 'user.updated',
      method: 'PUT',
      path: '/v1/users/{user}',
      summary: 'Create or replace a user',
      description:
        'For whoever keeps the directory in step with an identity provider: the same call for new and known. A request that names a tenant replaces, of those there are, its members alone, and those only who are in no other.',
      tenant: 'checked',
      params: ofUser,
      body: userProfileSchema,
      responses: {
        200: { description: 'The user as it is now.', schema: userSchema },
        201: { description: 'The new user.', schema: userSchema },
      },
      errors: [userErrors.notFound, userErrors.shared, ...Object.values(attributeErrors)],
      handle: async ({ caller: { tenantId }, session, now, changed }, { params: { user = '' }, body }) => {
        const { before, after } = await putUser(
          session,
          { id: user, within: tenantId },
          validated<UserProfile>(body),
          now,
        );
        changed({ ...tellUser(user, { before, after }), ...(before === null ? { action: 'user.created' } : {}) });
        return { status: before === null ? 201 : 200, body: after };
      },
    },
    {
      ...writing,
      id: 'users.update',
      recordedAs: 'user.updated',
      method: 'PATCH',
      path: '/v1/users/{user}',
      summary: 'Change some of what is known of a user',
      description: 'A request that names a tenant changes its members alone, and those only who are in no other.',
      tenant: 'checked',
      params: ofUser,
      body: userChangesSchema,
      responses: { 200: { description: 'The user as it is now.', schema: userSchema } },
      errors: [userErrors.notFound, userErrors.shared, ...Object.values(attributeErrors)],
      handle: async ({ caller: { tenantId }, session, now, changed }, { params: { user = '' }, body }) => {
        const { before, after } = await changeUser(
          session,
          { id: user, within: tenantId },
          validated<UserProfile>(body),
          now,
        );
        changed(tellUser(user, { before, after }));
        return { status: 200, body: after };
      },
    },
    {
      ...writing,
      id: 'users.delete',
      recordedAs: 'user.deleted',
      method: 'DELETE',
      path: '/v1/users/{user}',
      summary: 'Delete a user from the environment',
      description:
        'Memberships, roles, cross-tenant grants and relationships go with it, in every tenant. A request that names a tenant deletes its members alone, and those only who are in no other.',
      tenant: 'checked',
      params: ofUser,
      responses: { 204: { description: 'The user is gone.', schema: {} } },
      errors: [userErrors.notFound, userErrors.shared],
      handle: async ({ caller: { tenantId }, session, changed }, { params: { user = '' } }) => {
        changed(tellUser(user, { before: await removeUser(session, { id: user, within: tenantId }), after: null }));
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
