import { type Resource, resourceName } from '../../../engine/resource.ts';
import type { Rename } from './queries.ts';

/**
 * What each name of an older state is called in a newer one, from the renames made between them, newest first.
 */
function laterNames(renames: readonly Rename[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind, key, from } of renames) {
    names.set(resourceName({ kind, key: from }), names.get(resourceName({ kind, key })) ?? key);
  }
  return names;
}

/** What each name of a newer state was called in an older one, from the renames made between them, newest first. */
function earlierNames(renames: readonly Rename[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind, key, from } of renames.toReversed()) {
    names.set(resourceName({ kind, key }), names.get(resourceName({ kind, key: from })) ?? from);
  }
  return names;
}

/**
 * Gives resources the way they came, so that a state of the past is reached by renames and not by deleting
 * and creating. Where names were swapped or used again no rename can say it, and none is claimed.
 */
export function withMoves<T extends Resource>(
  resources: readonly T[],
  renames: readonly Rename[],
  direction: 'back' | 'forth',
): readonly T[] {
  const names = direction === 'back' ? laterNames(renames) : earlierNames(renames);
  const defined = new Set(resources.map(resourceName));
  const claimed = new Set<string>();
  return resources.map((resource) => {
    const former = names.get(resourceName(resource));
    if (former === undefined) return resource;
    const formerName = resourceName({ kind: resource.kind, key: former });
    if (defined.has(formerName) || claimed.has(formerName)) return resource;
    claimed.add(formerName);
    return { ...resource, movedFrom: former };
  });
}
