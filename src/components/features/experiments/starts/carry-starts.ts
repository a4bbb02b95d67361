import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { deleteAdded, insertAdded, selectAdded } from './queries.ts';

/**
 * Writes down when an experiment is added to a flag. It stays at that for as long as the flag has one, under whatever
 * key; taken away and added again, it begins anew.
 */
export async function carryStarts(changes: readonly Change[], session: Session, now: Date): Promise<void> {
  const touched = changes.filter(
    ({ after, before, from, kind }) =>
      kind === 'Flag' &&
      (hasExperiment(before) !== hasExperiment(after) || (from !== undefined && hasExperiment(after))),
  );
  if (touched.length === 0) return;
  const flags = [...new Set(touched.flatMap(({ from, key }) => (from === undefined ? [key] : [from, key])))];
  const known = await selectAdded(session, flags);
  await deleteAdded(session, flags);
  const added = touched.flatMap(({ after, before, from, key }): [string, Date][] => {
    if (!hasExperiment(after)) return [];
    const since = hasExperiment(before) ? known.get(from ?? key) : now;
    return since === undefined ? [] : [[key, since]];
  });
  await insertAdded(session, new Map(added));
}

function hasExperiment(body: JsonObject | null): boolean {
  return body?.['experiment'] !== undefined;
}
