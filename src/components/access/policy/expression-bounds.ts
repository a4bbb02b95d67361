import type { ASTNode } from '@marcbachmann/cel-js';

/** What about an expression decides how long it may take. */
export interface Shape {
  /** How many loops run within or after one another. */
  readonly loops: number;
  /** Whether it takes longer than reading what it is given, so that how large that is has to be looked at. */
  readonly isLong: boolean;
  /** The first function that is not available here, as in `matches`. */
  readonly refused: { readonly name: string; readonly at: number } | undefined;
}

const loops: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** Whether what is called goes through a list, and calls each thing in it by its first argument. */
export function isLoop(called: string): boolean {
  return loops.has(called);
}

/**
 * Functions whose time and result stay in proportion to what they are given. The others are left out: `matches`
 * can run for ever on a text that suits its pattern, and splitting, joining and binding make much out of little.
 */
const available: ReadonlySet<string> = new Set(
  [
    'all exists exists_one map filter has size type dyn int uint double string bool timestamp duration',
    'contains startsWith endsWith indexOf lastIndexOf substring trim lowerAscii upperAscii',
    'getFullYear getMonth getDate getDayOfMonth getDayOfWeek getDayOfYear',
    'getHours getMinutes getSeconds getMilliseconds',
  ].flatMap((names) => names.split(' ')),
);

export const availableFunctions: readonly string[] = [...available];

/** An expression with more loops than this is refused. */
export const maximumLoops = 3;

/** Functions that take longer than reading what they are given, unless that is a short text which stands in the expression. */
const longer: ReadonlySet<string> = new Set('contains indexOf lastIndexOf int uint double duration'.split(' '));
const shortText = 64;

export function shapeOf(node: ASTNode): Shape {
  const shape = { isLong: false, refused: undefined as Shape['refused'] };
  const count = (within: ASTNode): number => {
    const called = calledBy(within);
    if (called !== undefined && !available.has(called)) {
      const refused = { name: called, at: within.start };
      if (shape.refused === undefined || refused.at < shape.refused.at) shape.refused = refused;
    }
    const children = childrenOf(within);
    const isLoopHere = called !== undefined && isLoop(called);
    if (isLoopHere || (called !== undefined && longer.has(called) && !isShort(children.at(-1)))) shape.isLong = true;
    const most = children.reduce((deepest, child) => Math.max(deepest, count(child)), 0);
    return isLoopHere ? most + 1 : most;
  };
  return { loops: count(node), ...shape };
}

function isShort(node: ASTNode | undefined): boolean {
  return node?.op === 'value' && String(node.args).length <= shortText;
}

function calledBy(node: ASTNode): string | undefined {
  return node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined;
}

/** The parts of an expression, in the order in which they are written. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case '!_':
    case '-_':
      return [node.args];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}
