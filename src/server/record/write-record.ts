import type { Session } from '../../db/contract.ts';
import { leaveDomainEvents } from '../../db/domain-events.ts';
import type { JsonObject } from '../../engine/json.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { Ids } from '../../host/contract.ts';
import type { Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import type { Changed } from '../changed.ts';
import type { Done, Trail } from '../trail.ts';
import type { Recorder } from './recorder.ts';

/** Who asked, and how it came here. */
export interface Requested {
  readonly operation: Pick<Operation, 'id' | 'recordedAs'>;
  readonly caller: Caller;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/**
 * Writes down what requests of one transaction have done, in that transaction and with its commit: an entry in the
 * record for each, and for each thing that came about by it besides, and an event for each change.
 */
export function writeRecord(
  { trail, ids }: { readonly trail: Trail | null; readonly ids: Ids },
  session: Session,
  now: Date,
  requests: readonly { readonly request: Requested; readonly recorder: Recorder }[],
): void {
  const done = requests.flatMap(({ request, recorder }): Done[] => {
    const { said } = recorder;
    if (said === null) return [];
    const one = { ...toDone(request, now), outcome: 'success' } as const;
    return [{ ...one, ...said }, ...(said.changed?.besides ?? []).map((changed) => ({ ...one, changed }))];
  });
  if (done.length === 0) return;
  trail?.write(session, done);
  const events = done.flatMap(({ action, caller, changed }) =>
    changed === undefined
      ? []
      : toEvents(action, changed, session.tenantId).map((event) => ({
          ...event,
          payload: { ...event.payload, author: caller.actor },
        })),
  );
  leaveDomainEvents(
    session,
    events.map((event) => ({ ...event, id: ids.next('evt'), environmentId: session.environmentId, createdAt: now })),
  );
}

export function toDone({ operation, caller, requestId, ip, userAgent }: Requested, now: Date): Omit<Done, 'outcome'> {
  return { action: operation.recordedAs ?? operation.id, caller, requestId, ip, userAgent, now };
}

interface Happened {
  readonly type: string;
  readonly subject: string;
  readonly tenantId: string | null;
  readonly payload: JsonObject;
}

/** Nothing has happened where before and after are the same. */
export function toEvents(action: string, changed: Changed, ofSession: string | null): readonly Happened[] {
  const { resource, before, after, personal, parts = [], eventsWritten, tenantId = ofSession } = changed;
  if (eventsWritten === true) return [];
  const own = isSame(before, after) && isSame(personal?.before ?? null, personal?.after ?? null);
  const happened = own
    ? []
    : [{ type: changed.action ?? action, resource, payload: { before, after } satisfies JsonObject }];
  const ofParts = parts
    .filter((part) => !isSame(part.before, part.after))
    .map((part) => ({
      type: part.action,
      resource: part.resource,
      payload: { before: part.before, after: part.after },
    }));
  return [...happened, ...ofParts].map(({ type, payload, resource: { type: of, id } }) => ({
    type,
    subject: `${of}/${id}`,
    tenantId,
    payload,
  }));
}

function isSame(one: Changed['before'], other: Changed['before']): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
