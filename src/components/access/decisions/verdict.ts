import type { JsonObject } from '../../../engine/json.ts';
import type { Decision, Grant, NearMiss } from '../policy/contract.ts';
import type { Asked, SubjectFacts, SubjectName } from './situation.ts';

/** What was asked, about which tenant, and by which request. */
export interface Question {
  readonly tenant: string;
  readonly requestId: string;
  readonly asked: Asked;
}

/** An answer, with what it rests on. */
export interface Verdict extends Question {
  /** `dec_…`: the row of the decision log. */
  readonly id: string;
  readonly subject: SubjectFacts;
  readonly decision: Decision;
  readonly policyRevision: number;
}

export function toJsonGrant(grant: Grant): JsonObject {
  return grant.by === 'role'
    ? { ...grant }
    : { by: grant.by, relation: grant.relation, ...(grant.via === undefined ? {} : { via: { ...grant.via } }) };
}

export function toJsonNearMiss({ grant, because }: NearMiss): JsonObject {
  return { grant: toJsonGrant(grant), because };
}

/** Grant and refusal, one of them null, with all that is known of them. */
export function toJsonDecision(decision: Decision): JsonObject {
  if (decision.allowed) return { allowed: true, grant: toJsonGrant(decision.grant), refusal: null };
  const { reason, missing, nearMisses, grantedBy } = decision.refusal;
  return {
    allowed: false,
    grant: null,
    refusal: { reason, missing, nearMisses: nearMisses.map(toJsonNearMiss), grantedBy: [...grantedBy] },
  };
}

/** Whom an answer is about, and why they may act within the tenant. */
export function toJsonSubject({ type, id }: SubjectName, { standing, roles }: SubjectFacts): JsonObject {
  return { type, id, standing, roles: [...roles] };
}

/** What `access.check` answers; the grounds only where they are asked for. */
export function toJsonVerdict(verdict: Verdict, { explain }: { readonly explain: boolean }): JsonObject {
  const { id, asked, subject, decision, policyRevision } = verdict;
  return explain
    ? { id, ...toJsonDecision(decision), policyRevision, subject: toJsonSubject(asked.subject, subject) }
    : { id, allowed: decision.allowed, policyRevision };
}
