import type { JsonObject } from '../../../../engine/json.ts';
import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, type PageRequest, pageSchema } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import { entitlementKey, tenantId } from '../api-schemas.ts';
import { entitlementErrors } from '../errors.ts';
import { overrideErrors } from './errors.ts';
import { newOverrideSchema, overrideSchema } from './mapping.ts';
import { listOverrides, type NewOverride, removeOverride, setOverride } from './service.ts';

const ofOverride: JsonObject = {
  type: 'object',
  required: ['tenant', 'entitlement'],
  properties: { tenant: tenantId, entitlement: entitlementKey },
};

const shared = { tag: 'Entitlements', auth: ['secret'], tenant: 'optional' } as const;
const writing = { ...shared, scope: 'entitlements:write', transaction: 'write', params: ofOverride } as const;
const onePage = { 200: { description: 'One page of overrides.', schema: pageSchema(overrideSchema) } };

/** What one tenant has in place of what its plan grants. */
export function overrideOperations({ ports }: Services): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'entitlementOverrides.list',
      method: 'GET',
      path: '/v1/tenants/{tenant}/entitlements/overrides',
      summary: 'List the overrides that a tenant has, by entitlement',
      scope: 'entitlements:read',
      transaction: 'read',
      params: { type: 'object', required: ['tenant'], properties: { tenant: tenantId } },
      query: pageQuery,
      responses: onePage,
      errors: [entitlementErrors.unknownTenant],
      handle: async ({ session, now }, { params: { tenant = '' }, query }) => ({
        status: 200,
        body: await listOverrides({ session, ports, now }, tenant, validated<PageRequest>(query)),
      }),
    },
    {
      ...writing,
      id: 'entitlementOverrides.set',
      recordedAs: 'entitlement.override_set',
      method: 'PUT',
      path: '/v1/tenants/{tenant}/entitlements/{entitlement}/override',
      summary: 'Give a tenant something else than its plan grants',
      description:
        'It is felt at once, and goes over the plan until it expires or is removed. An earlier one is replaced.',
      body: newOverrideSchema,
      responses: {
        200: { description: 'The override, in place of an earlier one.', schema: overrideSchema },
        201: { description: 'The new override.', schema: overrideSchema },
      },
      errors: [
        entitlementErrors.unknownTenant,
        entitlementErrors.unknown,
        overrideErrors.notOfType,
        overrideErrors.expiryInThePast,
      ],
      handle: async ({ session, caller, now, changed }, { params: { tenant = '', entitlement = '' }, body }) => {
        const context = { session, ports, now, changed, actor: caller.actor };
        const draft = validated<NewOverride>(body);
        const { override, created } = await setOverride(context, tenant, entitlement, draft);
        return { status: created ? 201 : 200, body: override };
      },
    },
    {
      ...writing,
      id: 'entitlementOverrides.remove',
      recordedAs: 'entitlement.override_removed',
      method: 'DELETE',
      path: '/v1/tenants/{tenant}/entitlements/{entitlement}/override',
      summary: 'Give a tenant again what its plan grants',
      responses: { 204: { description: 'The override is removed.', schema: {} } },
      errors: [entitlementErrors.unknownTenant, overrideErrors.notFound],
      handle: async ({ session, caller, now, changed }, { params: { tenant = '', entitlement = '' } }) => {
        await removeOverride({ session, ports, now, changed, actor: caller.actor }, tenant, entitlement);
        return { status: 204, body: undefined };
      },
    },
  ];
}
