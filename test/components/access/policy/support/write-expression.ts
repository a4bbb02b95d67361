import type { Binary, Tree } from './random-expression.ts';

/** Which of so many possibilities is taken: 0 up to one less than `of`. */
export type Choose = (of: number) => number;

/** Always the first of all possibilities: an expression as it was drawn. */
export const asDrawn: Choose = () => 0;

const turned: { readonly [op in Binary]: Binary } = {
  '&&': '&&',
  '||': '||',
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const opposite: { readonly [op in Binary]?: Binary } = { '==': '!=', '!=': '==', '&&': '||', '||': '&&' };

/** Writes an expression in one of the ways in which it means the same. */
export function writeExpression(tree: Tree, choose: Choose): string {
  const isFree = !hasLoop(tree);

  function write(node: Tree, isTruth: boolean): string {
    const written = layOut(say(node, isTruth));
    if (isTruth && isFree && choose(8) === 1) return `(!!(${written}))`;
    return choose(4) === 1 ? `( ${written})` : written;
  }

  function say(node: Tree, isTruth: boolean): string {
    switch (node.op) {
      case 'word':
        return node.of;
      case 'text':
        return quoted(node.of);
      case 'path':
        return node.of.reduce((of, field) =>
          isFree && choose(6) === 1 ? `${of}[${quoted(field)}]` : `${of}.${field}`,
        );
      case 'in':
        return `(${write(node.what, false)} in [${shuffled(node.list)
          .map((one) => write(one, false))
          .join(', ')}])`;
      case 'exists':
        return `${write(node.over, false)}.exists(x, ${write(node.holds, false)})`;
      case '!':
        return isFree && choose(2) === 1 ? denied(node.of) : `!(${write(node.of, true)})`;
      case '?:': {
        const [asked, then, otherwise] = node.parts;
        return `(${write(asked, true)} ? ${write(then, false)} : ${write(otherwise, false)})`;
      }
      case '&&':
      case '||':
        return isTruth && isFree && choose(10) === 1 ? repeated(node) : row(node.op, node);
      default:
        return isFree && opposite[node.op] !== undefined && choose(6) === 1
          ? `!(${denied(node)})`
          : compared(node.op, node);
    }
  }

  /** The opposite, which holds wherever the tree does not, and fails wherever that fails. */
  function denied(node: Tree): string {
    if (node.op === '!') return write(node.of, true).replace(/^[^]*$/, (all) => `!!(${all})`);
    if (!('left' in node)) return `!(${write(node, true)})`;
    const op = opposite[node.op];
    if (op === undefined) return `!(${write(node, true)})`;
    if (node.op === '==' || node.op === '!=') return compared(op, node);
    return row(op, { op, left: { op: '!', of: node.left }, right: { op: '!', of: node.right } });
  }

  /** Operands in any order, and in any parentheses. */
  function row(op: '&&' | '||' | Binary, node: Tree): string {
    const parts = shuffled(operands(op, node)).map((one) => `(${write(one, true)})`);
    while (parts.length > 1) {
      const at = choose(parts.length - 1);
      parts.splice(at, 2, `(${parts[at]}${gap()}${op}${gap()}${parts[at + 1]})`);
    }
    return parts.join('');
  }

  function repeated(node: Tree): string {
    const once = write(node, true);
    return choose(2) === 0 ? `(${once} && ${once})` : `(${once} || false)`;
  }

  function compared(op: Binary, { left, right }: { readonly left: Tree; readonly right: Tree }): string {
    const parts = [beside(left, right), beside(right, left)];
    const isTurned = choose(2) === 1;
    const [one, other] = isTurned ? parts.toReversed() : parts;
    return `((${one})${gap()}${isTurned ? turned[op] : op}${gap()}(${other}))`;
  }

  function beside(node: Tree, other: Tree): string {
    const isWhole = node.op === 'word' && /^\d$/.test(node.of) && other.op === 'path';
    return isWhole && isFree && choose(2) === 1 ? `${node.of}.0` : write(node, false);
  }

  function quoted(of: string): string {
    const inDouble = JSON.stringify(of);
    if (choose(2) === 0) return inDouble;
    return `'${inDouble.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  }

  function shuffled<T>(all: readonly T[]): T[] {
    const rest = [...all];
    return all.flatMap(() => rest.splice(choose(rest.length), 1));
  }

  function gap(): string {
    return [' ', '', '\n  ', ' // or so\n'][choose(4)] ?? '';
  }

  function layOut(written: string): string {
    return choose(6) === 1 ? `${written}${gap()}` : written;
  }

  return write(tree, true);
}

function operands(op: Binary, node: Tree): readonly Tree[] {
  return node.op === op && 'left' in node ? [...operands(op, node.left), ...operands(op, node.right)] : [node];
}

function hasLoop(node: Tree): boolean {
  if (node.op === 'exists') return true;
  if (node.op === '!') return hasLoop(node.of);
  if (node.op === '?:') return node.parts.some(hasLoop);
  return 'left' in node && (hasLoop(node.left) || hasLoop(node.right));
}
