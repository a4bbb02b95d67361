import type { JsonObject } from '../../../engine/json.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Operation } from '../../../server/operation.ts';
import { validated } from '../../../server/validated.ts';
import type { Decision } from '../policy/contract.ts';
import { noTenant } from '../tenancy/existing-tenant.ts';
import { canBody, canSchema } from './api-schemas.ts';
import { contextOf, type ResourceBody, type SubjectBody, subjectOf, tenantOf, toTarget } from './asking.ts';
import { findAbility } from './can.ts';
import { askingOperation, errorsOfSubject } from './operation-parts.ts';
import type { PolicyStore } from './policy-store.ts';
import { toJsonDecision, toJsonSubject } from './verdict.ts';

interface CanBody {
  readonly subject?: SubjectBody;
  readonly resource?: ResourceBody;
  readonly context?: JsonObject;
  readonly tenant?: string;
}

/** What may somebody do? */
export function canOperation(policies: PolicyStore): Operation {
  return {
    ...askingOperation,
    id: 'access.can',
    path: '/v1/access/can',
    summary: 'List what somebody may do',
    description:
      'What the roles grant, with the role that says so; and, for a resource, the decision on each of its actions.',
    auth: ['secret', 'user'],
    body: canBody,
    responses: { 200: { description: 'Permissions, and actions where a resource is named.', schema: canSchema } },
    errors: errorsOfSubject,
    transaction: 'read',
    handle: async ({ session, caller, now }, input) => {
      const body = validated<CanBody>(input.body);
      const tenant = tenantOf(caller, body.tenant);
      const about = subjectOf(caller, body.subject);
      const resource = body.resource === undefined ? null : toTarget(body.resource);
      const context = contextOf(caller, body.context);
      const found = await findAbility(session, policies, { tenant, ...about, resource, context, now });
      if (found === null) throw noTenant(tenant);
      const actions = found.actions?.map(({ action, decision }) => ({ action, ...shown(caller, decision) }));
      return {
        status: 200,
        body: {
          subject: toJsonSubject(about.subject, found.subject),
          permissions: found.permissions.map(({ permission, declaredBy, condition }) => ({
            permission,
            declaredBy,
            ...(condition === undefined ? {} : { condition }),
          })),
          ...(actions === undefined ? {} : { actions }),
          policyRevision: found.policyRevision,
        },
      };
    },
  };
}

/** A user is told that something is refused them, not who else could do it. */
function shown({ user }: Caller, decision: Decision): JsonObject {
  const whole = toJsonDecision(decision);
  return user === null ? whole : { ...whole, refusal: null };
}
