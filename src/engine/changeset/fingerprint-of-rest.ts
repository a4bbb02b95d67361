import { resourceName } from '../resource.ts';
import { fingerprintOf } from './assemble-changeset.ts';
import type { Changeset } from './changeset.ts';

/**
 * The fingerprint that what is left of a saved changeset has for as long as it is felt as it was planned. Whoever saw,
 * or approved, all of it has seen no other rest than this.
 *
 * @param rest what was computed anew of the changes that nobody has made yet.
 */
export function fingerprintOfRest(saved: Changeset, rest: Changeset): string {
  const planned = new Map(saved.changes.map((change) => [resourceName(change), change]));
  // In the order of the rest: what was made already no longer has its say in what goes first.
  const changes = rest.changes.flatMap((change) => planned.get(resourceName(change)) ?? []);
  const { settings, ...unsettled } = saved;
  // Settings that were made together with the other part are no part of the rest.
  const isLeft = settings !== undefined && rest.settings !== undefined;
  return fingerprintOf({ ...unsettled, ...(isLeft ? { settings } : {}), changes });
}
