import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import { ofTenant, pathParameters, tenantId, userId } from '../parameters.ts';
import { tellGrant } from '../tell.ts';
import { roleErrors } from '../roles/errors.ts';
import { tenantErrors } from '../tenants/errors.ts';
import { userErrors } from '../users/errors.ts';
import { grantErrors } from './errors.ts';
import { grantSchema, newGrantSchema } from './mapping.ts';
import { listGrants, type NewGrant, setGrant, withdrawGrant } from './service.ts';

const ofGrant = pathParameters({ tenant: tenantId, user: userId });
const shared = { tag: 'Cross-tenant grants', auth: ['secret'], scope: 'members:read', transaction: 'read' } as const;
const writing = { ...shared, scope: 'members:write', transaction: 'write' } as const;
const onePage = { 200: { description: 'One page of grants.', schema: pageSchema(grantSchema) } };

/** Lets people who are no members act within a tenant: support staff, administrators of the platform. */
export function grantOperations(): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'grants.list',
      method: 'GET',
      path: '/v1/tenants/{tenant}/grants',
      summary: 'List the cross-tenant grants for a tenant, by user id',
      tenant: 'optional',
      params: ofTenant,
      query: pageQuery,
      responses: onePage,
      errors: [tenantErrors.notFound],
      handle: async ({ session }, { params, query }) => ({
        status: 200,
        body: await listGrants(session, { tenantId: params['tenant'] ?? '' }, validated<PageRequest>(query)),
      }),
    },
    {
      ...shared,
      id: 'grants.listOfUser',
      method: 'GET',
      path: '/v1/users/{user}/grants',
      summary: 'List the cross-tenant grants of a user, by tenant id',
      description: 'Where the request is about a tenant, the grant for that one only.',
      tenant: 'optional',
      params: pathParameters({ user: userId }),
      query: pageQuery,
      responses: onePage,
      errors: [userErrors.notFound],
      handle: async ({ session }, { params, query }) => ({
        status: 200,
        body: await listGrants(session, { userId: params['user'] ?? '' }, validated<PageRequest>(query)),
      }),
    },
    {
      ...writing,
      id: 'grants.set',
      recordedAs: 'cross_tenant_grant.set',
      method: 'PUT',
      path: '/v1/tenants/{tenant}/grants/{user}',
      summary: 'Let a user who is no member act within a tenant',
      description: 'A grant that the user has for the tenant already is replaced.',
      tenant: 'optional',
      params: ofGrant,
      body: newGrantSchema,
      responses: {
        200: { description: 'The grant, in place of an earlier one.', schema: grantSchema },
        201: { description: 'The new grant.', schema: grantSchema },
      },
      errors: [tenantErrors.notFound, userErrors.notFound, grantErrors.expiryInThePast, ...Object.values(roleErrors)],
      handle: async (context, { params: { tenant = '', user = '' }, body }) => {
        const { before, after } = await setGrant(context, tenant, user, validated<NewGrant>(body));
        context.changed(tellGrant(tenant, user, { before, after }));
        return { status: before === null ? 201 : 200, body: after };
      },
    },
    {
      ...writing,
      id: 'grants.withdraw',
      recordedAs: 'cross_tenant_grant.withdrawn',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}/grants/{user}',
      summary: 'Withdraw a cross-tenant grant',
      tenant: 'optional',
      params: ofGrant,
      responses: { 204: { description: 'The grant is withdrawn.', schema: {} } },
      errors: [tenantErrors.notFound, grantErrors.notFound],
      handle: async (context, { params: { tenant = '', user = '' } }) => {
        context.changed(tellGrant(tenant, user, { before: await withdrawGrant(context, tenant, user), after: null }));
        return { status: 204, body: undefined };
      },
    },
  ];
}
