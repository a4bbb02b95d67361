import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import { validated } from '../../../server/validated.ts';
import type { Changed } from '../../../server/changed.ts';
import type { Services } from '../../contract.ts';
import { tenantPlanErrors } from './errors.ts';
import { assignPlan, readTenantPlan, type TenantPlan, withdrawPlan } from './service.ts';

const ofTenant: JsonObject = {
  type: 'object',
  required: ['tenant'],
  properties: {
    tenant: {
      type: 'string',
      title: 'the id of a tenant, of letters, digits, `.`, `_` and `-`',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
      description: 'Id of the tenant.',
    },
  },
};

const tenantPlanSchema: JsonObject = {
  title: 'TenantPlan',
  type: 'object',
  required: ['tenantId', 'plan', 'assignedBy', 'assignedAt'],
  properties: {
    tenantId: { type: 'string' },
    plan: { type: ['string', 'null'], description: 'Key of the Plan; null: on none.' },
    assignedBy: { type: ['string', 'null'] },
    assignedAt: { type: ['string', 'null'], format: 'date-time' },
  },
};

const shared = {
  tag: 'Plans of tenants',
  auth: ['secret'],
  path: '/v1/tenants/{tenant}/plan',
  tenant: 'optional',
  params: ofTenant,
} as const;
const writing = { ...shared, scope: 'plans:write', transaction: 'write' } as const;
const planNow = { 200: { description: 'The plan the tenant is on now.', schema: tenantPlanSchema } };

/** Which plan a tenant is on. */
export function tenantPlanOperations({ ports }: Services): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'tenantPlans.get',
      method: 'GET',
      summary: 'Get the plan a tenant is on',
      scope: 'plans:read',
      transaction: 'read',
      responses: { 200: { description: 'The plan the tenant is on.', schema: tenantPlanSchema } },
      errors: [tenantPlanErrors.unknownTenant],
      handle: async ({ session }, { params: { tenant = '' } }) => ({
        status: 200,
        body: await readTenantPlan(session, ports, tenant),
      }),
    },
    {
      ...writing,
      id: 'tenantPlans.set',
      recordedAs: 'tenant.plan_changed',
      method: 'PUT',
      summary: 'Put a tenant on a plan',
      body: {
        type: 'object',
        required: ['plan'],
        additionalProperties: false,
        properties: {
          plan: { type: 'string', minLength: 1, maxLength: 128, description: 'Key of a live Plan that is on sale.' },
        },
      },
      responses: planNow,
      errors: Object.values(tenantPlanErrors),
      handle: async ({ session, caller, now, changed }, { params: { tenant = '' }, body }) => {
        const { plan } = validated<{ readonly plan: string }>(body);
        const before = await readTenantPlan(session, ports, tenant);
        const after = await assignPlan(session, ports, tenant, { plan, actor: caller.actor, now });
        changed(tellPlan(before, after));
        return { status: 200, body: after };
      },
    },
    {
      ...writing,
      id: 'tenantPlans.remove',
      recordedAs: 'tenant.plan_changed',
      method: 'DELETE',
      summary: 'Put a tenant on no plan',
      responses: planNow,
      errors: [tenantPlanErrors.unknownTenant],
      handle: async ({ session, changed }, { params: { tenant = '' } }) => {
        const before = await readTenantPlan(session, ports, tenant);
        const after = await withdrawPlan(session, ports, tenant);
        changed(tellPlan(before, after));
        return { status: 200, body: after };
      },
    },
  ];
}

function tellPlan(before: TenantPlan, after: TenantPlan): Changed {
  const { tenantId } = after;
  return {
    resource: { type: 'tenant', id: tenantId },
    tenantId,
    before: { plan: before.plan },
    after: { plan: after.plan },
  };
}
