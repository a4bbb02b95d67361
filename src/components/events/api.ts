import type { ComponentApi } from '../contract.ts';
import { eventCalls } from './webhooks/event-calls.ts';

export const api: ComponentApi = {
  summary: 'What has happened, for other systems: the list and the stream of events, and webhooks.',
  events: {
    'webhook.disabled': 'An endpoint is called no more, since it takes nothing.',
    'webhook.enabled': 'A disabled endpoint is called again.',
    'webhook.replayed': 'Events are told again to an endpoint.',
    'webhook.secretRotated': 'An endpoint has a new signing secret; it is not told.',
  },
  calls: eventCalls,
  tags: {
    Events: 'Everything that has happened in an environment, as a list and as a stream.',
    Webhooks: 'Where events are sent, what became of each delivery, sending it again, and the secrets that sign it.',
  },
};
