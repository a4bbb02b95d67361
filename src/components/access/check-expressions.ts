import type { Json } from '../../engine/json.ts';
import { entriesOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import type { AccessFinding } from './findings.ts';
import { problemOf } from './policy/expression-problem.ts';

/** Mistakes in the expressions that are the values of an object, `within` the body. */
export function checkExpressions(within: string, expressions: Json | undefined): readonly AccessFinding[] {
  return entriesOf(expressions).flatMap(([name, text]) => {
    // The model says what is too long to be one; reading it would take longer than telling so.
    if (typeof text !== 'string' || text.length > longest) return [];
    const problem = problemOf(text);
    if (problem === undefined) return [];
    const { at, hint, message } = problem;
    const where = at === 0 || at >= text.length ? '' : ` (character ${Array.from(text.slice(0, at)).length + 1})`;
    return [
      {
        code: 'access/invalid-expression',
        pointer: childPointer(within, name),
        message: message.replace(/\.$/, `${where}.`),
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
}

const longest = 2_000;
