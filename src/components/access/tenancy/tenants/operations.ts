import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, pageSchema } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import { attributeErrors } from '../attributes/errors.ts';
import { readTenant } from '../existing-tenant.ts';
import { instant, ofTenant, roleKey } from '../parameters.ts';
import { tellTenant } from '../tell.ts';
import { tenantErrors } from './errors.ts';
import { newTenantSchema, tenantChangesSchema, tenantSchema, toTenant } from './mapping.ts';
import {
  changeTenant,
  createTenant,
  listTenants,
  type NewTenant,
  removeTenant,
  type TenantChanges,
  type TenantListRequest,
} from './service.ts';

const shared = { tag: 'Tenants', auth: ['secret'], scope: 'tenants:read', transaction: 'read' } as const;
const writing = { ...shared, scope: 'tenants:write', transaction: 'write' } as const;

/** Customer organisations of the caller's environment. */
export function tenantOperations({ host, ports }: Services): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'tenants.list',
      method: 'GET',
      path: '/v1/tenants',
      summary: 'List tenants, newest first',
      tenant: 'optional',
      query: {
        ...pageQuery,
        properties: {
          ...pageQuery.properties,
          createdFrom: { ...instant, description: 'Only those created at this instant or later.' },
          createdBefore: { ...instant, description: 'Only those created before this instant.' },
          plan: { ...roleKey, description: 'Only those on the plan of this key.' },
        },
      },
      responses: { 200: { description: 'One page of tenants.', schema: pageSchema(tenantSchema) } },
      errors: [],
      handle: async ({ session }, { query }) => ({
        status: 200,
        body: await listTenants(session, validated<TenantListRequest>(query), ports),
      }),
    },
    {
      ...shared,
      id: 'tenants.get',
      method: 'GET',
      path: '/v1/tenants/{tenant}',
      summary: 'Get one tenant',
      tenant: 'optional',
      params: ofTenant,
      responses: { 200: { description: 'The tenant.', schema: tenantSchema } },
      errors: [tenantErrors.notFound],
      handle: async ({ session }, { params }) => ({
        status: 200,
        body: toTenant(await readTenant(session, params['tenant'] ?? '')),
      }),
    },
    {
      ...writing,
      id: 'tenants.create',
      recordedAs: 'tenant.created',
      method: 'POST',
      path: '/v1/tenants',
      summary: 'Create a tenant',
      description: 'Currency, region and data residency are declared here, and never change afterwards.',
      body: newTenantSchema,
      responses: { 201: { description: 'The new tenant.', schema: tenantSchema } },
      errors: [
        tenantErrors.exists,
        tenantErrors.single,
        tenantErrors.valueNotAllowed,
        tenantErrors.valueMissing,
        ...Object.values(attributeErrors),
      ],
      handle: async ({ caller: { actor }, session, now, changed }, { body }) => {
        const after = await createTenant(session, validated<NewTenant>(body), { actor, ids: host.ids, now, ports });
        changed(tellTenant(after.id, { before: null, after }));
        return { status: 201, body: after };
      },
    },
    {
      ...writing,
      id: 'tenants.update',
      recordedAs: 'tenant.updated',
      method: 'PATCH',
      path: '/v1/tenants/{tenant}',
      summary: 'Change the name or attributes of a tenant',
      tenant: 'optional',
      params: ofTenant,
      body: tenantChangesSchema,
      responses: { 200: { description: 'The tenant as it is now.', schema: tenantSchema } },
      errors: [tenantErrors.notFound, tenantErrors.fixedField, ...Object.values(attributeErrors)],
      handle: async ({ session, now, changed }, { params: { tenant = '' }, body }) => {
        const { before, after } = await changeTenant(session, tenant, validated<TenantChanges>(body), now);
        changed(tellTenant(tenant, { before, after }));
        return { status: 200, body: after };
      },
    },
    {
      ...writing,
      id: 'tenants.delete',
      recordedAs: 'tenant.deleted',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}',
      summary: 'Delete a tenant with everything that belongs to it',
      description:
        'Members, roles, service accounts, cross-tenant grants, relationships and the plan go with it; users stay, and so does the log of decisions.',
      tenant: 'optional',
      params: ofTenant,
      responses: { 204: { description: 'The tenant is gone.', schema: {} } },
      errors: [tenantErrors.notFound, tenantErrors.single],
      handle: async ({ session, changed }, { params: { tenant = '' } }) => {
        changed(tellTenant(tenant, { before: await removeTenant(session, tenant, ports), after: null }));
        return { status: 204, body: undefined };
      },
    },
  ];
}
