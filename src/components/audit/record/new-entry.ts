import type { Json, JsonObject } from '../../../engine/json.ts';
import type { Random } from '../../../host/contract.ts';
import type { Locations } from '../../ports.ts';
import { commitToPersonal } from '../entries/commit-to-personal.ts';
import type { AuditEntry, EntryActor, EntryOutcome, EntryResource } from '../entries/entry.ts';
import { fitEntry } from '../entries/fit-entry.ts';
import { atItsPlace } from '../geolocation/at-its-place.ts';
import type { WrittenEntry } from '../entries/written-entry.ts';

/** An entry as the product sends it. */
export interface NewEntry {
  readonly action: string;
  readonly outcome: EntryOutcome;
  readonly actor: Omit<EntryActor, 'location'>;
  readonly resource?: EntryResource;
  readonly tenantId?: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly reason?: string;
  readonly metadata?: JsonObject;
  readonly personal?: JsonObject;
  readonly timestamp?: string;
  readonly key?: string;
}

/** Where and when an entry arrives. */
export interface Arrival {
  readonly id: string;
  readonly environment: string;
  readonly requestId: string;
  readonly now: Date;
  /** When it happened, if that was said: an instant. */
  readonly happened?: string;
}

/** Makes an entry of what the product sent. It says what the product says; how it came here is ours to add. */
export function writeNewEntry(
  sent: NewEntry,
  { id, environment, happened, now, requestId }: Arrival,
  { random, locations }: { readonly random: Random; readonly locations: Locations | undefined },
): WrittenEntry {
  const { personal: told, key: _, timestamp: __, ...said } = sent;
  const personal = told === undefined ? undefined : commitToPersonal(told, random);
  const recordedAt = now.toISOString();
  const made: AuditEntry = {
    ...said,
    id,
    version: 1,
    timestamp: happened ?? recordedAt,
    ...(happened === undefined || happened === recordedAt ? {} : { recordedAt }),
    environment,
    requestId,
    ...(personal === undefined ? {} : { personal: personal.commitment }),
  };
  const entry = atItsPlace(made, locations);
  return {
    entry,
    tenantId: sent.tenantId ?? '',
    recordedAt: now,
    body: fitEntry(entry),
    ...(personal === undefined ? {} : { personal }),
  };
}
