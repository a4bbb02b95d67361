import type { FlagClient } from '../flag-client.ts';
import type { ControlPlaneRequest } from './transport.ts';

type Call = <T>(method: ControlPlaneRequest['method'], path: string) => Promise<T>;

/** The part of the API that is about flags, as the commands use it. */
export function httpFlags(call: Call): FlagClient {
  return {
    flags: {
      usage: (days) => call('GET', `/v1/flag-usage?days=${days}`),
      experiment: (flag) => call('GET', `/v1/experiments/${encodeURIComponent(flag)}/results`),
    },
  };
}
