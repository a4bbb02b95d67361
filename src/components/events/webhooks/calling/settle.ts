import type { Session } from '../../../../db/contract.ts';
import { insertDomainEvents } from '../../../../db/domain-events.ts';
import type { Ids } from '../../../../host/contract.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Called } from './call-endpoint.ts';
import { outcomeOf } from './outcome.ts';
import { holdState, recordAttempt, updateState } from './queries.ts';

export interface Settling {
  readonly endpoint: Endpoint;
  readonly delivery: { readonly id: string; readonly tries: number; readonly beganAt: Date | null };
  readonly called: Called;
  readonly now: Date;
  /** From 0 to 1. */
  readonly random: number;
  readonly ids: Ids;
}

/** Writes down what came of a call, and what follows from it. */
export async function settle(session: Session, settling: Settling): Promise<void> {
  const { called, delivery, endpoint, ids, now, random } = settling;
  const began = new Date(called.attempt.at);
  const state = await holdState(session, endpoint.key);
  const situation = { tries: delivery.tries, beganAt: delivery.beganAt ?? began, now, random };
  const outcome = outcomeOf(endpoint, called.answer, { ...situation, failingSince: state.failingSince });
  if (!(await recordAttempt(session, delivery.id, called.attempt, outcome, now))) return;
  const isGood = outcome.state === 'delivered';
  if (isGood && state.failingSince !== null) await updateState(session, endpoint.key, { failingSince: null });
  if (!isGood && state.failingSince === null) await updateState(session, endpoint.key, { failingSince: began });
  if (outcome.disable === null || state.disabledAt !== null) return;
  await updateState(session, endpoint.key, { disabledAt: now, disabledBecause: outcome.disable });
  await insertDomainEvents(session, [
    {
      id: ids.next('evt'),
      environmentId: session.environmentId,
      tenantId: null,
      type: 'webhook.disabled',
      subject: `WebhookEndpoint/${endpoint.key}`,
      payload: {
        reason: outcome.disable,
        ...(state.failingSince === null ? {} : { failingSince: state.failingSince.toISOString() }),
      },
      createdAt: now,
    },
  ]);
}
