import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { Resolution } from './types.ts';

/** An answer in OpenFeature's words; what it has none for is metadata. */
export function toResolution<T, Code>(detail: EvaluationDetail<T>): Resolution<T, Code> {
  const { errorCode, errorMessage, reason, value, variant } = detail;
  const { inExperiment, prerequisiteKey, requiredPlan, ruleIndex, ruleName } = detail;
  const told = { inExperiment, prerequisiteKey, requiredPlan, ruleIndex, ruleName };
  const metadata = Object.entries(told).flatMap(([name, field]) =>
    field === undefined || field === null ? [] : [[name, field] as const],
  );
  return {
    value,
    reason,
    ...(variant === null ? {} : { variant }),
    // The codes are the same texts, in an enumeration that only the package has.
    ...(errorCode === undefined ? {} : { errorCode: errorCode as Code }),
    ...(errorMessage === undefined ? {} : { errorMessage }),
    flagMetadata: Object.fromEntries(metadata),
  };
}
