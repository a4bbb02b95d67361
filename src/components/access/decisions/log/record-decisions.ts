import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { Decision } from '../../policy/contract.ts';
import { cutName } from '../cut-name.ts';
import { insertDecisions, type LoggedDecision } from './queries.ts';
import { toJsonGrant, toJsonNearMiss, type Verdict } from '../verdict.ts';

/** Near misses kept with one refusal. */
const maximalNearMisses = 10;

/**
 * Adds the decisions to the log. What the asker said of the resource is not kept: it may hold anything. The log
 * says who, what, of what, the answer and what it rests on.
 */
export function recordDecisions(session: Session, verdicts: readonly Verdict[], now: Date): void {
  insertDecisions(session, verdicts.map(toRow), now);
}

function toRow({ id, tenant, requestId, asked, decision, policyRevision }: Verdict): LoggedDecision {
  return {
    id,
    tenantId: tenant,
    requestId,
    subjectType: cutName(asked.subject.type),
    subjectId: cutName(asked.subject.id),
    action: cutName(asked.action),
    resourceType: cutName(asked.resource.type),
    resourceId: asked.resource.id === null ? null : cutName(asked.resource.id),
    allowed: decision.allowed,
    grounds: groundsOf(decision),
    policyRevision,
  };
}

/** What the decision rests on: the grant, or why there was none. */
function groundsOf(decision: Decision): JsonObject {
  if (decision.allowed) return { grant: toJsonGrant(decision.grant) };
  const { reason, missing, nearMisses } = decision.refusal;
  return {
    refusal: {
      reason,
      missing: cutName(missing),
      nearMisses: nearMisses.slice(0, maximalNearMisses).map(toJsonNearMiss),
    },
  };
}
