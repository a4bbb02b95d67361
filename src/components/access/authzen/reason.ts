import type { JsonObject } from '../../../engine/json.ts';
import { cutName } from '../decisions/cut-name.ts';
import type { Verdict } from '../decisions/verdict.ts';
import type { NearMiss } from '../policy/contract.ts';

/**
 * A decision as AuthZEN writes it. One for has no context: whoever enforces it may refuse a permit whose context
 * it does not understand. One against says why, to administrators and to users.
 */
export function toDecision(verdict: Verdict): JsonObject {
  if (verdict.decision.allowed) return { decision: true };
  return {
    decision: false,
    context: {
      id: verdict.id,
      policy_revision: verdict.policyRevision,
      reason_admin: { '403': whyNot(verdict) },
      reason_user: { '403': 'You do not have access to this.' },
    },
  };
}

/** An evaluation that could not be made denies, and says what was wrong with it. */
export function toFailedDecision(message: string): JsonObject {
  return { decision: false, context: { error: { status: 400, message } } };
}

/** Near misses said with one refusal: a batch says them a thousand times. The decision log keeps more. */
const maximalNearMisses = 3;

function becauseOf(nearMisses: readonly NearMiss[]): string {
  const said = nearMisses.slice(0, maximalNearMisses).map(({ because }) => cutName(because));
  const others = nearMisses.length - said.length;
  return [...said, ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}

function whyNot({ asked, decision, subject }: Verdict): string {
  if (decision.allowed) return '';
  const { reason, missing, nearMisses } = decision.refusal;
  const who = `${cutName(asked.subject.type)} ${cutName(asked.subject.id)}`;
  const type = cutName(asked.resource.type);
  const action = cutName(asked.action);
  switch (reason) {
    case 'unknown-resource-type':
      return `${reason}: ${type} is not a resource type.`;
    case 'unknown-action':
      return `${reason}: ${action} is not an action of ${type}.`;
    case 'unknown-scope':
      return `${reason}: ${action} is not narrowed to a scope of ${type}.`;
    case 'no-grant':
      return subject.standing === 'none'
        ? `${reason}: ${who} is nobody in this tenant.`
        : `${reason}: nothing grants ${cutName(missing)} to ${who}.`;
    case 'not-covered':
      return `${reason}: ${becauseOf(nearMisses)}.`;
  }
}
