import type { ASTNode } from '@marcbachmann/cel-js';
import { instantMilliseconds } from '../../../engine/values/instant.ts';
import { askedField } from './asked-field.ts';
import { childrenOf, isLoop } from './expression-bounds.ts';
import { theLanguage } from './expression-language.ts';
import { examineExpression } from './expression-problem.ts';

/** A field that is compared with a text that reads as a date. */
export interface DateAsText {
  readonly root: string;
  readonly name: string;
  readonly sign: Sign;
  /** The text, without its quotes. */
  readonly text: string;
  /** Where it begins, counted in UTF-16 units. */
  readonly at: number;
}

type Sign = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** In the order of the text. Whether the fields are dates, the expression does not know. */
export function datesAsTexts(expression: string): readonly DateAsText[] {
  // The language is made ready only for what may have one: that takes longer than to validate a small project.
  if (!/["']\d{4}-\d\d-\d\d/.test(expression)) return [];
  if (examineExpression(expression).problem !== undefined) return [];
  const found: DateAsText[] = [];
  look(theLanguage().parse(expression).ast, new Set(), found);
  return found.toSorted((one, other) => one.at - other.at);
}

function look(node: ASTNode, hidden: ReadonlySet<string>, found: DateAsText[]): void {
  switch (node.op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = node.args;
      for (const [field, literal] of [
        [askedField(left), right],
        [askedField(right), left],
      ] as const) {
        if (field === null || hidden.has(field.root) || literal.op !== 'value' || typeof literal.args !== 'string')
          continue;
        if (instantMilliseconds(literal.args) !== undefined)
          found.push({ ...field, sign: node.op, text: literal.args, at: literal.start });
      }
      break;
    }
    case 'rcall':
      if (isLoop(node.args[0])) {
        const [, list, [variable, ...rest]] = node.args;
        look(list, hidden, found);
        const within = variable?.op === 'id' ? new Set([...hidden, variable.args]) : hidden;
        for (const child of rest) look(child, within, found);
        return;
      }
      break;
    default:
  }
  for (const child of childrenOf(node)) look(child, hidden, found);
}
