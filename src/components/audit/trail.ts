import type { Host } from '../../host/contract.ts';
import type { Done, Trail } from '../../server/trail.ts';
import type { Ports } from '../ports.ts';
import { atItsPlace } from './geolocation/at-its-place.ts';
import { commitToPersonal } from './entries/commit-to-personal.ts';
import { fitEntry } from './entries/fit-entry.ts';
import { makeEntry } from './entries/make-entry.ts';
import { writeBeside } from './beside/write-beside.ts';
import { leaveEntries } from './entries/statements.ts';
import type { WrittenEntry } from './entries/written-entry.ts';

/** Keeps the record: one entry for each request that did, or was refused, something, and for what was done beside requests. */
export function createTrail(
  { ids, random }: Pick<Host, 'ids' | 'random'>,
  { locations }: Pick<Ports, 'locations'>,
): Trail {
  const write = (done: Done, boundTo: string | null): WrittenEntry => {
    const { changed, now } = done;
    const made = atItsPlace(makeEntry(ids.next('aud'), done), locations);
    const entry = made.tenantId === undefined && boundTo !== null ? { ...made, tenantId: boundTo } : made;
    const told = changed?.personal;
    const personal = told === undefined ? undefined : commitToPersonal({ ...told }, random);
    const committed = personal === undefined ? entry : { ...entry, personal: personal.commitment };
    return {
      entry: committed,
      tenantId: committed.tenantId ?? '',
      recordedAt: now,
      body: fitEntry(committed, changed?.revision),
      ...(personal === undefined ? {} : { personal }),
      ...(changed?.parts === undefined ? {} : { mentioned: changed.parts.map(({ resource }) => resource) }),
    };
  };
  return {
    write: (session, done) =>
      leaveEntries(
        session,
        done.map((one) => write(one, session.tenantId)),
      ),
    writeBeside: (tx, done) => writeBeside(tx, done, { ids, locations }),
  };
}
