import type { ResourceId } from '../resource.ts';
import { resourceName } from '../resource.ts';
import type { DraftChange } from './draft-change.ts';

/** The resources that a body of this kind refers to. */
export type ReferencesOf = (kind: string, body: NonNullable<DraftChange['after']>) => readonly ResourceId[];

/**
 * Dependency order: what is created or changed comes after everything it refers to, and what is deleted
 * goes before everything it referred to. Among equals by kind, then key, so that the order never depends
 * on how the files lie. References never form a cycle here: validation refuses those.
 */
export function orderChanges(changes: readonly DraftChange[], referencesOf: ReferencesOf): readonly DraftChange[] {
  const sorted = [...changes].sort((a, b) => compareNames(resourceName(a), resourceName(b)));
  const deletes = sorted.filter((change) => change.action === 'delete');
  const others = sorted.filter((change) => change.action !== 'delete');
  return [
    ...dependenciesFirst(others, (change) => change.after, referencesOf),
    ...dependenciesFirst(deletes, (change) => change.before, referencesOf).reverse(),
  ];
}

function dependenciesFirst(
  changes: readonly DraftChange[],
  bodyOf: (change: DraftChange) => DraftChange['after'],
  referencesOf: ReferencesOf,
): DraftChange[] {
  const byName = new Map(changes.map((change) => [resourceName(change), change]));
  const ordered = new Set<DraftChange>();
  const entered = new Set<DraftChange>();
  // Iterative, since chains of references may be longer than the stack is deep.
  for (const start of changes) {
    const stack = [{ change: start, leaving: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.leaving) ordered.add(top.change);
      if (top.leaving || entered.has(top.change)) continue;
      entered.add(top.change);
      stack.push({ change: top.change, leaving: true });
      const body = bodyOf(top.change);
      if (body === null) continue;
      for (const reference of referencesOf(top.change.kind, body).toReversed()) {
        const dependency = byName.get(resourceName(reference));
        if (dependency !== undefined) stack.push({ change: dependency, leaving: false });
      }
    }
  }
  return [...ordered];
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
