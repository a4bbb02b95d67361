import type { Change } from '../../../engine/changeset/changeset.ts';
import type { DesiredRecord } from '../../../engine/changeset/draft-changes.ts';
import type { LiveRecord, LiveState } from '../../../engine/changeset/live-state.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import { resourceName } from '../../../engine/resource.ts';
import { type HistoricResource, isHandedOver, toDesiredRecords } from './to-desired-records.ts';

/** What a changeset without conflicts was computed from. */
export interface Compared {
  readonly resources: readonly HistoricResource[];
  readonly environment: string;
  readonly desired: readonly DesiredRecord[];
  readonly live: LiveState;
}

type Standing = Pick<LiveRecord, 'hash' | 'owner'>;

/**
 * True when a plan of the same files finds nothing more to do once these changes are made, which it compares and
 * does not assume: every resource of the files stands as they want it and is theirs, and nothing else is theirs.
 * What they want of an `unmanaged` field is whatever stands there, so it is worked out anew against what will stand.
 */
export function leavesNothing(
  { resources, environment, desired, live }: Compared,
  changes: readonly Change[],
  registry: KindRegistry,
): boolean {
  const bodies = new Map(desired.map((record) => [resourceName(record), record.body]));
  const wanted = new Map(desired.map((record) => [resourceName(record), record.hash]));
  for (const record of toDesiredRecords(resources.filter(isHandedOver), bodies, environment, registry)) {
    wanted.set(resourceName(record), record.hash);
  }
  const owned = [...standingAfter(live, changes)].filter(([, { owner }]) => owner === 'files');
  return owned.length === wanted.size && owned.every(([name, { hash }]) => wanted.get(name) === hash);
}

function standingAfter({ records }: LiveState, changes: readonly Change[]): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>(records);
  for (const { kind, key, from } of changes) standing.delete(resourceName({ kind, key: from ?? key }));
  for (const change of changes) {
    const { afterHash: hash, owner } = change;
    if (hash !== null) standing.set(resourceName(change), { hash, owner });
  }
  return standing;
}
