import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { webhookErrors } from '../../errors.ts';
import { type DeliveryRow, type EndpointRow, selectDelivery, selectEndpointStatus } from './queries.ts';

/** @throws NotFoundError `webhooks/unknown-endpoint` */
export async function findEndpoint(session: Session, key: string): Promise<EndpointRow> {
  const row = await selectEndpointStatus(session, key);
  if (row !== undefined) return row;
  throw makeError(webhookErrors.unknownEndpoint, {
    message: `The environment has no WebhookEndpoint '${key}'.`,
    param: 'endpoint',
  });
}

/** @throws NotFoundError `webhooks/unknown-delivery` */
export async function findDelivery(session: Session, id: string): Promise<DeliveryRow> {
  const row = await selectDelivery(session, id);
  if (row !== undefined) return row;
  throw makeError(webhookErrors.unknownDelivery, { message: `The environment has no delivery '${id}'.`, param: 'id' });
}
