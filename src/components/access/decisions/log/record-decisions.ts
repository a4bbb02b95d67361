import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { Decision } from '../../policy/contract.ts';
import { insertDecisions, type LoggedDecision, type Occasion } from './queries.ts';
import { toJsonGrant, toJsonNearMiss, type Verdict } from '../verdict.ts';

/** Near misses kept with one refusal. */
const maximalNearMisses = 10;

/** Characters kept of a name: any that is longer names nothing here. */
const maximalName = 255;

/**
 * Adds the decisions to the log. What the asker said of the resource is not kept: it may hold anything. The log
 * says who, what, of what, the answer and what it rests on.
 */
export async function recordDecisions(
  session: Session,
  verdicts: readonly Verdict[],
  occasion: Occasion,
): Promise<void> {
  await insertDecisions(session, verdicts.map(toRow), occasion);
}

function toRow({ id, asked, decision, policyRevision }: Verdict): LoggedDecision {
  return {
    id,
    subjectType: cut(asked.subject.type),
    subjectId: cut(asked.subject.id),
    action: cut(asked.action),
    resourceType: cut(asked.resource.type),
    resourceId: asked.resource.id === null ? null : cut(asked.resource.id),
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
      missing: cut(missing),
      nearMisses: nearMisses.slice(0, maximalNearMisses).map(toJsonNearMiss),
    },
  };
}

function cut(name: string): string {
  return name.length > maximalName ? `${name.slice(0, maximalName - 1).toWellFormed()}…` : name;
}
