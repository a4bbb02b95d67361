import { longestChain, mostWays, tooMany } from './limits.ts';
import { attempt, isObject, objectsIn, optional, textIn } from './read.ts';

interface Node {
  readonly dependents: string[];
  /** Prerequisites that have not been counted yet. */
  open: number;
  depth: number;
  ways: number;
}

/**
 * Flags whose prerequisites lead back to themselves, or to such flags, or too far, each with the reason; none of
 * them can be evaluated. All others can be evaluated one after the other, however they hang together.
 */
export function flagsWithoutEnd(sources: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const nodes = new Map<string, Node>();
  for (const key of sources.keys()) nodes.set(key, { dependents: [], open: 0, depth: 0, ways: 1 });
  for (const [key, node] of nodes) {
    for (const other of prerequisitesOf(sources.get(key))) {
      const prerequisite = nodes.get(other);
      if (prerequisite === undefined) continue;
      prerequisite.dependents.push(key);
      node.open += 1;
    }
  }
  const ready = [...nodes.values()].filter(({ open }) => open === 0);
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const key of node.dependents) {
      const dependent = nodes.get(key);
      if (dependent === undefined) continue;
      dependent.open -= 1;
      dependent.depth = Math.max(dependent.depth, node.depth + 1);
      dependent.ways += node.ways;
      if (dependent.open === 0) ready.push(dependent);
    }
  }
  const problems = new Map<string, string>();
  for (const [key, { open, depth, ways }] of nodes) {
    if (open > 0) problems.set(key, 'a circle of prerequisites');
    else if (depth > longestChain || ways > mostWays) problems.set(key, tooMany);
  }
  return problems;
}

function prerequisitesOf(source: unknown): readonly string[] {
  // Compiling the flag says what is wrong with it.
  return attempt(() => {
    const prerequisites = isObject(source) ? optional(source, 'prerequisites', objectsIn) : undefined;
    return (prerequisites ?? []).map((one) => textIn(one, 'flag'));
  }, []);
}
