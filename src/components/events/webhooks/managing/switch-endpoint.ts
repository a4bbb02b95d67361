import type { Session } from '../../../../db/contract.ts';
import { sendJob } from '../../../../jobs/send-job.ts';
import { hastenPending, holdState, updateState } from '../calling/queries.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import type { EndpointStatus } from './api-schemas.ts';
import { findEndpoint } from './find.ts';
import { toEndpointStatus } from './mapping.ts';

export interface Switched {
  readonly before: EndpointStatus;
  readonly after: EndpointStatus;
}

/** What was pending goes on at once, however long it was to wait; what happened meanwhile has to be replayed. */
export async function enableEndpoint(session: Session, key: string, now: Date): Promise<Switched> {
  const before = await findEndpoint(session, key);
  await holdState(session, key);
  await updateState(session, key, { disabledAt: null, disabledBecause: null, failingSince: null, heldUntil: null });
  await hastenPending(session, key, now);
  await sendJob(session, deliverKind, deliverJob(session, key));
  return { before: toEndpointStatus(before), after: toEndpointStatus(await findEndpoint(session, key)) };
}

/** Calls under way are made to their end. */
export async function disableEndpoint(session: Session, key: string, now: Date): Promise<Switched> {
  const before = await findEndpoint(session, key);
  const { disabledAt } = await holdState(session, key);
  if (disabledAt === null) await updateState(session, key, { disabledAt: now, disabledBecause: 'asked' });
  return { before: toEndpointStatus(before), after: toEndpointStatus(await findEndpoint(session, key)) };
}
