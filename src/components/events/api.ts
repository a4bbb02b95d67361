import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'What has happened, for other systems: the list and the stream of events, and webhooks.',
  tags: {
    Events: 'Everything that has happened in an environment, as a list and as a stream.',
    Webhooks: 'Where events are sent, what became of each delivery, sending it again, and the secrets that sign it.',
  },
};
