import type { PageRequest } from '../control-plane-client.ts';
import type { TenancyClient } from '../tenancy-client.ts';
import type { ControlPlaneRequest } from './transport.ts';

type Call = <T>(method: ControlPlaneRequest['method'], path: string, body?: object) => Promise<T>;

/** The part of the API that is about tenants and people, as the commands use it. */
export function httpTenancy(call: Call): TenancyClient {
  const remove = async (path: string): Promise<void> => {
    await call<unknown>('DELETE', path);
  };
  return {
    tenants: {
      list: (filter, page) => call('GET', `/v1/tenants?${parameters(page, filter)}`),
      get: (id) => call('GET', tenant(id)),
      create: (draft) => call('POST', '/v1/tenants', draft),
      update: (id, changes) => call('PATCH', tenant(id), changes),
      delete: (id) => remove(tenant(id)),
      plan: (id) => call('GET', `${tenant(id)}/plan`),
      setPlan: (id, plan) =>
        plan === null ? call('DELETE', `${tenant(id)}/plan`) : call('PUT', `${tenant(id)}/plan`, { plan }),
    },
    members: {
      list: (id, page) => call('GET', `${tenant(id)}/members?${parameters(page)}`),
      add: (id, userId, roles) => call('POST', `${tenant(id)}/members`, { userId, roles }),
      remove: (id, userId) => remove(member(id, userId)),
      addRole: (id, userId, role) => call('PUT', `${member(id, userId)}/roles/${encodeURIComponent(role)}`),
      removeRole: (id, userId, role) => call('DELETE', `${member(id, userId)}/roles/${encodeURIComponent(role)}`),
    },
    grants: {
      list: (id, page) => call('GET', `${tenant(id)}/grants?${parameters(page)}`),
      set: (id, userId, grant) => call('PUT', `${tenant(id)}/grants/${encodeURIComponent(userId)}`, grant),
      withdraw: (id, userId) => remove(`${tenant(id)}/grants/${encodeURIComponent(userId)}`),
      listOfUser: (id, page) => call('GET', `${user(id)}/grants?${parameters(page)}`),
    },
    serviceAccounts: {
      list: (id, page) => call('GET', `${tenant(id)}/service-accounts?${parameters(page)}`),
      get: (id, account) => call('GET', serviceAccount(id, account)),
      create: (id, draft) => call('POST', `${tenant(id)}/service-accounts`, draft),
      delete: (id, account) => remove(serviceAccount(id, account)),
      addRole: (id, account, role) => call('PUT', `${serviceAccount(id, account)}/roles/${encodeURIComponent(role)}`),
      removeRole: (id, account, role) =>
        call('DELETE', `${serviceAccount(id, account)}/roles/${encodeURIComponent(role)}`),
    },
    relationships: {
      list: (id, filter, page) => call('GET', `${tenant(id)}/relationships?${parameters(page, { ...filter })}`),
      write: (id, changes) => call('POST', `${tenant(id)}/relationships`, changes),
    },
    users: {
      list: (filter, page) => call('GET', `/v1/users?${parameters(page, filter)}`),
      get: (id) => call('GET', user(id)),
      create: (draft) => call('POST', '/v1/users', draft),
      update: (id, changes) => call('PATCH', user(id), changes),
      delete: (id) => remove(user(id)),
      memberships: (id, page) => call('GET', `${user(id)}/memberships?${parameters(page)}`),
    },
  };
}

function tenant(id: string): string {
  return `/v1/tenants/${encodeURIComponent(id)}`;
}

function member(tenantId: string, userId: string): string {
  return `${tenant(tenantId)}/members/${encodeURIComponent(userId)}`;
}

function serviceAccount(tenantId: string, id: string): string {
  return `${tenant(tenantId)}/service-accounts/${encodeURIComponent(id)}`;
}

function user(id: string): string {
  return `/v1/users/${encodeURIComponent(id)}`;
}

function parameters(
  { page, pageSize }: PageRequest,
  filter: { readonly [name: string]: string | undefined } = {},
): string {
  const query = new URLSearchParams({ page: String(page), pageSize: String(pageSize) });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value);
  return query.toString();
}
