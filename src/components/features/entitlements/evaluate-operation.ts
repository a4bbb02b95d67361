import type { Operation } from '../../../server/operation.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import { accessSchema, evaluateBody } from './api-schemas.ts';
import { evaluateEntitlements } from './evaluate-entitlements.ts';
import { readOffer } from './read-offer.ts';
import { readSituation } from './read-situation.ts';
import { errorsOfTenant, refuseUnknownTenant, tenantOf } from './tenant-of.ts';

interface EvaluateBody {
  readonly tenantId?: string;
  readonly features?: readonly string[];
}

/** What does a tenant have? */
export function evaluateOperation({ ports }: Services): Operation {
  return {
    id: 'entitlements.evaluate',
    tag: 'Entitlements',
    method: 'POST',
    path: '/v1/entitlements/evaluate',
    summary: 'Say what a tenant has of each entitlement',
    description:
      'By the plan that the tenant is on at this moment, and by special agreements with it; with what it has used. A key that no entitlement has is answered too, as one that the tenant does not have.',
    auth: ['secret', 'user'],
    scope: 'entitlements:read',
    tenant: 'in-body',
    transaction: 'read',
    body: evaluateBody,
    responses: {
      200: {
        description: 'By key of the entitlement.',
        schema: { type: 'object', additionalProperties: accessSchema },
      },
    },
    errors: errorsOfTenant,
    handle: async ({ session, caller, now }, input) => {
      const body = validated<EvaluateBody>(input.body);
      const tenantId = tenantOf(caller, body.tenantId);
      await refuseUnknownTenant(session, ports, tenantId, '/tenantId');
      const offer = await readOffer(session);
      const features = [...new Set(body.features ?? offer.entitlements.keys())];
      const situation = await readSituation(session, ports, offer, { tenantId, features, now });
      return { status: 200, body: evaluateEntitlements(offer, situation, { features, now }) };
    },
  };
}
