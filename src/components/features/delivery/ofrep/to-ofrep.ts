import type { JsonObject } from '../../../../engine/json.ts';
import type { Caller } from '../../../../server/caller.ts';
import type { Outcome } from '../../evaluation/contract.ts';

/** The errors of an evaluation that OFREP has a word for. */
const known: ReadonlySet<string> = new Set(['PARSE_ERROR', 'TARGETING_KEY_MISSING', 'INVALID_CONTEXT']);

/** One outcome as OFREP writes it, a success or a failure. Without a value the client takes the default of its code. */
export function toOfrep(outcome: Outcome, { mode }: Pick<Caller, 'mode'>): JsonObject {
  const { errorCode, errorMessage, flag: key, hasValue, reason, value, variant } = outcome;
  if (errorCode !== undefined) {
    return {
      key,
      errorCode: known.has(errorCode) ? errorCode : 'GENERAL',
      ...(errorMessage === undefined || mode !== 'secret' ? {} : { errorDetails: errorMessage }),
    };
  }
  const metadata = metadataOf(outcome, mode);
  return {
    key,
    // OpenFeature has no word for a plan that does not suffice.
    reason: reason === 'plan_restriction' ? 'DISABLED' : reason,
    ...(variant === null ? {} : { variant }),
    ...(hasValue && value !== undefined ? { value } : {}),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
}

/** What OFREP has no field for: texts, numbers and booleans only. */
function metadataOf(outcome: Outcome, mode: Caller['mode']): JsonObject {
  const { inExperiment, prerequisiteKey, reason, requiredPlan, ruleIndex, ruleName } = outcome;
  return {
    ...(reason === 'plan_restriction' ? { restriction: reason } : {}),
    ...(typeof requiredPlan === 'string' ? { requiredPlan } : {}),
    ...(inExperiment === undefined ? {} : { inExperiment }),
    ...(mode === 'secret' && ruleIndex !== undefined ? { ruleIndex } : {}),
    ...(mode === 'secret' && ruleName !== undefined ? { ruleName } : {}),
    ...(mode === 'secret' && prerequisiteKey !== undefined ? { prerequisiteKey } : {}),
  };
}
