import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import { rolesSchema } from '../members/mapping.ts';
import { ofTenant, pathParameters, roleKey, serviceAccountId, tenantId } from '../parameters.ts';
import { roleErrors } from '../roles/errors.ts';
import { tenantErrors } from '../tenants/errors.ts';
import { serviceAccountErrors } from './errors.ts';
import { newServiceAccountSchema, serviceAccountSchema } from './mapping.ts';
import {
  addServiceAccountRole,
  createServiceAccount,
  listServiceAccounts,
  readServiceAccount,
  removeServiceAccount,
  removeServiceAccountRole,
  setServiceAccountRoles,
} from './service.ts';

const ofAccount = pathParameters({ tenant: tenantId, account: serviceAccountId });
const ofAccountRole = pathParameters({ tenant: tenantId, account: serviceAccountId, role: roleKey });
const shared = {
  tag: 'Service accounts',
  auth: ['secret'],
  scope: 'members:read',
  transaction: 'read',
  tenant: 'optional',
} as const;
const writing = { ...shared, scope: 'members:write', transaction: 'write' } as const;
const accountNow = { 200: { description: 'The service account as it is now.', schema: serviceAccountSchema } };
const missing = [tenantErrors.notFound, serviceAccountErrors.notFound];

/** Programs that act within a tenant, with roles as members have. */
export function serviceAccountOperations({ host }: Services): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'serviceAccounts.list',
      method: 'GET',
      path: '/v1/tenants/{tenant}/service-accounts',
      summary: 'List the service accounts of a tenant with their roles, oldest first',
      params: ofTenant,
      query: pageQuery,
      responses: { 200: { description: 'One page of service accounts.', schema: pageSchema(serviceAccountSchema) } },
      errors: [tenantErrors.notFound],
      handle: async ({ session }, { params, query }) => ({
        status: 200,
        body: await listServiceAccounts(session, params['tenant'] ?? '', validated<PageRequest>(query)),
      }),
    },
    {
      ...shared,
      id: 'serviceAccounts.get',
      method: 'GET',
      path: '/v1/tenants/{tenant}/service-accounts/{account}',
      summary: 'Get one service account with its roles',
      params: ofAccount,
      responses: { 200: { description: 'The service account.', schema: serviceAccountSchema } },
      errors: missing,
      handle: async ({ session }, { params: { tenant = '', account = '' } }) => ({
        status: 200,
        body: await readServiceAccount(session, tenant, account),
      }),
    },
    {
      ...writing,
      id: 'serviceAccounts.create',
      recordedAs: 'service_account.created',
      method: 'POST',
      path: '/v1/tenants/{tenant}/service-accounts',
      summary: 'Create a service account',
      description: 'It has the roles asked for and no others: those of new members are for people.',
      params: ofTenant,
      body: newServiceAccountSchema,
      responses: { 201: { description: 'The new service account.', schema: serviceAccountSchema } },
      errors: [tenantErrors.notFound, ...Object.values(roleErrors)],
      handle: async (context, { params, body }) => {
        const draft = validated<{ readonly name: string; readonly roles?: readonly string[] }>(body);
        return { status: 201, body: await createServiceAccount(context, host.ids, params['tenant'] ?? '', draft) };
      },
    },
    {
      ...writing,
      id: 'serviceAccounts.setRoles',
      recordedAs: 'service_account.roles_changed',
      method: 'PUT',
      path: '/v1/tenants/{tenant}/service-accounts/{account}/roles',
      summary: 'Give a service account exactly these roles',
      params: ofAccount,
      body: rolesSchema,
      responses: accountNow,
      errors: [...missing, ...Object.values(roleErrors)],
      handle: async (context, { params: { tenant = '', account = '' }, body }) => {
        const { roles } = validated<{ readonly roles: readonly string[] }>(body);
        return { status: 200, body: await setServiceAccountRoles(context, tenant, account, roles) };
      },
    },
    {
      ...writing,
      id: 'serviceAccounts.addRole',
      recordedAs: 'service_account.roles_changed',
      method: 'PUT',
      path: '/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}',
      summary: 'Give a service account one more role',
      params: ofAccountRole,
      responses: accountNow,
      errors: [...missing, ...Object.values(roleErrors)],
      handle: async (context, { params: { tenant = '', account = '', role = '' } }) => ({
        status: 200,
        body: await addServiceAccountRole(context, tenant, account, role),
      }),
    },
    {
      ...writing,
      id: 'serviceAccounts.removeRole',
      recordedAs: 'service_account.roles_changed',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}',
      summary: 'Take one role from a service account',
      params: ofAccountRole,
      responses: accountNow,
      errors: [...missing, roleErrors.notAssignable],
      handle: async (context, { params: { tenant = '', account = '', role = '' } }) => ({
        status: 200,
        body: await removeServiceAccountRole(context, tenant, account, role),
      }),
    },
    {
      ...writing,
      id: 'serviceAccounts.delete',
      recordedAs: 'service_account.deleted',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}/service-accounts/{account}',
      summary: 'Delete a service account with its roles',
      params: ofAccount,
      responses: { 204: { description: 'The service account is gone.', schema: {} } },
      errors: [...missing, roleErrors.notAssignable],
      handle: async (context, { params: { tenant = '', account = '' } }) => {
        await removeServiceAccount(context, tenant, account);
        return { status: 204, body: undefined };
      },
    },
  ];
}
