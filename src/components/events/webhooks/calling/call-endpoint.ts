import type { Clock, Egress, EgressProblem } from '../../../../host/contract.ts';
import { eventVersion } from '../../event-version.ts';
import { toWireEvent } from '../../feed/event-shape.ts';
import type { PlacedEvent } from '../../feed/queries.ts';
import { type Attempt, excerptOf } from '../attempt.ts';
import type { Endpoint } from '../endpoint.ts';
import { signatureHeader, signatureOf } from '../../../../engine/sealing/webhook-signature.ts';
import type { Claimed } from './claim.ts';
import type { Answer } from './outcome.ts';

/** Bytes of an answer that are read. */
const answerLimit = 4_096;

export interface Called {
  readonly attempt: Attempt;
  readonly answer: Answer;
}

export interface CallTools {
  readonly clock: Clock;
  readonly egress: Egress;
}

/** Makes one call. Never rejects: whatever happens is an attempt that can be looked at. */
export async function callEndpoint(
  claimed: Claimed,
  delivery: { readonly id: string; readonly tries: number; readonly event: PlacedEvent | undefined },
  { clock, egress }: CallTools,
): Promise<Called> {
  const { credentials, endpoint, mode } = claimed;
  const began = clock.now();
  const ended = (answer: Answer, problem: string | null, excerpt: string): Called => ({
    answer,
    attempt: {
      at: began.toISOString(),
      milliseconds: Math.max(0, clock.now().getTime() - began.getTime()),
      status: answer.status,
      problem,
      excerpt,
    },
  });
  if (delivery.event === undefined) return ended({ status: null }, 'the event is kept no longer', '');
  if ('missing' in credentials) return ended({ status: null }, credentials.missing, '');
  if (mode === 'live' && !endpoint.url.startsWith('https:')) {
    return ended({ status: null }, 'refused: a live environment calls https addresses only', '');
  }
  const body = bodyOf(endpoint, delivery.event);
  try {
    const {
      body: said,
      headers,
      status,
    } = await egress.call({
      url: endpoint.url,
      method: 'POST',
      headers: {
        ...credentials.headers,
        'content-type': 'application/json',
        'user-agent': 'Dream-Webhooks/1',
        'x-platform-delivery': delivery.id,
        'x-platform-attempt': String(delivery.tries + 1),
        'x-platform-event-version': eventVersion,
        [signatureHeader]: signatureOf(body, credentials.signing, began),
      },
      body,
      timeout: endpoint.timeout,
      sizeLimit: answerLimit,
    });
    const { 'retry-after': retryAfter } = headers;
    return ended({ status, ...(retryAfter === undefined ? {} : { retryAfter }) }, problemOf(status), excerptOf(said));
  } catch (error) {
    return ended({ status: null }, describe(error), '');
  }
}

function bodyOf({ thin }: Endpoint, event: PlacedEvent): string {
  const { id, type } = event;
  return JSON.stringify(thin ? { id, type } : toWireEvent(event));
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirects are not followed' : `answered ${status}`;
}

function describe(error: unknown): string {
  if (!(error instanceof Error) || !('problem' in error)) return 'the call could not be made';
  const { message, problem } = error as EgressProblem;
  return `${problem}: ${message}`;
}
