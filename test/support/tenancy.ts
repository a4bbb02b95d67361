// Tenants, people and programs for tests, made through the API as everybody makes them. Usage:
//
//   const { call, admin } = await startServer(await databases.shared(), { operations: wholeTable });
//   const seed = seedsOn({ call, headers: admin() });
//   await seed.roles({ viewer: { permissions: ['invoice:read'] } });
//   await seed.tenant('acme');
//   await seed.member('acme', 'ada', ['viewer']);
//
// Each throws with the answer when the server refuses.
import { isJsonObject, type Json, type JsonObject } from '../../src/engine/json.ts';
import { type Received, type TestServer, textOf } from './test-server.ts';

export interface Seeds {
  /** Live resources of any kind, put by the API: `{ 'Role/viewer': { permissions: [] } }`. */
  resources(bodies: { readonly [name: string]: JsonObject }): Promise<void>;
  /** Live Roles by key. */
  roles(bodies: { readonly [key: string]: JsonObject }): Promise<void>;
  tenant(id: string, more?: JsonObject): Promise<JsonObject>;
  user(id: string, more?: JsonObject): Promise<JsonObject>;
  /** Makes the user too, unless there is one. Roles that say `default: true` come on top. */
  member(tenant: string, user: string, roles?: readonly string[]): Promise<JsonObject>;
  /** Resolves to its id. */
  serviceAccount(tenant: string, name: string, roles?: readonly string[]): Promise<string>;
  /** A cross-tenant grant; makes the user too, unless there is one. */
  grant(tenant: string, user: string, roles: readonly string[], more?: JsonObject): Promise<JsonObject>;
  /** `document:42 owner user:ada`, several of them. */
  relate(tenant: string, ...tuples: readonly string[]): Promise<void>;
  plan(tenant: string, plan: string): Promise<JsonObject>;
}

export function seedsOn({
  call,
  headers,
}: Pick<TestServer, 'call'> & { readonly headers: Readonly<Record<string, string>> }): Seeds {
  const send = async (method: 'POST' | 'PUT', path: string, body: Json, allowed: readonly number[] = []) => {
    const answer = await call(method, path, { headers, body });
    if (answer.status >= 300 && !allowed.includes(answer.status)) throw new Error(`${path}: ${answer.text}`);
    return answer;
  };
  const put = async (kind: string, key: string, body: JsonObject): Promise<Received> =>
    send('PUT', `/v1/resources/${kind}/${key}`, { body });
  const user: Seeds['user'] = async (id, more = {}) => (await send('POST', '/v1/users', { id, ...more }, [409])).json;
  return {
    async resources(bodies) {
      for (const [name, body] of Object.entries(bodies)) {
        const [kind = '', key = ''] = name.split('/');
        await put(kind, key, body);
      }
    },
    async roles(bodies) {
      for (const [key, body] of Object.entries(bodies)) await put('Role', key, body);
    },
    tenant: async (id, more = {}) => (await send('POST', '/v1/tenants', { id, name: id, ...more })).json,
    user,
    async member(tenant, userId, roles = []) {
      await user(userId);
      return (await send('POST', `/v1/tenants/${tenant}/members`, { userId, roles })).json;
    },
    async serviceAccount(tenant, name, roles = []) {
      const { json } = await send('POST', `/v1/tenants/${tenant}/service-accounts`, { name, roles });
      return textOf(json['id']);
    },
    async grant(tenant, userId, roles, more = {}) {
      await user(userId);
      const path = `/v1/tenants/${tenant}/grants/${encodeURIComponent(userId)}`;
      return (await send('PUT', path, { roles, reason: 'of a test', ...more })).json;
    },
    async relate(tenant, ...tuples) {
      await send('POST', `/v1/tenants/${tenant}/relationships`, { add: tuples.map(tuple) });
    },
    plan: async (tenant, plan) => (await send('PUT', `/v1/tenants/${tenant}/plan`, { plan })).json,
  };
}

/** `document:42 owner user:ada` as the API writes it. */
export function tuple(text: string): JsonObject {
  const [resource = '', relation = '', subject = ''] = text.split(' ');
  return { resource: objectName(resource), relation, subject: objectName(subject) };
}

function objectName(text: string): JsonObject {
  const end = text.indexOf(':');
  return { type: text.slice(0, end), id: text.slice(end + 1) };
}

/** The items of a page. */
export function itemsOf({ json }: Received): readonly JsonObject[] {
  const { data } = json;
  return Array.isArray(data) ? data.filter(isJsonObject) : [];
}
