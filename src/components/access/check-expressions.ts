import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { AccessFinding } from './findings.ts';
import { type ExaminedExpression, examineExpression } from './policy/expression-problem.ts';

/** Mistakes in the expressions that are the values of an object, `within` the body. */
export function checkExpressions(within: string, expressions: Json | undefined): readonly AccessFinding[] {
  return examined(expressions).flatMap(({ name, text, problem }): readonly AccessFinding[] => {
    if (problem === undefined) return [];
    const { at, hint, message } = problem;
    return [
      {
        code: 'access/invalid-expression',
        pointer: childPointer(within, name),
        message: message.replace(/\.$/, `${placeIn(text, at)}.`),
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
}

export interface Declared {
  /** The `attributes` of the resource type that an expression is about. */
  readonly declared: Json | undefined;
  /** Whose they are, in a sentence. */
  readonly owner: string;
}

/**
 * What expressions ask for of a resource whose type declares attributes, and these not among them. Whoever asks a
 * question may send more than is declared, so an expression that wants it works: this is a warning, and never refuses.
 */
export function checkAttributes(
  within: string,
  expressions: Json | undefined,
  declaredFor: (name: string) => Declared,
): readonly AccessFinding[] {
  return examined(expressions).flatMap(({ name, text, asks }) => {
    if (asks.length === 0) return [];
    const { declared, owner } = declaredFor(name);
    const known = entriesOf(declared).map(([attribute]) => attribute);
    if (known.length === 0) return [];
    const unknown = asks.filter((asked) => asked.name !== 'key' && !known.includes(asked.name));
    // Where a name is asked for twice, it is one mistake.
    const first = new Map(unknown.toReversed().map((asked) => [asked.name, asked.at]));
    return [...first].toReversed().map(
      ([attribute, at]): AccessFinding => ({
        code: 'access/undeclared-attribute',
        severity: 'warning',
        pointer: childPointer(within, name),
        message: `\`${attribute}\` is not among the \`attributes\` of ${owner}${placeIn(text, at)}.`,
        hint: didYouMean(attribute, known) ?? 'Declare it there if it is sent when a permission is checked.',
      }),
    );
  });
}

interface Examined extends ExaminedExpression {
  readonly name: string;
  readonly text: string;
}

/** Expressions are looked at on their own and then beside other resources, and nobody may change a body meanwhile. */
const looked = new WeakMap<JsonObject, readonly Examined[]>();

function examined(expressions: Json | undefined): readonly Examined[] {
  if (!isJsonObject(expressions)) return [];
  const before = looked.get(expressions);
  if (before !== undefined) return before;
  const now = Object.entries(expressions).flatMap(([name, text]) =>
    // The model says what is too long to be one; reading it would take longer than telling so.
    typeof text === 'string' && text.length <= longest ? [{ name, text, ...examineExpression(text) }] : [],
  );
  looked.set(expressions, now);
  return now;
}

/** As people count characters; nothing where it is the whole text or its end. */
export function placeIn(text: string, at: number): string {
  return at === 0 || at >= text.length ? '' : ` (character ${Array.from(text.slice(0, at)).length + 1})`;
}

const longest = 2_000;
