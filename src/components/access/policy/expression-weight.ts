import type { ASTNode } from '@marcbachmann/cel-js';
import type { Json } from '../../../engine/json.ts';

/** Where a value stands in what an expression is asked about: `resource`, then `tags`. */
export type Path = readonly string[];

/** How much there is to go through, and to compare, in the values that an expression speaks of. */
export interface Weight {
  /** Members of the longest list or object, at any depth. */
  readonly longest: number;
  /** Of the heaviest value: everything in it, at any depth, and its texts by their length. */
  readonly heaviest: number;
}

/** Characters that are compared in the time in which one step of a loop is taken. */
const charactersOfAStep = 16;

/** The values that an expression names; of one that it takes a part of by a name, that part alone. */
export function pathsIn(node: ASTNode, childrenOf: (node: ASTNode) => readonly ASTNode[]): readonly Path[] {
  const path = pathOf(node);
  return path === undefined ? childrenOf(node).flatMap((child) => pathsIn(child, childrenOf)) : [path];
}

function pathOf(node: ASTNode): Path | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return undefined;
  const of = pathOf(node.args[0]);
  return of === undefined ? undefined : [...of, node.args[1]];
}

/** Of the values at these paths. What is not there weighs nothing: asking for it ends the expression. */
export function weighAt(root: Readonly<Record<string, Json>>, paths: readonly Path[]): Weight {
  let [longest, heaviest] = [0, 0];
  for (const path of paths) {
    const found = weigh(valueAt(root, path));
    longest = Math.max(longest, found.longest);
    heaviest = Math.max(heaviest, found.heaviest);
  }
  return { longest, heaviest };
}

function valueAt(root: Readonly<Record<string, Json>>, path: Path): Json | undefined {
  let value: Json | undefined = root;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Readonly<Record<string, Json>>)[name];
  }
  return value;
}

/** Without calling itself: how deep a value is, whoever asks has decided. */
function weigh(value: Json | undefined): Weight {
  let [longest, heaviest] = [0, 0];
  const left: Json[] = value === undefined ? [] : [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    heaviest += 1;
    if (typeof next === 'string') heaviest += next.length / charactersOfAStep;
    if (typeof next !== 'object' || next === null) continue;
    const members: readonly Json[] = Array.isArray(next) ? next : Object.values(next);
    longest = Math.max(longest, members.length);
    for (const member of members) left.push(member);
  }
  return { longest, heaviest };
}
