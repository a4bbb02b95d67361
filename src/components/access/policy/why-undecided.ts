import { EvaluationError } from '@marcbachmann/cel-js';
import { inWords } from './expression-wording.ts';

/**
 * Why an expression could not be told, to stand behind it. It is logged and shown, so the values of attributes
 * never stand in it, only names that the expression itself writes, and types.
 */
export function whyUndecided(error: unknown): string {
  if (!(error instanceof EvaluationError)) return 'could not be told';
  switch (error.code) {
    case 'no_such_key':
      return error.node?.op === '.'
        ? `asks for \`${error.node.args[1]}\`, which is not given`
        : 'asks for what is not given';
    case 'no_such_overload':
    case 'no_matching_overload':
      return `does not fit what is given: ${inWords(error.summary)}`;
    default:
      return `could not be told: ${error.code.replaceAll('_', ' ')}`;
  }
}
