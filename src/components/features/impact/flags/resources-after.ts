import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import { type Resource, resourceName } from '../../../../engine/resource.ts';

/** What is live once all changes are made, of the kinds that `live` has. */
export function resourcesAfter(
  live: readonly Resource[],
  changeset: readonly DraftChange[],
  kinds: readonly string[],
): readonly Resource[] {
  const changed = changeset.filter(({ kind }) => kinds.includes(kind));
  const gone = new Set(
    changed.flatMap(({ from, key, kind }) => [resourceName({ kind, key }), resourceName({ kind, key: from ?? key })]),
  );
  const made = changed.flatMap(({ after, key, kind }) => (after === null ? [] : [{ kind, key, body: after }]));
  return [...live.filter((resource) => !gone.has(resourceName(resource))), ...made];
}
