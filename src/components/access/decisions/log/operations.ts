import type { JsonObject } from '../../../../engine/json.ts';
import { memberOf } from '../../../../engine/json-fields.ts';
import type { Operation } from '../../../../server/operation.ts';
import { streamQuery, type StreamRequest, streamSchema, toStreamPart } from '../../../../server/stream-page.ts';
import { validated } from '../../../../server/validated.ts';
import { tenantId } from '../../tenancy/parameters.ts';
import { loggedDecision } from '../api-schemas.ts';
import { tenantOf } from '../asking.ts';
import { decisionErrors } from '../errors.ts';
import { type DecisionFilter, type DecisionRecord, selectDecisions } from './queries.ts';

const query: JsonObject = {
  ...streamQuery,
  properties: {
    ...streamQuery.properties,
    // What is none of ours would compare somehow, and give some part of the log as if it were the next.
    cursor: {
      ...streamQuery.properties.cursor,
      title: 'the `nextCursor` of an earlier answer',
      pattern: '^dec_[0-9A-Za-z]+$',
    },
    tenant: { ...tenantId, description: 'Decisions about this tenant only.' },
    subject: { type: 'string', minLength: 1, maxLength: 255, description: 'Id of the user or service account.' },
    action: { type: 'string', minLength: 1, maxLength: 255 },
    allowed: { type: 'boolean', description: 'Decisions for, or those against.' },
  },
};

/** What was decided. */
export function decisionLogOperations(): readonly Operation[] {
  return [
    {
      id: 'access.decisions.list',
      method: 'GET',
      path: '/v1/access/decisions',
      summary: 'List decisions, newest first',
      description:
        'Of every check: who, what, the answer, what it rests on, and the request that asked. Also those that applications have reported.',
      tag: 'Access',
      auth: ['secret'],
      scope: 'decisions:read',
      tenant: 'optional',
      query,
      responses: { 200: { description: 'One part of the log.', schema: streamSchema(loggedDecision) } },
      errors: [decisionErrors.tenantMismatch],
      transaction: 'read',
      handle: async ({ session, caller }, input) => {
        const { cursor, limit, ...filter } = validated<StreamRequest & DecisionFilter>(input.query);
        const named = caller.tenantId ?? filter.tenant;
        const by = { words: 'parameter tenant', param: 'tenant' };
        const narrowed = named === undefined ? filter : { ...filter, tenant: tenantOf(caller, filter.tenant, by) };
        const rows = await selectDecisions(session, narrowed, { cursor, limit: limit + 1 });
        const part = toStreamPart(rows, { limit }, ({ id }) => id);
        return { status: 200, body: { ...part, data: part.data.map(toApiDecision) } };
      },
    },
  ];
}

function toApiDecision(row: DecisionRecord): JsonObject {
  return {
    id: row.id,
    tenant: row.tenantId,
    subject: { type: row.subjectType, id: row.subjectId },
    action: row.action,
    resource: { type: row.resourceType, id: row.resourceId },
    allowed: row.allowed,
    grant: memberOf(row.grounds, 'grant') ?? null,
    refusal: memberOf(row.grounds, 'refusal') ?? null,
    reported: memberOf(row.grounds, 'reported') === true,
    policyRevision: row.policyRevision,
    requestId: row.requestId,
    decidedAt: row.decidedAt.toISOString(),
  };
}
