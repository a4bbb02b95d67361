import { resourceName } from '../resource.ts';
import type { Change, Changeset } from './changeset.ts';

/**
 * How the set of those who would feel a changeset has moved since it was planned: one sentence for each change
 * that is the same and is felt otherwise. Empty when the changes themselves are others.
 */
export function movedImpacts(planned: Changeset, now: Changeset): readonly string[] {
  const then = new Map(planned.changes.map((change) => [resourceName(change), change]));
  return now.changes.flatMap((change) => {
    const before = then.get(resourceName(change));
    if (before === undefined || before.beforeHash !== change.beforeHash || before.afterHash !== change.afterHash)
      return [];
    return feltAlike(before, change)
      ? []
      : [`${resourceName(change)}: ${change.impact.reason} (planned: ${before.impact.reason})`];
  });
}

function feltAlike({ impact: a }: Change, { impact: b }: Change): boolean {
  return a.status === b.status && a.affectedHash === b.affectedHash;
}
