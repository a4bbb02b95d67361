import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { RemoteAnswer } from './read-answers.ts';

/** The answer with the default of the code put in, as the evaluator does it. */
export function answerDetail<T>(key: string, answer: RemoteAnswer | undefined, defaultValue: T): EvaluationDetail<T> {
  if (answer === undefined) {
    // Programs without types ask for anything, and not all of it can be written.
    const what = typeof key === 'string' ? `flag \`${key}\`` : 'flag without a text as its key';
    return failed(defaultValue, 'FLAG_NOT_FOUND', `there is no ${what} for browsers`);
  }
  const { exposure: _, value, ...told } = answer;
  if (value === undefined) return Object.freeze({ ...told, value: defaultValue });
  // `null` and lists count as objects, and whoever gives no default expects no type.
  if (typeof value !== typeof defaultValue && defaultValue !== undefined && defaultValue !== null) {
    return failed(
      defaultValue,
      'TYPE_MISMATCH',
      `\`${key}\` has the value of a ${typeof value}, the default is a ${typeof defaultValue}`,
    );
  }
  return Object.freeze({ ...told, value: value as T });
}

function failed<T>(value: T, errorCode: 'FLAG_NOT_FOUND' | 'TYPE_MISMATCH', errorMessage: string): EvaluationDetail<T> {
  return Object.freeze({ value, variant: null, reason: 'ERROR', errorCode, errorMessage });
}
