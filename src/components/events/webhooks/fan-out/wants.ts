import { matchesAny } from '../../feed/event-pattern.ts';
import type { Endpoint } from '../endpoint.ts';

export interface Happened {
  readonly type: string;
  readonly tenantId: string | null;
  readonly createdAt: Date;
}

/** Whether an endpoint is told of an event: one that it asks for, that has happened since there is such an endpoint. */
export function wants(endpoint: Endpoint, since: Date, { createdAt, tenantId, type }: Happened): boolean {
  return createdAt >= since && asksFor(endpoint, { tenantId, type });
}

/** Whenever it happened. */
export function asksFor(endpoint: Endpoint, { tenantId, type }: Pick<Happened, 'tenantId' | 'type'>): boolean {
  if (!endpoint.enabled) return false;
  if (endpoint.tenants !== null && (tenantId === null || !endpoint.tenants.includes(tenantId))) return false;
  return matchesAny(type, endpoint.events);
}
