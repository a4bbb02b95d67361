import type { Component } from '../../../components/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import { resourceName } from '../../../engine/resource.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Changed } from '../../../server/changed.ts';
import type { Made } from './apply.ts';
import { eventsOf } from './events-of.ts';

/** Who says that they did it, as Git knows them, and why. */
export interface Occasioned {
  readonly author: string;
  readonly commit?: string;
  readonly message?: string;
}

/** What an apply or a rollback changed, for the record: null for one that was only tried. */
export function tellApplied(
  { applied, besides }: Made,
  { environment }: Caller,
  components: readonly Component[],
  { author, commit, message }: Occasioned,
): Changed | null {
  const { changeset, dryRun, revision } = applied;
  if (dryRun) return null;
  const { changes } = changeset;
  const before = changes.length === 0 ? revision : revision - 1;
  return {
    resource: { type: 'environment', id: environment },
    before: { revision: before },
    after: { revision },
    parts: partsOf(changes, components),
    eventsWritten: true,
    revision,
    besides,
    metadata: {
      author,
      ...(commit === undefined ? {} : { commit }),
      ...(message === undefined ? {} : { message }),
    },
  };
}

/** The same for one resource that was changed by itself; `id` where there was nothing to change. */
export function tellResource(
  { applied, besides }: Made,
  components: readonly Component[],
  id: { readonly kind: string; readonly key: string },
): Changed {
  const { changeset, revision } = applied;
  const { changes } = changeset;
  const [change] = changes;
  const [part] = partsOf(changes, components);
  if (change === undefined || part === undefined) {
    return { resource: { type: id.kind, id: id.key }, before: { revision }, after: { revision } };
  }
  const { action, after, before, resource } = part;
  return { action, resource, before, after, revision, besides, eventsWritten: true, metadata: { revision } };
}

function partsOf(changes: readonly Change[], components: readonly Component[]): NonNullable<Changed['parts']> {
  const actions = new Map(eventsOf(changes, components).map(({ subject, type }) => [subject, type]));
  return changes.map((change) => ({
    action: actions.get(resourceName(change)) ?? change.action,
    resource: { type: change.kind, id: change.key },
    before: change.before,
    after: change.after,
  }));
}
