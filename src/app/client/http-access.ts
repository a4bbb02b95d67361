import type { AccessClient } from '../access-client.ts';
import type { ControlPlaneRequest } from './transport.ts';

type Call = <T>(method: ControlPlaneRequest['method'], path: string, body?: object) => Promise<T>;

/** The part of the API that decides who may do what, as the commands use it: always with the grounds. */
export function httpAccess(call: Call): AccessClient {
  return {
    access: {
      check: (question) => call('POST', '/v1/access/check', { ...question, explain: true }),
      checkMany: (request) => call('POST', '/v1/access/checks', { ...request, explain: true }),
      who: (question, page) => call('POST', '/v1/access/who', { ...question, ...page }),
      can: (request) => call('POST', '/v1/access/can', request),
    },
  };
}
