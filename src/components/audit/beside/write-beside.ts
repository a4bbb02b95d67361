import type { Transaction } from '../../../db/contract.ts';
import type { Ids } from '../../../host/contract.ts';
import type { DoneBeside } from '../../../server/trail.ts';
import type { Locations } from '../../ports.ts';
import { fitEntry } from '../entries/fit-entry.ts';
import { atItsPlace } from '../geolocation/at-its-place.ts';
import { makeEntryBeside } from './make-entry.ts';
import { insertEntries, selectEnvironmentKeys } from './queries.ts';

/**
 * Writes the entries of what was done beside requests. Not by the statements of requests: there may be no session, and
 * what happens now and then need not go with a commit.
 */
export async function writeBeside(
  tx: Transaction,
  done: readonly DoneBeside[],
  { ids, locations }: { readonly ids: Ids; readonly locations: Locations | undefined },
): Promise<void> {
  const keys = await selectEnvironmentKeys(tx, [...new Set(done.map(({ environmentId }) => environmentId))]);
  const rows = done.flatMap((one) => {
    const { environmentId, now } = one;
    const key = keys.get(environmentId);
    // An environment that is gone has no record.
    if (key === undefined) return [];
    const entry = atItsPlace(makeEntryBeside(ids.next('aud'), key, one), locations);
    const { action, actor, id, outcome, requestId, resource, tenantId = '' } = entry;
    return [
      {
        id,
        environmentId,
        tenantId,
        recordedAt: now,
        occurredAt: now,
        action,
        outcome,
        actorType: actor.type,
        actorId: actor.id,
        resourceType: resource?.type ?? null,
        resourceId: resource?.id ?? null,
        ip: actor.ip ?? null,
        requestId: requestId ?? null,
        body: fitEntry(entry),
      },
    ];
  });
  await insertEntries(tx, rows);
}
