import type { Ids } from '../../../../host/contract.ts';
import type { Caller } from '../../../../server/caller.ts';
import type { OperationInTransaction } from '../../../../server/operation.ts';
import { validated } from '../../../../server/validated.ts';
import { noTenant } from '../../tenancy/existing-tenant.ts';
import { tenantErrors } from '../../tenancy/tenants/errors.ts';
import { reportBody, reportedSchema } from '../api-schemas.ts';
import { type ResourceBody, type SubjectBody, tenantOf } from '../asking.ts';
import { cutName } from '../cut-name.ts';
import { decisionErrors } from '../errors.ts';
import { tellManyDecided } from '../tell-decided.ts';
import { insertReported, type ReportedDecision, selectKnownTenants } from './queries.ts';

interface DecisionBody {
  readonly decidedAt: string;
  readonly tenant?: string;
  readonly subject: SubjectBody;
  readonly action: string;
  readonly resource: ResourceBody;
  readonly allowed: boolean;
  readonly policyRevision: number;
}

/** Bytes of 1,000 decisions with the longest ids there are. */
const largestBody = 8 * 1024 * 1024;

/** Decisions that applications took by themselves, of a policy that the server had given them. */
export function reportOperation(ids: Ids): OperationInTransaction {
  return {
    id: 'access.decisions.report',
    method: 'POST',
    path: '/v1/access/decisions',
    summary: 'Report up to 1,000 decisions that an application took',
    description:
      'Answered when they are in the decision log, where they stand as reported: the word of whoever has the key. Those of tenants that there are not, or that the request is not about, are left out, and the others logged. The record has one entry for the request.',
    tag: 'Access',
    auth: ['secret'],
    scope: 'decisions:write',
    tenant: 'in-body',
    body: reportBody,
    responses: { 200: { description: 'They are in the log.', schema: reportedSchema } },
    bodyLimit: largestBody,
    errors: [decisionErrors.tenantMissing, tenantErrors.notFound],
    transaction: 'prepared',
    recordsOnly: true,
    recordedAs: 'access.reported',
    async handle({ caller, decided, now, requestId, session }, { body }) {
      const { decisions } = validated<{ readonly decisions: readonly DecisionBody[] }>(body);
      const rows = decisions.map((decision, index) =>
        toRow(decision, { caller, id: ids.next('dec'), index, requestId }),
      );
      const named = new Set(rows.map(({ tenantId }) => tenantId));
      // Where the request is about a tenant, row-level security shows no other.
      const known = await selectKnownTenants(session, [...named, caller.tenantId ?? '']);
      const logged = rows.filter(({ tenantId }) => known.has(tenantId));
      // Of a request about a tenant, nothing begins the chain of one that there is not.
      if (caller.tenantId !== null && !known.has(caller.tenantId)) throw noTenant(caller.tenantId);
      insertReported(session, logged, now);
      decided(tellManyDecided(caller, logged));
      return {
        status: 200,
        body: { logged: logged.length, unknownTenants: [...named].filter((tenant) => !known.has(tenant)) },
      };
    },
  };
}

function toRow(
  { action, allowed, decidedAt, policyRevision, resource, subject, tenant }: DecisionBody,
  by: { readonly caller: Caller; readonly id: string; readonly index: number; readonly requestId: string },
): ReportedDecision {
  const param = `/decisions/${by.index}/tenant`;
  // One of another tenant is left out like those of none: whoever sends many at once loses no others by it.
  const tenantId = tenant ?? tenantOf(by.caller, undefined, { words: 'body', param });
  return {
    id: by.id,
    tenantId,
    requestId: by.requestId,
    subjectType: subject.type,
    subjectId: cutName(subject.id),
    action: cutName(action),
    resourceType: cutName(resource.type),
    resourceId: resource.id === undefined ? null : cutName(resource.id),
    allowed,
    grounds: { reported: true },
    policyRevision,
    decidedAt: new Date(Math.max(0, Date.parse(decidedAt))).toISOString(),
  };
}
