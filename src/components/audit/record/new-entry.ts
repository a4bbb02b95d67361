import type { Json, JsonObject } from '../../../engine/json.ts';
import type { Random } from '../../../host/contract.ts';
import type { Locations } from '../../ports.ts';
import { commitToPersonal } from '../entries/commit-to-personal.ts';
import type { AuditEntry, EntryAuthentication, EntryOutcome, EntryResource } from '../entries/entry.ts';
import { fitEntry } from '../entries/fit-entry.ts';
import { keptText } from '../entries/kept-text.ts';
import { atItsPlace } from '../geolocation/at-its-place.ts';
import type { WrittenEntry } from '../entries/written-entry.ts';
import { reportedActor, type SentActor } from './reported-actor.ts';

/** UTF-16 units of a reason, at most: it may be a sentence or a stack, and must leave room for all else that stays. */
const longestReason = 4096;

/** An entry as the product sends it. */
export interface NewEntry {
  readonly action: string;
  readonly outcome: EntryOutcome;
  readonly actor: SentActor;
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

/** Where and when an entry arrives, and from whom. */
export interface Arrival {
  readonly id: string;
  readonly environment: string;
  readonly requestId: string;
  readonly authentication: EntryAuthentication;
  readonly now: Date;
  /** When it happened, if that was said: an instant. */
  readonly happened?: string;
}

/** Makes an entry of what the product sent. It says what the product says; how it came here, and by which key, is ours to add. */
export function writeNewEntry(
  sent: NewEntry,
  { authentication, id, environment, happened, now, requestId }: Arrival,
  { random, locations }: { readonly random: Random; readonly locations: Locations | undefined },
): WrittenEntry {
  const { actor, personal: told, key: _, reason, resource, timestamp: __, ...said } = sent;
  const personal = told === undefined ? undefined : commitToPersonal(told, random);
  const recordedAt = now.toISOString();
  const made: AuditEntry = {
    ...said,
    actor: reportedActor(actor),
    ...(resource === undefined ? {} : { resource: keptResource(resource) }),
    ...(reason === undefined ? {} : { reason: keptText(reason, longestReason) }),
    id,
    version: 1,
    timestamp: happened ?? recordedAt,
    ...(happened === undefined || happened === recordedAt ? {} : { recordedAt }),
    environment,
    requestId,
    authentication,
    reported: true,
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

function keptResource({ id, name, type }: EntryResource): EntryResource {
  return { type: keptText(type), id: keptText(id), ...(name === undefined ? {} : { name: keptText(name) }) };
}
