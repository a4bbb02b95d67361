import type { Database } from '../../../../src/db/contract.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';
import type { Operation } from '../../../../src/server/operation.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { type Seeds, seedsOn } from '../../../support/tenancy.ts';
import { type Received, startServer, type TestServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

export interface EntitlementServer extends TestServer {
  readonly seed: Seeds;
  /** As the machine's own user in environment `development`. */
  send(method: Operation['method'], path: string, body?: Json): Promise<Received>;
  /** What `acme` has of these, or of one. */
  evaluate(features?: readonly string[], tenantId?: string): Promise<JsonObject>;
  accessTo(feature: string, tenantId?: string): Promise<Json>;
  override(feature: string, body: JsonObject, tenantId?: string): Promise<Received>;
  use(feature: string, amount?: number, tenantId?: string): Promise<Received>;
}

/** Three plans, and an entitlement of each type. */
export const offer: { readonly [name: string]: JsonObject } = {
  'Plan/free': { rank: 1 },
  'Plan/pro': { rank: 2 },
  'Plan/enterprise': { rank: 3 },
  'Meter/api-calls': {},
  'Entitlement/sso': { type: 'switch', plans: { free: false, enterprise: true } },
  'Entitlement/analytics': { type: 'switch', plans: { pro: true, enterprise: true } },
  'Entitlement/api-access': {
    type: 'quantity',
    meter: 'api-calls',
    resets: 'monthly',
    plans: { free: 1000, pro: 10_000, enterprise: 'unlimited' },
  },
  'Entitlement/exports': {
    type: 'quantity',
    resets: 'daily',
    plans: { free: 20, pro: { limit: 5, whenExceeded: 'bill' }, enterprise: { limit: 5, whenExceeded: 'allow' } },
  },
  'Entitlement/seats': { type: 'range', resets: 'never', plans: { pro: { min: 1, max: 3 }, enterprise: { min: 20 } } },
  'Entitlement/support': {
    type: 'custom',
    levels: ['community', 'business-hours'],
    plans: { free: 'community', pro: 'business-hours' },
  },
};

/** Tenants `acme` on pro and `globex` on free, at 09:00 of Friday, 20 November 2026. */
export async function startEntitlements(database: Database): Promise<EntitlementServer> {
  const server = await connectTo(database);
  await applyResources(server, offer);
  for (const [tenant, plan] of [
    ['acme', 'pro'],
    ['globex', 'free'],
  ] as const) {
    await server.seed.tenant(tenant);
    await server.seed.plan(tenant, plan);
  }
  return server;
}

/** A server over what another has filled. */
export async function connectTo(database: Database): Promise<EntitlementServer> {
  const server = await startServer(database, { operations: wholeTable });
  const headers = server.admin();
  const send: EntitlementServer['send'] = (method, path, body) =>
    server.call(method, path, { headers, ...(body === undefined ? {} : { body }) });
  const evaluate: EntitlementServer['evaluate'] = async (features, tenantId = 'acme') => {
    const body = { tenantId, ...(features === undefined ? {} : { features }) };
    const answer = await send('POST', '/v1/entitlements/evaluate', body);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json;
  };
  return {
    ...server,
    send,
    evaluate,
    seed: seedsOn({ call: server.call, headers }),
    accessTo: async (feature, tenantId) => (await evaluate([feature], tenantId))[feature] ?? null,
    override: (feature, body, tenantId = 'acme') =>
      send('PUT', `/v1/tenants/${tenantId}/entitlements/${feature}/override`, { reason: 'Contract 7', ...body }),
    use: (feature, amount = 1, tenantId = 'acme') =>
      send('POST', '/v1/entitlements/use', { tenantId, feature, amount }),
  };
}
