import type { AlertClient } from '../alert-client.ts';
import type { ControlPlaneRequest } from './transport.ts';

type Call = <T>(
  method: ControlPlaneRequest['method'],
  path: string,
  tenant: string | undefined,
  body?: object,
) => Promise<T>;

/** The part of the API that is about alert rules, as the commands use it. */
export function httpAlerts(call: Call): AlertClient {
  return {
    alerts: {
      list: (tenant, page) => call('GET', `/v1/alerts?${parameters({ ...page })}`, tenant),
      firings: ({ tenant, ...filter }, page) =>
        call('GET', `/v1/alerts/firings?${parameters({ ...filter, ...page })}`, tenant),
      backtest: ({ tenant, ...body }) => call('POST', '/v1/alerts/backtest', tenant, body),
    },
  };
}

function parameters(query: { readonly [name: string]: string | number | undefined }): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new URLSearchParams(given).toString();
}
