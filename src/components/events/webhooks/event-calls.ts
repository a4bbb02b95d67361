import { signatureHeader } from '../../../engine/sealing/webhook-signature.ts';
import type { EventCalls } from '../../../server/event-descriptions.ts';
import { eventVersion } from '../event-version.ts';
import { wireEventSchema } from '../feed/event-shape.ts';

/** How endpoints are called, for OpenAPI. What is really sent stands in `calling/call-endpoint.ts`; a test compares both. */
export const eventCalls: EventCalls = {
  description:
    'An endpoint with `thin` gets `id` and `type` only. Deliveries are at least once: an event may come twice, with the same id.',
  body: wireEventSchema,
  headers: {
    [signatureHeader]: {
      description:
        '`t=<seconds>,v1=<hex>`: the HMAC-SHA256 of `<seconds>.<body>` by the secret of the endpoint; with two `v1` while secrets are exchanged.',
      schema: { type: 'string', pattern: String.raw`^t=\d+(,v1=[0-9a-f]{64})+$` },
    },
    'X-Platform-Delivery': { description: '`whd_…`: the same for every attempt.', schema: { type: 'string' } },
    'X-Platform-Attempt': { description: 'From 1.', schema: { type: 'string', pattern: String.raw`^[1-9]\d*$` } },
    'X-Platform-Event-Version': {
      description: 'The form in which the event is written.',
      schema: { type: 'string', enum: [eventVersion] },
    },
  },
  answers: {
    '2XX': 'Taken. Anything else is tried again within three days, but for 410.',
    '410': 'Nobody takes events here any more: the endpoint is disabled.',
  },
};
