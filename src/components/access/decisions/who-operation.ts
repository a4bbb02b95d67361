import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageBounds, type PageRequest, toPage } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import { noTenant } from '../tenancy/existing-tenant.ts';
import { whoBody, whoSchema } from './api-schemas.ts';
import { contextOf, type ResourceBody, tenantOf, toTarget } from './asking.ts';
import { askingOperation, errorsOfTenant } from './operation-parts.ts';
import type { PolicyStore } from './policy-store.ts';
import { toJsonGrant, toJsonSubject } from './verdict.ts';
import { type Entitled, findWho } from './who.ts';

interface WhoBody extends PageRequest {
  readonly action: string;
  readonly resource: ResourceBody;
  readonly context?: JsonObject;
  readonly tenant?: string;
}

/** Who may do that to this? */
export function whoOperation(policies: PolicyStore): Operation {
  return {
    ...askingOperation,
    id: 'access.who',
    path: '/v1/access/who',
    summary: 'List everybody who may do something',
    description:
      'Members, guests and service accounts of the tenant, by type and id, each with what allows it. Conditions are held against what is stored.',
    auth: ['secret'],
    body: whoBody,
    responses: { 200: { description: 'One page of subjects.', schema: whoSchema } },
    errors: errorsOfTenant,
    transaction: 'read',
    handle: async ({ session, caller, now }, input) => {
      const { action, ...body } = validated<WhoBody>(input.body);
      const tenant = tenantOf(caller, body.tenant);
      const resource = toTarget(body.resource);
      const context = contextOf(caller, body.context);
      const found = await findWho(session, policies, { tenant, action, resource, context, now });
      if (found === null) throw noTenant(tenant);
      const { limit, offset } = pageBounds(body);
      const rows = found.entitled.slice(offset, offset + limit).map(toJson);
      const page = toPage(rows, found.entitled.length, body);
      return { status: 200, body: { ...page, policyRevision: found.policyRevision } };
    },
  };
}

function toJson({ subject, facts, grant }: Entitled): JsonObject {
  return { subject: toJsonSubject(subject, facts), grant: toJsonGrant(grant) };
}
