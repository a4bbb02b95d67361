import type { Answers } from './answers.ts';
import type { Decide } from './compile-rollout.ts';
import type { Found } from './found.ts';
import { attempt, isObject, objectsIn, optional, textIn, textsIn } from './read.ts';

/** What another flag answers to a context; `undefined` where there is no such flag. */
export type FlagFinder = (key: string) => ((context: object) => Found) | undefined;

/** One that is not met decides; a flag that is not there, or that cannot be read, meets nothing. */
export function compilePrerequisite(source: object, answers: Answers, flagOf: FlagFinder): Decide {
  const key = textIn(source, 'flag');
  const wanted: ReadonlySet<unknown> = new Set(textsIn(source, 'variations'));
  const answerOf = flagOf(key);
  const unmet = answers.off({ reason: 'DISABLED', prerequisiteKey: key });
  if (answerOf === undefined) return () => unmet;
  return (context) => (wanted.has(answerOf(context).variant) ? undefined : unmet);
}

/** Flags may hang on flags this far, and on this many of them, counted once for every way there. */
const deepest = 100;
const most = 10_000;

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
    else if (depth > deepest || ways > most) problems.set(key, 'too many prerequisites');
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
