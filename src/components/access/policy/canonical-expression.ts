import type { ASTNode } from '@marcbachmann/cel-js';
import { shapeOf } from './expression-bounds.ts';
import { theLanguage } from './expression-language.ts';
import { examineExpression } from './expression-problem.ts';
import { isPath, literalText, whole } from './canonical-literal.ts';

/**
 * The same text for expressions that are only written otherwise, so that they hold alike whatever they are asked about:
 * laid out, quoted, put into parentheses or in another order. It is for comparing, and no expression itself; `true` and
 * `false` stand for what always and never holds.
 *
 * Operands of `&&` and `||` may change places although one of them fails: the language asks for both, and an error counts
 * only where the other does not decide.
 */
export function canonicalExpression(text: string): string {
  if (examineExpression(text).problem !== undefined) return `unreadable ${text}`;
  const { ast } = theLanguage().parse(text);
  // What takes long is ended after so many steps: there only rewritings count that take as many.
  return new Canonical(!shapeOf(ast).isLong).truthOf(ast).text;
}

interface Form {
  readonly text: string;
  /** Whether it can be nothing else but true or false. */
  readonly isTruth: boolean;
  /** Its operands, where it is a row of them. */
  readonly row?: { readonly op: Junction; readonly parts: readonly Form[] };
}

type Operator = ASTNode['op'];
type Junction = '&&' | '||';

const dual = { '&&': '||', '||': '&&' } as const;
const opposite = { '==': '!=', '!=': '==' } as const;

class Canonical {
  readonly #anySteps: boolean;

  constructor(anySteps: boolean) {
    this.#anySteps = anySteps;
  }

  /** Where only true counts, and false, and what is neither counts as an error does. */
  truthOf(node: ASTNode, negated = false): Form {
    switch (node.op) {
      case '&&':
      case '||':
        return this.#junction(negated ? dual[node.op] : node.op, node.args, negated);
      case '==':
      case '!=':
        return truth(this.#symmetric(negated ? opposite[node.op] : node.op, node.args));
      case '!_':
        return this.#anySteps ? this.truthOf(node.args, !negated) : truth(`(! ${this.truthOf(node.args).text})`);
      case 'value':
        if (typeof node.args === 'boolean') return truth(String(node.args !== negated));
        break;
      default:
    }
    const text = this.#plain(node);
    return negated ? truth(`(! ${text})`) : { text, isTruth: comparisons.has(node.op) };
  }

  /** Where anything counts. */
  #valueOf(node: ASTNode): string {
    const { isTruth, text } = this.truthOf(node);
    // What was asked for its truth fails where it has none, and its value alone would not.
    return isTruth || !logical.has(node.op) ? text : `(truth ${text})`;
  }

  #junction(op: Junction, operands: readonly ASTNode[], negated: boolean): Form {
    const parts = operands
      .flatMap((operand) => {
        const form = this.truthOf(operand, negated);
        // However a row of the same operator is put into parentheses.
        return form.row?.op === op ? form.row.parts : [form];
      })
      .sort(byText);
    if (!this.#anySteps) return rowOf(op, parts);
    const decides = String(op === '||');
    const rest = parts.filter(({ text }, at) => text !== String(op === '&&') && text !== parts[at - 1]?.text);
    if (rest.some(({ text }) => text === decides)) return truth(decides);
    const [first = truth(String(op === '&&')), ...more] = rest;
    return more.length === 0 ? first : rowOf(op, rest);
  }

  #symmetric(op: Operator, operands: readonly [ASTNode, ASTNode]): string {
    return written(op, this.#compared(operands).toSorted());
  }

  #compared([left, right]: readonly [ASTNode, ASTNode]): readonly string[] {
    // JSON does not tell 5 from 5.0, so what it gave equals both, or neither.
    const beside = (node: ASTNode, other: ASTNode): string =>
      (this.#anySteps && isPath(other) ? whole(node) : undefined) ?? this.#valueOf(node);
    return [beside(left, right), beside(right, left)];
  }

  #plain(node: ASTNode): string {
    switch (node.op) {
      case 'value':
        return literalText(node.args);
      case 'id':
        return node.args;
      case '.':
      case '.?':
        return written(node.op, [this.#valueOf(node.args[0]), JSON.stringify(node.args[1])]);
      case '[]':
        // To name a field in brackets takes another number of steps than to name it behind a dot.
        return written(this.#anySteps && isText(node.args[1]) ? '.' : '[]', node.args.map(this.#value));
      case '<':
      case '<=':
        return written(node.op, this.#compared(node.args));
      case '>':
        return written('<', this.#compared(node.args).toReversed());
      case '>=':
        return written('<=', this.#compared(node.args).toReversed());
      case 'in':
        return written('in', [this.#valueOf(node.args[0]), this.#members(node.args[1])]);
      case '?:':
        return written('?:', [this.truthOf(node.args[0]).text, ...node.args.slice(1).map(this.#value)]);
      case '-_':
        return written('-_', [this.#valueOf(node.args)]);
      case 'call':
        return written(`call ${node.args[0]}`, node.args[1].map(this.#value));
      case 'rcall':
        return written(`rcall ${node.args[0]}`, [node.args[1], ...node.args[2]].map(this.#value));
      case 'map':
        return written('map', node.args.flat().map(this.#value));
      case '!_':
        return this.truthOf(node).text;
      default:
        return written(node.op, node.args.map(this.#value));
    }
  }

  /** Of a list in which something is looked for: in any order, unless the language might take the list for another type then. */
  #members(list: ASTNode): string {
    if (list.op !== 'list' || !list.args.every(isSimple)) return this.#valueOf(list);
    return written('list', list.args.map(this.#value).sort());
  }

  readonly #value = (node: ASTNode): string => this.#valueOf(node);
}

const comparisons: ReadonlySet<Operator> = new Set(['<', '<=', '>', '>=', 'in']);
const logical: ReadonlySet<Operator> = new Set(['&&', '||', '!_']);

/** Whether its type is the same wherever it stands in a list. */
function isSimple(node: ASTNode): boolean {
  return node.op === 'value' || (node.op === '-_' && node.args.op === 'value') || isPath(node);
}

function isText(node: ASTNode): boolean {
  return node.op === 'value' && typeof node.args === 'string';
}

function truth(text: string): Form {
  return { text, isTruth: true };
}

function rowOf(op: Junction, parts: readonly Form[]): Form {
  return { ...truth(written(op, parts.map(textOf))), row: { op, parts } };
}

function textOf({ text }: Form): string {
  return text;
}

function byText(one: Form, other: Form): number {
  return one.text < other.text ? -1 : one.text > other.text ? 1 : 0;
}

function written(head: string, parts: readonly string[]): string {
  return `(${[head, ...parts].join(' ')})`;
}
