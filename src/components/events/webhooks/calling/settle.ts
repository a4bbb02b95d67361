import type { Session } from '../../../../db/contract.ts';
import type { RecordBeside } from '../../../../server/trail.ts';
import { deliverKind } from '../deliver-kind.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Called } from './call-endpoint.ts';
import { outcomeOf } from './outcome.ts';
import { holdState, recordAttempt, updateState } from './queries.ts';

/** What the record says of an endpoint that is called no more, by whomever. */
export const disabledAction = 'webhook.disabled';

export interface Settling {
  readonly endpoint: Endpoint;
  readonly delivery: { readonly id: string; readonly tries: number; readonly beganAt: Date | null };
  readonly called: Called;
  readonly now: Date;
  /** From 0 to 1. */
  readonly random: number;
}

/** Writes down what came of a call, and what follows from it. */
export async function settle(session: Session, settling: Settling, record: RecordBeside): Promise<void> {
  const { called, delivery, endpoint, now, random } = settling;
  const began = new Date(called.attempt.at);
  const state = await holdState(session, endpoint.key);
  const situation = { tries: delivery.tries, beganAt: delivery.beganAt ?? began, now, random };
  const outcome = outcomeOf(endpoint, called.answer, { ...situation, failingSince: state.failingSince });
  if (!(await recordAttempt(session, delivery.id, called.attempt, outcome, now))) return;
  const isGood = outcome.state === 'delivered';
  if (isGood && state.failingSince !== null) await updateState(session, endpoint.key, { failingSince: null });
  if (!isGood && state.failingSince === null) await updateState(session, endpoint.key, { failingSince: began });
  if (outcome.heldUntil !== null) await updateState(session, endpoint.key, { heldUntil: outcome.heldUntil });
  if (outcome.disable === null || state.disabledAt !== null) return;
  await updateState(session, endpoint.key, { disabledAt: now, disabledBecause: outcome.disable });
  await record(session.tx, [
    {
      action: disabledAction,
      environmentId: session.environmentId,
      actor: { type: 'system', id: deliverKind.name },
      now,
      changed: {
        resource: { type: 'WebhookEndpoint', id: endpoint.key },
        before: { status: 'active', disabledAt: null, disabledBecause: null },
        after: { status: 'disabled', disabledAt: now.toISOString(), disabledBecause: outcome.disable },
        metadata: { delivery: delivery.id, failingSince: (state.failingSince ?? began).toISOString() },
      },
    },
  ]);
}
