import { textOf } from '../../../../engine/json-fields.ts';
import type { Attempt } from '../attempt.ts';
import { toEndpoint } from '../endpoint.ts';
import type { DeliveryStatus, EndpointStatus } from './api-schemas.ts';
import type { DeliveryRow, EndpointRow } from './queries.ts';

export function toEndpointStatus(row: EndpointRow): EndpointStatus {
  const { body, disabledAt, disabledBecause, failingSince, key, pending, secret } = row;
  const endpoint = toEndpoint(key, body);
  return {
    key,
    name: textOf(body['name']) ?? null,
    url: endpoint.url,
    events: endpoint.events,
    status: !endpoint.enabled ? 'off' : disabledAt !== null ? 'disabled' : 'active',
    disabledAt: disabledAt?.toISOString() ?? null,
    disabledBecause,
    failingSince: failingSince?.toISOString() ?? null,
    pending,
    secret: endpoint.secret !== null ? 'configured' : secret !== null ? 'own' : 'none',
  };
}

export function toDeliveryStatus(row: DeliveryRow): DeliveryStatus {
  const last = row.attempts.at(-1);
  return {
    id: row.id,
    endpoint: row.endpoint,
    eventId: row.eventId,
    eventType: row.eventType,
    tenantId: row.tenantId === '' ? null : row.tenantId,
    state: row.state,
    calls: row.attempts.length,
    lastStatus: last?.status ?? null,
    lastProblem: last?.problem ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

interface WholeDelivery extends DeliveryStatus {
  readonly attempts: readonly Attempt[];
}

export function toWholeDelivery(row: DeliveryRow): WholeDelivery {
  return { ...toDeliveryStatus(row), attempts: row.attempts };
}
