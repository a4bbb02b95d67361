import { state } from '../diagnostic/statement.ts';
import { resourceName } from '../resource.ts';
import type { ReferenceUse } from './reference-use.ts';
import type { ResourceIndex } from './resource-index.ts';
import type { Subject, SubjectFinding } from './subject.ts';

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly variant: number;
  readonly use: ReferenceUse;
}

/**
 * One finding per circle of references, at the reference in the circle's first resource, with the other
 * links related. Circles are looked for within each environment: references of different environments
 * never meet.
 */
export function findCycles(subjects: readonly Subject[], index: ResourceIndex): readonly SubjectFinding[] {
  const found = new Map<string, { readonly cycle: readonly Edge[]; readonly environments: string[] }>();
  const everywhere = subjects.map((subject, from) => edgesOf(subject, from, index, undefined));
  for (const environment of environmentsToCheck(subjects)) {
    const edges = subjects.map((subject, from) =>
      subject.variants.length < 2 ? (everywhere[from] ?? noEdges) : edgesOf(subject, from, index, environment),
    );
    for (const cycle of cyclesOf(edges)) {
      // The same circle in several environments is one mistake.
      const links = cycle.map((edge) => `${edge.from} ${edge.use.pointer}`).join('\n');
      const known = found.get(links) ?? { cycle, environments: [] };
      if (environment !== undefined) known.environments.push(environment);
      found.set(links, known);
    }
  }
  return [...found.values()].flatMap(({ cycle, environments }) => describeCycle(cycle, subjects, environments) ?? []);
}

/** One is enough while no resource differs between them. */
function environmentsToCheck(subjects: readonly Subject[]): readonly (string | undefined)[] {
  const all = new Set<string>();
  let differ = false;
  for (const { variants } of subjects) {
    if (variants.length < 2) continue;
    differ = true;
    for (const variant of variants) for (const name of variant.environments) all.add(name);
  }
  return differ ? [...all] : [undefined];
}

const noEdges: readonly Edge[] = [];

function edgesOf(
  subject: Subject,
  from: number,
  index: ResourceIndex,
  environment: string | undefined,
): readonly Edge[] {
  const variant = subject.variants.findIndex(
    ({ environments }) =>
      subject.variants.length === 1 || environment === undefined || environments.includes(environment),
  );
  const references = subject.variants[variant]?.references ?? [];
  if (references.length === 0) return noEdges;
  const targets = new Map<number, Edge>();
  for (const use of references) {
    const to = index.find(use.kind, use.key);
    if (to !== undefined && use.cyclic !== true && !targets.has(to)) targets.set(to, { from, to, variant, use });
  }
  return [...targets.values()];
}

/** Depth first; every reference back to a resource still being followed closes one circle. No recursion: chains may be long. */
function cyclesOf(edges: readonly (readonly Edge[])[]): readonly (readonly Edge[])[] {
  const cycles: (readonly Edge[])[] = [];
  const depthOf = new Map<number, number>();
  const done = new Set<number>();
  for (const start of edges.keys()) {
    // Most refer to nothing, and close no circle.
    if (done.has(start) || edges[start]?.length === 0) continue;
    const path: { readonly node: number; next: number; readonly via: Edge | undefined }[] = [
      { node: start, next: 0, via: undefined },
    ];
    depthOf.set(start, 0);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const edge = edges[step.node]?.[step.next++];
      if (edge === undefined) {
        depthOf.delete(step.node);
        done.add(step.node);
        path.pop();
        continue;
      }
      const depth = depthOf.get(edge.to);
      if (depth !== undefined) {
        cycles.push([...path.slice(depth + 1).flatMap(({ via }) => (via === undefined ? [] : [via])), edge]);
      } else if (!done.has(edge.to) && edges[edge.to]?.length !== 0) {
        depthOf.set(edge.to, path.length);
        path.push({ node: edge.to, next: 0, via: edge });
      }
    }
  }
  return cycles;
}

/** Whether only some environments have the reference: what closes the circle there is to blame. */
function differs({ from, use }: Edge, subjects: readonly Subject[]): boolean {
  const refers = ({ references }: Subject['variants'][number]) =>
    references.some(({ kind, key }) => kind === use.kind && key === use.key);
  return subjects[from]?.variants.every(refers) === false;
}

function describeCycle(
  cycle: readonly Edge[],
  subjects: readonly Subject[],
  environments: readonly string[],
): SubjectFinding | null {
  const lowest = cycle.reduce((best, edge, position) => (edge.from < (cycle[best]?.from ?? 0) ? position : best), 0);
  const closing = cycle.findIndex((edge) => differs(edge, subjects));
  const first = closing === -1 ? lowest : closing;
  const links = [...cycle.slice(first), ...cycle.slice(0, first)];
  const [head, ...others] = links;
  if (head === undefined) return null;
  const nameOf = (subject: number) => {
    const id = subjects[subject];
    return id === undefined ? '' : resourceName(id);
  };
  const names = [...links.map((edge) => nameOf(edge.from)), nameOf(head.from)];
  const statement = state('reference/cycle', { names });
  const where = environments.map((name) => `\`${name}\``).join(', ');
  return {
    ...statement,
    ...(closing === -1 || where === ''
      ? {}
      : { message: `${statement.message.replace(/\.$/, ',')} in environment ${where}.` }),
    subject: head.from,
    variant: head.variant,
    pointer: head.use.pointer,
    atKey: head.use.atKey,
    related: others.map((edge) => ({
      subject: edge.from,
      variant: edge.variant,
      message: `${nameOf(edge.from)} refers to ${nameOf(edge.to)} here`,
      pointer: edge.use.pointer,
      atKey: edge.use.atKey,
    })),
  };
}
