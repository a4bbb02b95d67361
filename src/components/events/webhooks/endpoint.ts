import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, textOf } from '../../../engine/json-fields.ts';
import { durationMilliseconds } from '../../../engine/values/duration.ts';
import type { RetryPolicy } from './retry-schedule.ts';

/** A WebhookEndpoint as it is called, its defaults filled in. */
export interface Endpoint {
  readonly key: string;
  readonly url: string;
  /** Patterns of types; empty: only what is sent to it by name. */
  readonly events: readonly string[];
  /** Null: of all tenants. */
  readonly tenants: readonly string[] | null;
  /** With `${secrets.NAME}` as written; null: the server makes one. */
  readonly secret: string | null;
  /** With `${secrets.NAME}` as written. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly thin: boolean;
  readonly retry: RetryPolicy;
  /** Milliseconds. */
  readonly timeout: number;
  readonly rate: { readonly atMost: number; readonly within: number } | null;
  readonly ordered: boolean;
  readonly enabled: boolean;
}

const day = 86_400_000;

/** Takes a body that validation has let through. */
export function toEndpoint(key: string, body: JsonObject): Endpoint {
  const retry = objectOf(body['retry']);
  const rate = objectOf(body['rate']);
  return {
    key,
    url: textOf(body['url']) ?? '',
    events: textsOf(body['events']) ?? [],
    tenants: textsOf(body['tenants']),
    secret: textOf(body['secret']) ?? null,
    headers: entriesOf(body['headers']).map(([name, value]) => [name, textOf(value) ?? '']),
    thin: body['payload'] === 'thin',
    retry: { times: numberOf(retry['times']) ?? 6, within: lengthOf(retry['within']) ?? 3 * day },
    timeout: lengthOf(body['timeout']) ?? 10_000,
    rate:
      body['rate'] === undefined
        ? null
        : { atMost: numberOf(rate['atMost']) ?? 1, within: lengthOf(rate['within']) ?? 1_000 },
    ordered: body['ordered'] === true,
    enabled: body['enabled'] !== false,
  };
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function textsOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === 'string' ? durationMilliseconds(value) : undefined;
}
