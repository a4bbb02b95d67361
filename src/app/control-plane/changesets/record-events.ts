import type { Component, DomainEvent } from '../../../components/contract.ts';
import type { Session } from '../../../db/contract.ts';
import { insertDomainEvents } from '../../../db/domain-events.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import type { Ids } from '../../../host/contract.ts';
import { eventsOf } from './events-of.ts';

/** Who made the changes, and as which revision. */
export interface Occasion {
  readonly ids: Ids;
  readonly now: Date;
  readonly author: string;
  readonly revision: number;
}

/** Writes down what has happened by the changes, in their own transaction. */
export async function recordEvents(
  session: Session,
  changes: readonly Change[],
  components: readonly Component[],
  { author, ids, now, revision }: Occasion,
): Promise<void> {
  if (changes.length === 0) return;
  const applied = {
    type: 'revision.applied',
    subject: `revision/${revision}`,
    payload: { changes: changes.length },
  };
  const happened: readonly DomainEvent[] = [...eventsOf(changes, components), applied];
  await insertDomainEvents(
    session,
    happened.map(({ payload, subject, tenantId = null, type }) => ({
      id: ids.next('evt'),
      environmentId: session.environmentId,
      tenantId,
      type,
      subject,
      payload: { ...payload, author, revision },
      createdAt: now,
    })),
  );
}
