import type { AllFlags, EvaluationDetail } from '../evaluation/contract.ts';

/** What is answered while there is nothing to evaluate; `problem` says why, where that is known. */
export function notReady<T>(defaultValue: T, problem?: string): EvaluationDetail<T> {
  return Object.freeze({
    value: defaultValue,
    variant: null,
    reason: 'ERROR',
    errorCode: 'PROVIDER_NOT_READY',
    errorMessage: problem ?? 'the server has not been heard of yet, and there is no bootstrap',
  });
}

/** All flags of a ruleset that is not there. */
export const noFlags: AllFlags = Object.freeze({
  revision: 0,
  keys: Object.freeze([]),
  outcomes: Object.freeze([]),
  get: () => undefined,
  toObject: () => Object.freeze({}),
});
