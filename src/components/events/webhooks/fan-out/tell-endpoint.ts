import { sendJobAsControlPlane } from '../../../../jobs/send-job.ts';
import type { WebhookCalls } from '../../../ports.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import { toEndpoint } from '../endpoint.ts';
import { insertDeliveries, ownTransaction, selectEndpoints } from './queries.ts';

/** Calls endpoints that are named. */
export const webhookCalls: WebhookCalls = {
  async tell(tx, { environmentId, key }, event, { ids, now }) {
    const endpoints = await selectEndpoints(tx, [environmentId]);
    const found = endpoints.find((endpoint) => endpoint.key === key);
    if (found === undefined) return 'no such endpoint';
    if (found.disabledAt !== null || !toEndpoint(key, found.body).enabled) return 'not called at present';
    await insertDeliveries(tx, [
      {
        id: ids.next('whd'),
        environmentId,
        endpoint: key,
        tenantId: event.tenantId ?? '',
        eventId: event.id,
        eventType: event.type,
        eventTransaction: ownTransaction,
        state: 'pending',
        dueAt: now,
        createdAt: now,
      },
    ]);
    await sendJobAsControlPlane(tx, deliverKind, deliverJob({ projectId: found.projectId, environmentId }, key));
    return 'called';
  },
};
