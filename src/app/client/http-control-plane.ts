import type { Changeset } from '../../engine/changeset/changeset.ts';
import { changeErrors } from '../../engine/changeset/errors.ts';
import { hashDesiredState } from '../../engine/hash-desired-state.ts';
import { fromBody, isPlatformError } from '../../engine/platform-error/index.ts';
import type { DesiredState } from '../../engine/resource.ts';
import type { ControlPlane, Page, PageRequest, PlanOptions, SecretName } from '../control-plane-client.ts';
import { httpAccess } from './http-access.ts';
import { httpAlerts } from './http-alerts.ts';
import { httpAudit } from './http-audit.ts';
import { httpEntitlements } from './http-entitlements.ts';
import { httpEvents } from './http-events.ts';
import { httpFlags } from './http-flags.ts';
import { httpTenancy } from './http-tenancy.ts';
import type { ControlPlaneRequest, Transport } from './transport.ts';

/** The control plane's API as the commands use it. Answers are typed by the operations that make them. */
export function httpControlPlane(transport: Transport): ControlPlane {
  const call = <T>(method: ControlPlaneRequest['method'], path: string, body?: object): Promise<T> =>
    request<T>(transport, method, path, body);
  return {
    description: transport.description,
    plan: async (desired, options) =>
      (await planSettled(call, desired, options)) ?? call('POST', '/v1/changesets', { desired, ...options }),
    apply: ({ source, ...options }) => call('POST', '/v1/revisions', { ...source, ...options }),
    rollback: ({ to, ...options }) => call('POST', `/v1/revisions/${to}/rollback`, options),
    status: () => call('GET', '/v1/status'),
    history: (page) => call('GET', `/v1/revisions?${pageParameters(page)}`),
    revision: (number) => call('GET', `/v1/revisions/${number}`),
    diff: (from, to) => call('GET', `/v1/revisions/${from}/changes/${to}`),
    resources: ({ kind }, page) => {
      const filter = kind === undefined ? '' : `&kind=${encodeURIComponent(kind)}`;
      return call('GET', `/v1/resources?${pageParameters(page)}${filter}`);
    },
    keys: {
      list: (page) => call('GET', `/v1/keys?${pageParameters(page)}`),
      create: (key) => call('POST', '/v1/keys', key),
      rotate: (id, expiresInSeconds) => call('POST', `/v1/keys/${encodeURIComponent(id)}/rotate`, { expiresInSeconds }),
      revoke: (id) => call('DELETE', `/v1/keys/${encodeURIComponent(id)}`),
    },
    secrets: {
      list: () => everyPage((page) => call<Page<SecretName>>('GET', `/v1/secrets?${pageParameters(page)}`)),
      set: (name, value) => call('PUT', `/v1/secrets/${encodeURIComponent(name)}`, { value }),
      remove: async (name) => {
        await call<unknown>('DELETE', `/v1/secrets/${encodeURIComponent(name)}`);
      },
    },
    ...httpTenancy(call),
    ...httpAccess(call),
    ...httpEntitlements(call),
    ...httpFlags(call),
    ...httpAudit((method, path, tenant, body) => request(transport, method, path, body, tenant), transport),
    ...httpEvents((method, path, body, tenant) => request(transport, method, path, body, tenant)),
    ...httpAlerts((method, path, tenant, body) => request(transport, method, path, body, tenant)),
    close: () => transport.close(),
  };
}

type Call = <T>(method: ControlPlaneRequest['method'], path: string, body?: object) => Promise<T>;

/**
 * The plan of a desired state that the server knows to need no change, asked for by its hash; null when it has to
 * see the state itself, or is older than this question and calls it invalid.
 */
async function planSettled(call: Call, desired: DesiredState, options: PlanOptions): Promise<Changeset | null> {
  try {
    return await call<Changeset>('POST', '/v1/changesets', { desiredHash: hashDesiredState(desired), ...options });
  } catch (error) {
    const unanswered =
      isPlatformError(error) && (error.code === changeErrors.desiredStateNeeded.code || error.type === 'validation');
    if (unanswered) return null;
    throw error;
  }
}

/** All items of a list, page by page. */
export async function everyPage<T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data, pagination } = await read({ page, pageSize: 200 });
    found.push(...data);
    if (!pagination.hasNext) return found;
  }
}

async function request<T>(
  transport: Transport,
  method: ControlPlaneRequest['method'],
  path: string,
  body: object | undefined,
  tenant?: string,
): Promise<T> {
  const response = await transport.send({
    method,
    path,
    ...(tenant === undefined ? {} : { tenant }),
    ...(body === undefined ? {} : { body }),
  });
  if (response.status >= 400) throw fromBody(response.status, response.body);
  // The server is this same program or one that promises its API: types follow the operation table.
  return response.body as unknown as T;
}

function pageParameters({ page, pageSize }: PageRequest): string {
  return new URLSearchParams({ page: String(page), pageSize: String(pageSize) }).toString();
}
