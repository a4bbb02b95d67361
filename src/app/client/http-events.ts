import type { EventsClient } from '../events-client.ts';
import type { ControlPlaneRequest } from './transport.ts';

type Call = <T>(method: ControlPlaneRequest['method'], path: string, body?: object, tenant?: string) => Promise<T>;

/** The part of the API that is about what has happened and who is told of it, as the commands use it. */
export function httpEvents(call: Call): EventsClient {
  return {
    events: {
      list: ({ tenant, types, ...query }, limit) =>
        call('GET', `/v1/events?${parameters({ ...query, types: types?.join(','), limit })}`, undefined, tenant),
    },
    webhooks: {
      list: ({ page, pageSize }) => call('GET', `/v1/webhook-endpoints?${parameters({ page, pageSize })}`),
      deliveries: (endpoint, query) => call('GET', `${pathOf(endpoint)}/deliveries?${parameters({ ...query })}`),
      delivery: (id) => call('GET', `/v1/webhook-deliveries/${encodeURIComponent(id)}`),
      replayDelivery: (id) => call('POST', `/v1/webhook-deliveries/${encodeURIComponent(id)}/replay`),
      replay: (endpoint, range) => call('POST', `${pathOf(endpoint)}/replay`, range),
      enable: (endpoint) => call('POST', `${pathOf(endpoint)}/enable`),
      disable: (endpoint) => call('POST', `${pathOf(endpoint)}/disable`),
      rotateSecret: (endpoint, keepPreviousFor) => call('POST', `${pathOf(endpoint)}/secret`, { keepPreviousFor }),
    },
  };
}

function pathOf(endpoint: string): string {
  return `/v1/webhook-endpoints/${encodeURIComponent(endpoint)}`;
}

function parameters(query: { readonly [name: string]: string | number | undefined }): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new URLSearchParams(given).toString();
}
