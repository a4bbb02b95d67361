import type { ASTNode } from '@marcbachmann/cel-js';
import type { Json } from '../../../engine/json.ts';
import { type Path, pathsIn, weighAt } from './expression-weight.ts';

/** What about an expression decides how long it may take. */
export interface Shape {
  /** How many loops run within or after one another. */
  readonly loops: number;
  /** The longest list or map that is written out in it. */
  readonly longest: number;
  /** How often something is added to something else, which makes long lists out of short ones. */
  readonly additions: number;
  /** How many of its parts compare values or read texts, which takes the longer the larger they are. */
  readonly comparisons: number;
  /** The values that it speaks of. */
  readonly paths: readonly Path[];
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

/** How many steps an expression may take at most, some hundredths of a second; beyond them it does not hold. */
const maximumSteps = 15_000_000;

const comparing: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);
const reading: ReadonlySet<string> = new Set(
  'contains startsWith endsWith indexOf lastIndexOf substring trim lowerAscii upperAscii string'.split(' '),
);

export function shapeOf(node: ASTNode): Shape {
  const shape = { longest: 0, additions: 0, comparisons: 0, refused: undefined as Shape['refused'] };
  const count = (within: ASTNode): number => {
    const called = calledBy(within);
    if (called !== undefined && !available.has(called)) {
      const refused = { name: called, at: within.start };
      if (shape.refused === undefined || refused.at < shape.refused.at) shape.refused = refused;
    }
    if (within.op === '+') shape.additions += 1;
    if (comparing.has(within.op) || (called !== undefined && reading.has(called))) shape.comparisons += 1;
    if (within.op === 'list' || within.op === 'map') shape.longest = Math.max(shape.longest, within.args.length);
    const most = childrenOf(within).reduce((deepest, child) => Math.max(deepest, count(child)), 0);
    return called !== undefined && isLoop(called) ? most + 1 : most;
  };
  return { loops: count(node), paths: pathsIn(node, childrenOf), ...shape };
}

/**
 * Whether loops over what the question brings might take too long: a list in a list in a list of thousands, or one of
 * whose members each is compared with something large. Only what the expression speaks of counts.
 */
export function isTooMuch(shape: Shape, values: Readonly<Record<string, Json>>): boolean {
  const { additions, comparisons, loops: depth, paths } = shape;
  if (depth === 0) return false;
  const { heaviest, longest } = weighAt(values, paths);
  const turns = Math.max(longest, shape.longest) ** depth;
  // What stands within the innermost loop may go through the heaviest value once more: `x in resource.members`. Each
  // addition may have made that, and whatever is gone through, longer by as much again.
  const each = Math.max(heaviest, shape.longest) * Math.max(1, comparisons);
  return turns * each * (additions + 1) ** (depth + 1) > maximumSteps;
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
