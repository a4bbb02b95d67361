import { matchesAny } from '../../feed/event-pattern.ts';
import type { Endpoint } from '../endpoint.ts';

export interface Happened {
  readonly type: string;
  readonly tenantId: string | null;
  readonly transaction: string;
  readonly createdAt: Date;
}

/** Since when there is an endpoint. */
export interface Since {
  /** The transaction that made it; null where that was not kept. */
  readonly begun: string | null;
  readonly createdAt: Date;
}

/** Whether an endpoint is told of an event: one that it asks for, that has happened since there is such an endpoint. */
export function wants(endpoint: Endpoint, since: Since, event: Happened): boolean {
  return isSince(since, event) && asksFor(endpoint, event);
}

/** By transactions, since the clocks of two servers may disagree about what came first. */
function isSince({ begun, createdAt }: Since, event: Happened): boolean {
  return begun === null ? event.createdAt >= createdAt : BigInt(event.transaction) >= BigInt(begun);
}

/** Whenever it happened. */
export function asksFor(endpoint: Endpoint, { tenantId, type }: Pick<Happened, 'tenantId' | 'type'>): boolean {
  if (!endpoint.enabled) return false;
  if (endpoint.tenants !== null && (tenantId === null || !endpoint.tenants.includes(tenantId))) return false;
  return matchesAny(type, endpoint.events);
}
